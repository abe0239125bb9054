import type { PaletteEntry } from '@flipside/platform-web';

export const palette: PaletteEntry[] = [
  { label: 'Find a person', to: '/people', keywords: 'directory staff colleague' },
  { label: 'Set when you work', to: '/me/availability', keywords: 'hours time zone availability' },
  { label: 'Your data and looks', to: '/me', keywords: 'me settings theme dark privacy' },
];
