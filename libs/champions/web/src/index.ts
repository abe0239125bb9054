import { lazy } from 'react';
import type { ContextRoute, HomeSection, PaletteEntry } from '@flipside/platform-web';
import { IconBuilding, IconCoffee, IconUserPlus, IconUsersGroup } from '@flipside/ui';

export const routes: ContextRoute[] = [
  {
    path: '/coverage',
    lazy: async () => ({ Component: (await import('./coverage/coverage-page.js')).CoveragePage }),
    roles: ['HR_LEAD'],
    nav: {
      group: 'programme',
      label: 'Coverage',
      icon: IconBuilding,
      order: 20,
      isOnPhoneBar: true,
    },
  },
  {
    path: '/coverage/:unitId',
    lazy: async () => ({ Component: (await import('./coverage/unit-page.js')).UnitPage }),
    roles: ['HR_LEAD'],
  },
  {
    path: '/recruiting',
    lazy: async () => ({
      Component: (await import('./nominations/recruiting-page.js')).RecruitingPage,
    }),
    roles: ['HR_LEAD'],
    nav: { group: 'programme', label: 'Recruiting', icon: IconUserPlus, order: 30 },
  },
  {
    path: '/champions',
    lazy: async () => ({
      Component: (await import('./directory/directory-page.js')).DirectoryPage,
    }),
    nav: { group: 'coaching', label: 'Champions', icon: IconUsersGroup, order: 60 },
  },
  {
    path: '/champions/:personId',
    lazy: async () => ({ Component: (await import('./directory/champion-page.js')).ChampionPage }),
  },
  {
    path: '/load',
    lazy: async () => ({ Component: (await import('./directory/load-page.js')).LoadPage }),
    nav: { group: 'coaching', label: 'My load', icon: IconCoffee, order: 50, roles: ['CHAMPION'] },
  },
  {
    path: '/nominate',
    lazy: async () => ({
      Component: (await import('./nominations/nominate-page.js')).NominatePage,
    }),
  },
  {
    path: '/nominations',
    lazy: async () => ({
      Component: (await import('./nominations/nominations-page.js')).NominationsPage,
    }),
  },
];

export const home: HomeSection[] = [
  {
    id: 'nominations-for-me',
    order: 5,
    roles: ['EMPLOYEE'],
    Component: lazy(async () => ({
      default: (await import('./nominations/nominations-section.js')).NominationsSection,
    })),
  },
];

export const palette: PaletteEntry[] = [
  { label: 'Nominate someone', to: '/nominate', keywords: 'propose suggest champion' },
  {
    label: 'Put myself forward as a champion',
    to: '/nominate?self=1',
    keywords: 'nominate volunteer',
  },
  { label: 'My nominations', to: '/nominations', keywords: 'proposed answer' },
  { label: 'Find a champion', to: '/champions', keywords: 'directory skill help' },
  { label: 'Name a champion', to: '/champions?name=1', keywords: 'appoint', roles: ['HR_LEAD'] },
];
