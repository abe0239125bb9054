import { IconDots, Sheet } from '@flipside/ui';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { HOME, markedAt, phoneItemsOf, type NavItem } from './navigation.js';
import { NavList } from './side-nav.js';

/** The bar at the bottom of a phone: at most four entries, the label always visible. */
export function PhoneBar({ items }: { items: readonly NavItem[] }) {
  const [isMoreOpen, setMoreOpen] = useState(false);
  const { pathname } = useLocation();
  const marked = markedAt(pathname, items);
  const shown = phoneItemsOf(items);
  const hasMore = items.length > shown.length;
  return (
    <>
      <nav aria-label="Main, short" className="app-phone-bar">
        <ul>
          {[HOME, ...shown].map((item) => {
            const Icon = item.icon;
            return (
              <li key={item.to}>
                <Link to={item.to} aria-current={item.to === marked?.to ? 'page' : undefined}>
                  <Icon size={22} stroke={1.75} />
                  <span>{item.label}</span>
                </Link>
              </li>
            );
          })}
          {hasMore && (
            <li>
              <button type="button" aria-haspopup="dialog" onClick={() => setMoreOpen(true)}>
                <IconDots size={22} stroke={1.75} aria-hidden />
                <span>More</span>
              </button>
            </li>
          )}
        </ul>
      </nav>
      <Sheet isOpen={isMoreOpen} onClose={() => setMoreOpen(false)} title="More">
        <nav aria-label="All pages">
          <NavList items={items} onFollow={() => setMoreOpen(false)} />
        </nav>
      </Sheet>
    </>
  );
}
