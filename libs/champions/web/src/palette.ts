import type { PaletteEntry } from '@flipside/platform-web';

export const palette: PaletteEntry[] = [
  { label: 'Nominate someone', to: '/nominate', keywords: 'propose suggest champion' },
  {
    label: 'Put myself forward as a champion',
    to: '/nominate?self=1',
    keywords: 'nominate volunteer',
  },
  { label: 'My nominations', to: '/nominations', keywords: 'proposed answer' },
  {
    label: 'Coverage ahead',
    to: '/coverage/forecast',
    keywords: 'forecast what if plan',
    roles: ['HR_LEAD'],
  },
  {
    label: 'Sites and departments',
    to: '/coverage/matrix',
    keywords: 'coverage matrix location',
    roles: ['HR_LEAD'],
  },
  {
    label: 'Strategic priorities',
    to: '/coverage/strategy',
    keywords: 'market product composition',
    roles: ['HR_LEAD'],
  },
  { label: 'Ask a champion', to: '/help?ask=1', keywords: 'help question demo judging' },
  { label: 'Office hours', to: '/help', keywords: 'drop in place' },
  {
    label: 'How recruiting goes',
    to: '/recruiting/figures',
    keywords: 'funnel conversion pipeline sources',
    roles: ['HR_LEAD'],
  },
  { label: 'Find a champion', to: '/champions', keywords: 'directory skill help' },
  { label: 'Name a champion', to: '/champions?name=1', keywords: 'appoint', roles: ['HR_LEAD'] },
];
