import { NavLink } from 'react-router';
import { groupsOf, HOME, type NavItem } from './navigation.js';

/** The entries of the navigation, grouped; used by the sidebar and by the phone's "More" sheet. */
export function NavList({ items, onFollow }: { items: readonly NavItem[]; onFollow?: () => void }) {
  return (
    <>
      <ul className="app-nav-list">
        <NavLine item={HOME} {...(onFollow && { onFollow })} />
      </ul>
      {groupsOf(items).map(({ group, label, items: own }) => (
        <div key={group} className="app-nav-group">
          <p className="app-nav-heading" id={`nav-${group}`}>
            {label}
          </p>
          <ul className="app-nav-list" aria-labelledby={`nav-${group}`}>
            {own.map((item) => (
              <NavLine key={item.to} item={item} {...(onFollow && { onFollow })} />
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function NavLine({ item, onFollow }: { item: NavItem; onFollow?: () => void }) {
  const Icon = item.icon;
  return (
    <li>
      <NavLink to={item.to} end={item.isExact ?? false} className="app-nav-link" onClick={onFollow}>
        <Icon size={18} stroke={1.75} />
        <span>{item.label}</span>
      </NavLink>
    </li>
  );
}
