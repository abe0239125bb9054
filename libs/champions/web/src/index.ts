import { lazy } from 'react';
import type { ContextRoute, HomeSection } from '@flipside/platform-web';
import {
  IconBuilding,
  IconCoffee,
  IconMessage,
  IconSitemap,
  IconUserPlus,
  IconUsersGroup,
} from '@flipside/ui';

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
    path: '/coverage/matrix',
    lazy: async () => ({ Component: (await import('./coverage/matrix-page.js')).MatrixPage }),
    roles: ['HR_LEAD'],
  },
  {
    path: '/coverage/forecast',
    lazy: async () => ({ Component: (await import('./forecast/forecast-page.js')).ForecastPage }),
    roles: ['HR_LEAD'],
  },
  {
    path: '/coverage/strategy',
    lazy: async () => ({ Component: (await import('./strategy/strategy-page.js')).StrategyPage }),
    roles: ['HR_LEAD'],
  },
  {
    path: '/calls/:callId',
    lazy: async () => ({ Component: (await import('./recruiting/call-page.js')).CallPage }),
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
    path: '/network',
    lazy: async () => ({ Component: (await import('./load/network-page.js')).NetworkPage }),
    roles: ['HR_LEAD'],
    nav: { group: 'programme', label: 'Network', icon: IconSitemap, order: 40 },
  },
  {
    path: '/recruiting/figures',
    lazy: async () => ({ Component: (await import('./funnel/funnel-page.js')).FunnelPage }),
    roles: ['HR_LEAD'],
  },
  {
    path: '/champions',
    lazy: async () => ({
      Component: (await import('./directory/directory-page.js')).DirectoryPage,
    }),
    nav: { group: 'everyone', label: 'Champions', icon: IconUsersGroup, order: 30 },
  },
  {
    path: '/champions/:personId',
    lazy: async () => ({ Component: (await import('./directory/champion-page.js')).ChampionPage }),
  },
  {
    path: '/help',
    lazy: async () => ({ Component: (await import('./help/help-page.js')).HelpPage }),
    nav: { group: 'everyone', label: 'Help', icon: IconMessage, order: 40 },
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
    id: 'onboarding',
    order: 8,
    roles: ['CHAMPION'],
    Component: lazy(async () => ({
      default: (await import('./load/onboarding-section.js')).OnboardingSection,
    })),
  },
  {
    id: 'nominations-for-me',
    order: 5,
    roles: ['EMPLOYEE'],
    Component: lazy(async () => ({
      default: (await import('./nominations/nominations-section.js')).NominationsSection,
    })),
  },
];

/** Loaded when somebody opens the palette: no page needs its words to appear. */
export const palette = async () => (await import('./palette.js')).palette;

export {
  ChampionPanels,
  type ChampionPanel,
  type ChampionPanelFacts,
} from './directory/champion-panels.js';

export { LoadPanels, type LoadPanel } from './load/load-panels.js';

export type { FoundPerson } from './person-search.js';

/** Finds one person by name, for forms of other contexts. Stands inside a Suspense. */
export const PersonSearch = lazy(async () => ({
  default: (await import('./person-search.js')).PersonSearch,
}));
