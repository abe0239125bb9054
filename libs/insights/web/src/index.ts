import { lazy } from 'react';
import type { ContextRoute, HomeSection, PaletteEntry } from '@flipside/platform-web';
import { IconChartBar, IconRepeat, IconTarget } from '@flipside/ui';

export const routes: ContextRoute[] = [
  {
    path: '/scale',
    lazy: async () => ({ Component: (await import('./scale/scale-page.js')).ScalePage }),
    roles: ['HR_LEAD'],
    nav: { group: 'programme', label: 'Ready to scale', icon: IconTarget, order: 80 },
  },
  {
    path: '/rhythm',
    lazy: async () => ({ Component: (await import('./rhythm/rhythm-page.js')).RhythmPage }),
    roles: ['HR_LEAD'],
    nav: { group: 'programme', label: 'Rhythm', icon: IconRepeat, order: 60 },
  },
  {
    path: '/outcomes',
    lazy: async () => ({ Component: (await import('./outcomes/outcomes-page.js')).OutcomesPage }),
    roles: ['HR_LEAD'],
    nav: { group: 'programme', label: 'Outcomes', icon: IconChartBar, order: 70 },
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

export const palette: PaletteEntry[] = [
  {
    label: 'Pairings that slip',
    to: '/rhythm?state=SLIPPING',
    keywords: 'rhythm cadence health',
    roles: ['HR_LEAD'],
  },
];
