import type { ComponentType } from 'react';
import type { Role } from './viewer.js';

/** What is one's own, what is for all, the two halves of running a programme, what it rests on, and the server. */
export type NavGroup = 'coaching' | 'everyone' | 'programme' | 'pairings' | 'setup' | 'admin';

export interface NavEntry {
  group: NavGroup;
  label: string;
  icon: ComponentType<{ size?: number | string; stroke?: number | string; className?: string }>;
  /** Position inside the group, in tens. */
  order: number;
  /** Who sees it; by default whoever may open the route. */
  roles?: readonly Role[];
  /** Among the at most three entries a phone shows beside Home and More. */
  isOnPhoneBar?: boolean;
}

/** One page a context brings. The component is loaded when somebody goes there. */
export interface ContextRoute {
  /** As react-router writes it: '/coverage/:unitId'. */
  path: string;
  lazy: () => Promise<{ Component: ComponentType }>;
  nav?: NavEntry;
  /** Who may open it; everyone signed in when absent. The server decides again. */
  roles?: readonly Role[];
}

/** A part of the home page, for the people it concerns. Make `Component` with React.lazy. */
export interface HomeSection {
  id: string;
  /** Position on the page, in tens. */
  order: number;
  roles: readonly Role[];
  Component: ComponentType;
}

/** Something to do from the command palette. */
export interface PaletteEntry {
  label: string;
  to: string;
  /** Other words people may type. */
  keywords?: string;
  roles?: readonly Role[];
}
