import type { PaletteEntry } from '@flipside/platform-web';

export const palette: PaletteEntry[] = [
  {
    label: 'Board page',
    to: '/outcomes/board',
    keywords: 'print outcomes sponsor',
    roles: ['HR_LEAD'],
  },
  {
    label: 'Pairing health',
    to: '/pairing-health',
    keywords: 'risk slipping why',
    roles: ['HR_LEAD'],
  },
  {
    label: 'Pairings that slip',
    to: '/rhythm?state=SLIPPING',
    keywords: 'rhythm cadence health',
    roles: ['HR_LEAD'],
  },
];
