import type { PaletteEntry } from '@flipside/platform-web';

export const palette: PaletteEntry[] = [
  { label: 'Add what I learned', to: '/learned', keywords: 'learning write down practice' },
  { label: 'What works', to: '/learnings', keywords: 'find search learning colleague shared' },
  { label: 'Recipes', to: '/recipes', keywords: 'session plan exercise prompt library' },
  { label: 'Guardrails', to: '/guardrails', keywords: 'data class tools rules boundary' },
  { label: 'Stories', to: '/stories', keywords: 'share a win use of the week' },
  { label: 'My data', to: '/me/data', keywords: 'privacy who looked download delete notes' },
  { label: 'Thanks I received', to: '/thanks', keywords: 'recognition', roles: ['CHAMPION'] },
];
