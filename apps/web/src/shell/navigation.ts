import {
  holdsAny,
  type ContextRoute,
  type NavEntry,
  type NavGroup,
  type Viewer,
} from '@flipside/platform-web';
import { IconHome } from '@flipside/ui';
import { routes } from '../contexts.js';

export interface NavItem extends NavEntry {
  to: string;
  /** Another entry lies below this one's address, so only the very address marks it. */
  isExact?: boolean;
}

const GROUP_LABELS: Record<NavGroup, string> = {
  coaching: 'My coaching',
  programme: 'Programme',
  admin: 'Administration',
};

const GROUPS: readonly NavGroup[] = ['coaching', 'programme', 'admin'];

/** Home, More and two or three between them: a phone's bar holds no more. */
const PHONE_ENTRIES = 2;

export const HOME: NavItem = {
  to: '/',
  group: 'coaching',
  label: 'Home',
  icon: IconHome,
  order: 0,
  isExact: true,
};

type NavRoute = ContextRoute & { nav: NavEntry };

/** Pages this person can use, in order. What they cannot use is absent, not greyed. */
export function navItemsFor(viewer: Pick<Viewer, 'roles'>): NavItem[] {
  return routes
    .filter((route): route is NavRoute => route.nav !== undefined)
    .filter(({ nav, roles }) => holdsAny(viewer, roles) && holdsAny(viewer, nav.roles))
    .map(({ nav, path }, _, all) => ({
      ...nav,
      to: path,
      isExact: all.some((other) => other.path.startsWith(`${path}/`)),
    }))
    .sort(
      (one, other) =>
        GROUPS.indexOf(one.group) - GROUPS.indexOf(other.group) || one.order - other.order,
    );
}

export function groupsOf(
  items: readonly NavItem[],
): { group: NavGroup; label: string; items: NavItem[] }[] {
  return GROUPS.map((group) => ({
    group,
    label: GROUP_LABELS[group],
    items: items.filter((item) => item.group === group),
  })).filter(({ items: own }) => own.length > 0);
}

export function phoneItemsOf(items: readonly NavItem[]): NavItem[] {
  const wanted = items.filter((item) => item.isOnPhoneBar);
  const others = items.filter((item) => !item.isOnPhoneBar);
  return [...wanted, ...others].slice(0, PHONE_ENTRIES);
}
