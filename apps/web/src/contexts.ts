import * as champions from '@flipside/champions-web';
import * as insights from '@flipside/insights-web';
import * as learnings from '@flipside/learnings-web';
import * as pairings from '@flipside/pairings-web';
import * as people from '@flipside/people-web';
import type { ContextRoute, HomeSection, PaletteEntry } from '@flipside/platform-web';
import * as sessions from '@flipside/sessions-web';
import * as admin from './admin/routes.js';

/** What a context may bring to the client. */
interface Contribution {
  routes?: readonly ContextRoute[];
  home?: readonly HomeSection[];
  palette?: () => Promise<readonly PaletteEntry[]>;
}

const contexts: Contribution[] = [
  people,
  champions,
  pairings,
  sessions,
  learnings,
  insights,
  admin,
];

const byOrder = (one: { order: number }, other: { order: number }) => one.order - other.order;

export const routes: ContextRoute[] = contexts.flatMap((context) => context.routes ?? []);
export const homeSections: HomeSection[] = contexts
  .flatMap((context) => context.home ?? [])
  .sort(byOrder);

/** What all contexts bring to the palette, fetched when it is first opened. */
export async function paletteEntries(): Promise<PaletteEntry[]> {
  return (await Promise.all(contexts.map(async ({ palette }) => (await palette?.()) ?? []))).flat();
}
