import { Link, useLocation } from 'react-router';
import { groupsOf, HOME, markedAt, type NavItem } from './navigation.js';

interface NavListProps {
  items: readonly NavItem[];
  onFollow?: () => void;
}

/** The entries of the navigation, grouped; used by the sidebar and by the phone's "More" sheet. */
export function NavList({ items, onFollow }: NavListProps) {
  const { pathname } = useLocation();
  const marked = markedAt(pathname, items);
  const line = (item: NavItem) => (
    <NavLine
      key={item.to}
      item={item}
      isMarked={item.to === marked?.to}
      {...(onFollow && { onFollow })}
    />
  );
  return (
    <>
      <ul className="app-nav-list">{line(HOME)}</ul>
      {groupsOf(items).map(({ group, label, items: own }) => (
        <div key={group} className="app-nav-group">
          <p className="app-nav-heading" id={`nav-${group}`}>
            {label}
          </p>
          <ul className="app-nav-list" aria-labelledby={`nav-${group}`}>
            {own.map(line)}
          </ul>
        </div>
      ))}
    </>
  );
}

interface NavLineProps {
  item: NavItem;
  isMarked: boolean;
  onFollow?: () => void;
}

function NavLine({ item, isMarked, onFollow }: NavLineProps) {
  const Icon = item.icon;
  return (
    <li>
      <Link
        to={item.to}
        aria-current={isMarked ? 'page' : undefined}
        className="app-nav-link"
        onClick={onFollow}
      >
        <Icon size={18} stroke={1.75} />
        <span>{item.label}</span>
      </Link>
    </li>
  );
}
