import type { PaletteEntry } from '@flipside/platform-web';

export const palette: PaletteEntry[] = [
  {
    label: 'Start a matching round',
    to: '/matching?start=1',
    keywords: 'pair propose',
    roles: ['HR_LEAD'],
  },
  {
    label: 'How matching works',
    to: '/matching/notice',
    keywords: 'notice rules weights data used',
  },
  {
    label: 'Whom you would like to be paired with',
    to: '/me/wishes',
    keywords: 'wishes prefer not refuse',
    roles: ['EXECUTIVE', 'CHAMPION'],
  },
  {
    label: 'Certify a champion',
    to: '/matching/certified?show=NOT_VALID',
    keywords: 'certification renew withdraw',
    roles: ['HR_LEAD'],
  },
  {
    label: 'Keep people apart',
    to: '/matching/apart',
    keywords: 'conflict of interest unit exclude forbid never',
    roles: ['HR_LEAD'],
  },
  {
    label: 'Mark an executive',
    to: '/executives?mark=1',
    keywords: 'enrol leader',
    roles: ['HR_LEAD'],
  },
];
