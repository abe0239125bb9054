import { lazy } from 'react';
import type { ContextRoute, HomeSection } from '@flipside/platform-web';
import {
  IconBook2,
  IconBulb,
  IconFileText,
  IconHeart,
  IconSchool,
  IconShieldCheck,
  IconSparkles,
} from '@flipside/ui';

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
    path: '/stories',
    lazy: async () => ({ Component: (await import('./stories/stories-page.js')).StoriesPage }),
    nav: { group: 'everyone', label: 'Stories', icon: IconBook2, order: 20 },
  },
  {
    path: '/learnings',
    lazy: async () => ({ Component: (await import('./life/find-page.js')).FindPage }),
    nav: { group: 'everyone', label: 'What works', icon: IconSparkles, order: 10 },
  },
  {
    path: '/learnings/:id',
    lazy: async () => ({ Component: (await import('./life/life-page.js')).LifePage }),
  },
  {
    path: '/thanks',
    lazy: async () => ({ Component: (await import('./thanks/thanks-page.js')).ThanksPage }),
    nav: { group: 'coaching', label: 'Thanks', icon: IconHeart, order: 55, roles: ['CHAMPION'] },
  },
  {
    path: '/sessions/:sessionId/prepare',
    lazy: async () => ({
      Component: (await import('./preparation/prepare-page.js')).PreparePage,
    }),
  },
  {
    path: '/recipes',
    lazy: async () => ({ Component: (await import('./recipes/recipes-page.js')).RecipesPage }),
    nav: {
      group: 'everyone',
      label: 'Recipes',
      icon: IconFileText,
      order: 50,
      roles: ['CHAMPION', 'EXECUTIVE', 'HR_LEAD'],
    },
  },
  {
    path: '/recipes/new',
    lazy: async () => ({ Component: (await import('./recipes/recipe-form.js')).NewRecipePage }),
    roles: ['HR_LEAD', 'CHAMPION'],
  },
  {
    path: '/recipes/:id',
    lazy: async () => ({ Component: (await import('./recipes/recipe-page.js')).RecipePage }),
  },
  {
    path: '/guardrails',
    lazy: async () => ({
      Component: (await import('./guidance/guardrails-page.js')).GuardrailsPage,
    }),
    nav: {
      group: 'everyone',
      label: 'Guardrails',
      icon: IconShieldCheck,
      order: 60,
      roles: ['CHAMPION', 'EXECUTIVE', 'HR_LEAD'],
    },
  },
  {
    path: '/guardrails/questions',
    lazy: async () => ({ Component: (await import('./guidance/questions-page.js')).QuestionsPage }),
  },
  {
    path: '/fluency',
    lazy: async () => ({ Component: (await import('./fluency/fluency-page.js')).FluencyPage }),
    roles: ['HR_LEAD'],
    nav: { group: 'programme', label: 'Fluency', icon: IconSchool, order: 70 },
  },
  {
    path: '/me/data',
    lazy: async () => ({ Component: (await import('./my-data/my-data-page.js')).MyDataPage }),
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
    id: 'recipes-to-review',
    order: 70,
    roles: ['CHAMPION', 'HR_LEAD'],
    Component: lazy(async () => ({
      default: (await import('./recipes/review-section.js')).ReviewSection,
    })),
  },
  {
    id: 'use-of-the-week',
    order: 80,
    roles: ['EMPLOYEE'],
    Component: lazy(async () => ({
      default: (await import('./stories/uses-of-the-week.js')).UsesOfTheWeekOnHome,
    })),
  },
  {
    id: 'lines-to-answer',
    order: 32,
    roles: ['EXECUTIVE', 'CHAMPION'],
    Component: lazy(async () => ({
      default: (await import('./learned/answer-section.js')).AnswerSection,
    })),
  },
  {
    id: 'still-doing-it',
    order: 35,
    roles: ['EXECUTIVE'],
    Component: lazy(async () => ({
      default: (await import('./life/still-section.js')).StillSection,
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

/** Loaded when somebody opens the palette: no page needs its words to appear. */
export const palette = async () => (await import('./palette.js')).palette;

export { lazyPanel, learningsPairingPanels, learningsSessionPanels } from './panels.js';

/** The sessions of a pairing as HR sees them, for HR's pages. Stands inside a Suspense. */
export const PairingFacts = lazy(async () => ({
  default: (await import('./log/pairing-facts.js')).PairingFacts,
}));
