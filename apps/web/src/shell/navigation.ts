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
}

const GROUP_LABELS: Record<NavGroup, string> = {
  coaching: 'My coaching',
  everyone: 'For everyone',
  programme: 'Programme',
  pairings: 'Pairings',
  setup: 'Set-up',
  admin: 'Administration',
};

const GROUPS: readonly NavGroup[] = [
  'coaching',
  'everyone',
  'programme',
  'pairings',
  'setup',
  'admin',
];

/** Home, More and two or three between them: a phone's bar holds no more. */
const PHONE_ENTRIES = 2;

export const HOME: NavItem = {
  to: '/',
  group: 'coaching',
  label: 'Home',
  icon: IconHome,
  order: 0,
};

type NavRoute = ContextRoute & { nav: NavEntry };

/** Pages this person can use, in order. What they cannot use is absent, not greyed. */
export function navItemsFor(viewer: Pick<Viewer, 'roles'>): NavItem[] {
  return routes
    .filter((route): route is NavRoute => route.nav !== undefined)
    .filter(({ nav, roles }) => holdsAny(viewer, roles) && holdsAny(viewer, nav.roles))
    .map(({ nav, path }) => ({ ...nav, to: path }))
    .sort(
      (one, other) =>
        GROUPS.indexOf(one.group) - GROUPS.indexOf(other.group) || one.order - other.order,
    );
}

/**
 * The entry a page belongs to: the one with the longest address at or above the page's. `/matching/7/review` belongs to
 * Matching, `/matching/impact` to Impact, which is an entry of its own.
 */
export function markedAt(pathname: string, items: readonly NavItem[]): NavItem | undefined {
  return [HOME, ...items]
    .filter(({ to }) => pathname === to || (to !== HOME.to && pathname.startsWith(`${to}/`)))
    .sort((one, other) => other.to.length - one.to.length)[0];
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
