import type { ViewLink } from '@flipside/ui';

/** Sibling pages of matching, as tabs with addresses. */
export const matchingViews: ViewLink[] = [
  { label: 'Rounds', to: '/matching', isExact: true },
  { label: 'Pairings', to: '/matching/pairings' },
  { label: 'Executives', to: '/executives' },
  { label: 'Certified', to: '/matching/certified' },
  { label: 'Kept apart', to: '/matching/apart' },
];
