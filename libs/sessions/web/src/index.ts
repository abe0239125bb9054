import { lazy } from 'react';
import type { ContextRoute, HomeSection, PaletteEntry } from '@flipside/platform-web';
import { IconCalendar, IconCalendarEvent, IconInbox, IconMailOpened } from '@flipside/ui';

export { MailList } from './mail-list.js';
export { SessionPanels, type SessionPanel, type SessionPanelFacts } from './session-panels.js';

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
    path: '/planning',
    lazy: async () => ({ Component: (await import('./planning/planning-page.js')).PlanningPage }),
    roles: ['HR_LEAD'],
    nav: { group: 'programme', label: 'Planning', icon: IconCalendar, order: 50 },
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
    nav: { group: 'admin', label: 'Incoming', icon: IconMailOpened, order: 15 },
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

export const palette: PaletteEntry[] = [
  {
    label: 'Plan the sessions of a quarter',
    to: '/planning',
    keywords: 'schedule rhythm draft publish everybody',
    roles: ['HR_LEAD'],
  },
  {
    label: 'Look at the mails that people get',
    to: '/mail-previews',
    keywords: 'preview template wording',
    roles: ['ADMINISTRATOR', 'HR_LEAD'],
  },
  {
    label: 'See my sessions in another calendar',
    to: '/me/calendars',
    keywords: 'feed address subscribe ics outlook google iphone',
  },
  {
    label: 'Choose which mails reach me',
    to: '/me/notifications',
    keywords: 'notifications reminders quiet hours digest unsubscribe',
  },
  {
    label: 'Add a calendar',
    to: '/me/availability/calendars',
    keywords: 'busy free ics caldav',
  },
  {
    label: 'Move or skip a session',
    to: '/sessions',
    keywords: 'reschedule cancel',
    roles: ['EXECUTIVE', 'CHAMPION'],
  },
  {
    label: 'Answer for those I look after',
    to: '/looked-after',
    keywords: 'assistant inbox delegate',
    roles: ['DELEGATE'],
  },
  {
    label: 'Choose who looks after my sessions',
    to: '/me/delegates',
    keywords: 'assistant delegate',
  },
];
