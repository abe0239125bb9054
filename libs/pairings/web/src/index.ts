import { lazy } from 'react';
import type { ChampionPanel } from '@flipside/champions-web';
import type { ContextRoute, HomeSection } from '@flipside/platform-web';
import { IconArrowsExchange, IconBriefcase, IconScale, IconTarget } from '@flipside/ui';

export {
  PairingPanels,
  type PairingPanel,
  type PairingPanelFacts,
} from './pairings/pairing-panels.js';

export const routes: ContextRoute[] = [
  {
    path: '/matching',
    lazy: async () => ({ Component: (await import('./rounds/matching-page.js')).MatchingPage }),
    roles: ['HR_LEAD'],
    nav: {
      group: 'pairings',
      label: 'Matching',
      icon: IconArrowsExchange,
      order: 10,
      isOnPhoneBar: true,
    },
  },
  {
    path: '/matching/pairings',
    lazy: async () => ({ Component: (await import('./pairings/pairings-page.js')).PairingsPage }),
    roles: ['HR_LEAD'],
  },
  {
    path: '/matching/certified',
    lazy: async () => ({
      Component: (await import('./certification/certified-page.js')).CertifiedPage,
    }),
    roles: ['HR_LEAD'],
  },
  {
    path: '/matching/apart',
    lazy: async () => ({ Component: (await import('./conflicts/apart-page.js')).ApartPage }),
    roles: ['HR_LEAD'],
  },
  {
    path: '/matching/impact',
    lazy: async () => ({ Component: (await import('./impact/impact-page.js')).ImpactPage }),
    roles: ['IMPACT_ANALYST'],
    nav: { group: 'pairings', label: 'Impact', icon: IconScale, order: 70 },
  },
  {
    path: '/matching/notice',
    lazy: async () => ({ Component: (await import('./notice/notice-page.js')).NoticePage }),
  },
  {
    path: '/matching/:roundId/setup',
    lazy: async () => ({ Component: (await import('./rounds/setup-page.js')).SetupPage }),
    roles: ['HR_LEAD'],
  },
  {
    path: '/matching/:roundId/review',
    lazy: async () => ({ Component: (await import('./review/review-page.js')).ReviewPage }),
    roles: ['HR_LEAD'],
  },
  {
    path: '/matching/:roundId/compare',
    lazy: async () => ({ Component: (await import('./rounds/compare-page.js')).ComparePage }),
    roles: ['HR_LEAD'],
  },
  {
    path: '/matching/:roundId/publish',
    lazy: async () => ({ Component: (await import('./rounds/publish-page.js')).PublishPage }),
    roles: ['HR_LEAD'],
  },
  {
    path: '/executives',
    lazy: async () => ({
      Component: (await import('./executives/executives-page.js')).ExecutivesPage,
    }),
    roles: ['HR_LEAD'],
    nav: { group: 'pairings', label: 'Executives', icon: IconBriefcase, order: 20 },
  },
  {
    path: '/goals',
    lazy: async () => ({ Component: (await import('./agreement/goals-page.js')).GoalsPage }),
    roles: ['HR_LEAD'],
    nav: { group: 'pairings', label: 'Goals', icon: IconTarget, order: 60 },
  },
  {
    path: '/me/wishes',
    lazy: async () => ({ Component: (await import('./wishes/wishes-page.js')).WishesPage }),
    roles: ['EXECUTIVE', 'CHAMPION'],
  },
  {
    path: '/pairings/:id',
    lazy: async () => ({ Component: (await import('./pairings/pairing-page.js')).PairingPage }),
  },
];

/** What pairings adds to the page of a champion. */
export const pairingsChampionPanels: ChampionPanel[] = [
  {
    key: 'certification',
    Panel: lazy(async () => ({
      default: (await import('./certification/certification-panel.js')).CertificationPanel,
    })),
  },
];

export const home: HomeSection[] = [
  {
    id: 'pairing-goal',
    order: 12,
    roles: ['EXECUTIVE', 'CHAMPION'],
    Component: lazy(async () => ({
      default: (await import('./agreement/goal-section.js')).GoalSection,
    })),
  },
  {
    id: 'pairing-proposals',
    order: 5,
    roles: ['EXECUTIVE', 'CHAMPION'],
    Component: lazy(async () => ({
      default: (await import('./home/proposed-section.js')).ProposedSection,
    })),
  },
];

/** Loaded when somebody opens the palette: no page needs its words to appear. */
export const palette = async () => (await import('./palette.js')).palette;
