import { lazy } from 'react';
import type { LoadPanel } from '@flipside/champions-web';
import type { ContextRoute, HomeSection } from '@flipside/platform-web';
import { IconCalendar, IconCalendarEvent, IconInbox, IconMailOpened } from '@flipside/ui';

export { SessionPanels, type SessionPanel, type SessionPanelFacts } from './session-panels.js';

/** Stands on a champion's page of weeks kept free. */
export const sessionsLoadPanels: LoadPanel[] = [
  {
    key: 'sessions-in-rest',
    Panel: lazy(async () => ({ default: (await import('./rest-sessions.js')).RestSessions })),
  },
];

/** Sessions that an HR lead has to decide about; nothing while there are none. Stands inside a Suspense. */
export const DisputedSessions = lazy(async () => ({
  default: (await import('./disputed-sessions.js')).DisputedSessions,
}));

export const routes: ContextRoute[] = [
  {
    path: '/sessions',
    lazy: async () => ({ Component: (await import('./sessions-page.js')).SessionsPage }),
    roles: ['EXECUTIVE', 'CHAMPION'],
    nav: {
      group: 'coaching',
      label: 'Sessions',
      icon: IconCalendarEvent,
      order: 20,
      isOnPhoneBar: true,
    },
  },
  {
    path: '/sessions/book/:pairingId',
    lazy: async () => ({ Component: (await import('./book-one-page.js')).BookOnePage }),
    roles: ['EXECUTIVE', 'DELEGATE'],
  },
  {
    path: '/sessions/:id',
    lazy: async () => ({ Component: (await import('./session-page.js')).SessionPage }),
  },
  {
    path: '/sessions/:id/move',
    lazy: async () => ({ Component: (await import('./move-page.js')).MovePage }),
  },
  {
    path: '/sessions/:id/propose',
    lazy: async () => ({ Component: (await import('./propose-page.js')).ProposePage }),
  },
  {
    path: '/looked-after',
    lazy: async () => ({ Component: (await import('./looked-after-page.js')).LookedAfterPage }),
    roles: ['DELEGATE'],
    nav: {
      group: 'coaching',
      label: 'Inbox',
      icon: IconInbox,
      order: 15,
      isOnPhoneBar: true,
    },
  },
  {
    path: '/executives/:id/delegates',
    lazy: async () => ({
      Component: (await import('./executive-delegates-page.js')).ExecutiveDelegatesPage,
    }),
    roles: ['HR_LEAD'],
  },
  {
    path: '/planning',
    lazy: async () => ({ Component: (await import('./planning/planning-page.js')).PlanningPage }),
    roles: ['HR_LEAD'],
    nav: { group: 'pairings', label: 'Planning', icon: IconCalendar, order: 30 },
  },
  {
    path: '/mail-previews',
    lazy: async () => ({
      Component: (await import('./mail-previews-page.js')).MailPreviewsPage,
    }),
    roles: ['ADMINISTRATOR', 'HR_LEAD'],
  },
  {
    path: '/me/calendars',
    lazy: async () => ({ Component: (await import('./feeds-page.js')).FeedsPage }),
  },
  {
    path: '/sessions/:id/rhythm',
    lazy: async () => ({ Component: (await import('./rhythm-page.js')).RhythmPage }),
    roles: ['EXECUTIVE', 'DELEGATE'],
  },
  {
    path: '/me/availability/calendars',
    lazy: async () => ({ Component: (await import('./calendars-page.js')).CalendarsPage }),
  },
  {
    path: '/inbound',
    lazy: async () => ({ Component: (await import('./inbound-page.js')).InboundPage }),
    roles: ['ADMINISTRATOR'],
    nav: { group: 'admin', label: 'Incoming', icon: IconMailOpened, order: 20 },
  },
  {
    path: '/me/notifications',
    lazy: async () => ({ Component: (await import('./mail-choices-page.js')).MailChoicesPage }),
  },
  {
    path: '/me/delegates',
    lazy: async () => ({ Component: (await import('./delegates-page.js')).DelegatesPage }),
  },
];

export const home: HomeSection[] = [
  {
    id: 'held-times',
    order: 5,
    roles: ['EXECUTIVE', 'CHAMPION', 'DELEGATE'],
    Component: lazy(async () => ({
      default: (await import('./held-times-section.js')).HeldTimesSection,
    })),
  },
  {
    id: 'next-session',
    order: 10,
    roles: ['EXECUTIVE'],
    Component: lazy(async () => ({
      default: (await import('./executive-section.js')).ExecutiveSection,
    })),
  },
  {
    id: 'champion-sessions',
    order: 30,
    roles: ['CHAMPION'],
    Component: lazy(async () => ({
      default: (await import('./champion-section.js')).ChampionSection,
    })),
  },
  {
    id: 'looked-after-sessions',
    order: 20,
    roles: ['DELEGATE'],
    Component: lazy(async () => ({
      default: (await import('./delegate-section.js')).DelegateSection,
    })),
  },
];

/** Loaded when somebody opens the palette: no page needs its words to appear. */
export const palette = async () => (await import('./palette.js')).palette;
