import { lazy } from 'react';
import type { ContextRoute, HomeSection, PaletteEntry } from '@flipside/platform-web';
import { IconBulb, IconHeart } from '@flipside/ui';

export const routes: ContextRoute[] = [
  {
    path: '/sessions/:sessionId/log',
    lazy: async () => ({ Component: (await import('./log/log-page.js')).LogPage }),
  },
  {
    path: '/learned',
    lazy: async () => ({ Component: (await import('./learned/learned-page.js')).LearnedPage }),
    nav: {
      group: 'coaching',
      label: 'Learned',
      icon: IconBulb,
      order: 40,
      roles: ['EXECUTIVE'],
      isOnPhoneBar: true,
    },
  },
  {
    path: '/thanks',
    lazy: async () => ({ Component: (await import('./thanks/thanks-page.js')).ThanksPage }),
    nav: { group: 'coaching', label: 'Thanks', icon: IconHeart, order: 55, roles: ['CHAMPION'] },
  },
];

export const home: HomeSection[] = [
  {
    id: 'session-desk',
    order: 5,
    roles: ['CHAMPION'],
    Component: lazy(async () => ({
      default: (await import('./log/desk-section.js')).DeskSection,
    })),
  },
  {
    id: 'did-you-meet',
    order: 30,
    roles: ['EXECUTIVE'],
    Component: lazy(async () => ({
      default: (await import('./log/confirm-section.js')).ConfirmSection,
    })),
  },
  {
    id: 'last-time',
    order: 40,
    roles: ['EXECUTIVE'],
    Component: lazy(async () => ({
      default: (await import('./log/last-time-section.js')).LastTimeSection,
    })),
  },
];

export const palette: PaletteEntry[] = [
  { label: 'Add what I learned', to: '/learned', keywords: 'learning write down practice' },
  { label: 'Thanks I received', to: '/thanks', keywords: 'recognition', roles: ['CHAMPION'] },
];

export { learningsPairingPanels, learningsSessionPanels } from './panels.js';

/** The sessions of a pairing as HR sees them, for HR's pages. Stands inside a Suspense. */
export const PairingFacts = lazy(async () => ({
  default: (await import('./log/pairing-facts.js')).PairingFacts,
}));
