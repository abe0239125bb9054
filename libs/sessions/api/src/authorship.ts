import type { Viewer } from '@flipside/platform-api';
import type { PairTimes } from './pair-times.js';
import type { Authorship } from './session-event.js';
import type { Standing } from './session.policy.js';

export const authorshipOf = (viewer: Viewer, standing: Standing, at: Date): Authorship => ({
  actorId: viewer.personId,
  onBehalfOf: standing.onBehalfOf,
  at,
});

/** "Kim for Helen", or just "Helen". */
export function byWordsOf(viewer: Viewer, standing: Standing, people: PairTimes): string {
  if (!standing.onBehalfOf) return viewer.name;
  return `${viewer.name} for ${people[standing.side].name}`;
}
