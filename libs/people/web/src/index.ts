import type { ContextRoute, HomeSection } from '@flipside/platform-web';
import {
  IconFileImport,
  IconSettings,
  IconStethoscope,
  IconUserCheck,
  IconUsers,
} from '@flipside/ui';
import { lazy } from 'react';

export const routes: ContextRoute[] = [
  {
    path: '/people',
    lazy: async () => ({ Component: (await import('./directory/people-page.js')).PeoplePage }),
    nav: { group: 'setup', label: 'People', icon: IconUsers, order: 10, roles: ['HR_LEAD'] },
  },
  {
    path: '/people/:id',
    lazy: async () => ({ Component: (await import('./directory/person-page.js')).PersonPage }),
  },
  {
    path: '/import',
    lazy: async () => ({ Component: (await import('./import/import-page.js')).ImportPage }),
    roles: ['HR_LEAD'],
    nav: { group: 'setup', label: 'Import', icon: IconFileImport, order: 20 },
  },
  {
    path: '/import/:runId',
    lazy: async () => ({ Component: (await import('./import/run-page.js')).ImportRunPage }),
    roles: ['HR_LEAD'],
  },
  {
    path: '/settings',
    lazy: async () => ({ Component: (await import('./programme/settings-page.js')).SettingsPage }),
    roles: ['HR_LEAD'],
    nav: { group: 'setup', label: 'Settings', icon: IconSettings, order: 30 },
  },
  {
    path: '/settings/locations',
    lazy: async () => ({ Component: (await import('./org/locations-page.js')).LocationsPage }),
    roles: ['HR_LEAD'],
  },
  {
    path: '/settings/locations/:id/holidays',
    lazy: async () => ({ Component: (await import('./org/holidays-page.js')).HolidaysPage }),
    roles: ['HR_LEAD'],
  },
  {
    path: '/settings/access',
    lazy: async () => ({ Component: (await import('./access/access-page.js')).AccessPage }),
    roles: ['ADMINISTRATOR'],
    nav: { group: 'admin', label: 'Roles', icon: IconUserCheck, order: 40 },
  },
  {
    path: '/health',
    lazy: async () => ({ Component: (await import('./health/health-page.js')).HealthPage }),
    roles: ['ADMINISTRATOR'],
    nav: { group: 'admin', label: 'Health', icon: IconStethoscope, order: 30, isOnPhoneBar: true },
  },
  {
    path: '/me',
    lazy: async () => ({ Component: (await import('./me/me-page.js')).MePage }),
  },
  {
    path: '/me/availability',
    lazy: async () => ({
      Component: (await import('./availability/availability-page.js')).AvailabilityPage,
    }),
  },
];

export const home: HomeSection[] = [
  {
    id: 'health',
    order: 10,
    roles: ['ADMINISTRATOR'],
    Component: lazy(async () => ({
      default: (await import('./health/health-section.js')).HealthSection,
    })),
  },
];

/** Loaded when somebody opens the palette: no page needs its words to appear. */
export const palette = async () => (await import('./palette.js')).palette;
