import { lazy } from 'react';
import type { PairingPanel } from '@flipside/pairings-web';
import { lazyPanel } from '@flipside/learnings-web';
import type { ContextRoute, HomeSection } from '@flipside/platform-web';
import { IconChartBar, IconHeartbeat, IconRepeat, IconTrendingUp } from '@flipside/ui';

export const routes: ContextRoute[] = [
  {
    path: '/scale',
    lazy: async () => ({ Component: (await import('./scale/scale-page.js')).ScalePage }),
    roles: ['HR_LEAD'],
    nav: { group: 'programme', label: 'Ready to scale', icon: IconTrendingUp, order: 50 },
  },
  {
    path: '/rhythm',
    lazy: async () => ({ Component: (await import('./rhythm/rhythm-page.js')).RhythmPage }),
    roles: ['HR_LEAD'],
    nav: { group: 'pairings', label: 'Rhythm', icon: IconRepeat, order: 40 },
  },
  {
    path: '/outcomes',
    lazy: async () => ({ Component: (await import('./outcomes/outcomes-page.js')).OutcomesPage }),
    roles: ['HR_LEAD'],
    nav: { group: 'programme', label: 'Outcomes', icon: IconChartBar, order: 60 },
  },
  {
    path: '/outcomes/board',
    lazy: async () => ({ Component: (await import('./outcomes/board-page.js')).BoardPage }),
    roles: ['HR_LEAD'],
  },
  {
    path: '/pairing-health',
    lazy: async () => ({ Component: (await import('./health/health-page.js')).HealthPage }),
    roles: ['HR_LEAD'],
    nav: { group: 'pairings', label: 'Pairing health', icon: IconHeartbeat, order: 50 },
  },
];

export const home: HomeSection[] = [
  {
    id: 'programme-home',
    order: 10,
    roles: ['HR_LEAD'],
    Component: lazy(async () => ({
      default: (await import('./home/programme-section.js')).ProgrammeSection,
    })),
  },
];

/** Loaded when somebody opens the palette: no page needs its words to appear. */
export const palette = async () => (await import('./palette.js')).palette;

/** What insights adds to the page of a pairing: how it looks from HR's side. */
export const insightsPairingPanels: PairingPanel[] = [
  {
    key: 'hr-sees',
    Panel: lazyPanel(async () => (await import('./health/hr-sees-panel.js')).HrSeesPanel, 3),
  },
];
