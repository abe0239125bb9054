import { isLogOpen, mayRead, readersOf, type LearningField } from '@flipside/learnings-domain';
import type { Viewer } from '@flipside/platform-api';
import { sideOf, type TwoPeople } from '../circle.policy.js';

/** Only the champion logs: one record, one author. */
export const canLog = (viewer: Pick<Viewer, 'personId'>, two: TwoPeople): boolean =>
  sideOf(viewer, two) === 'champion';

/** Only the executive confirms. */
export const canConfirm = (viewer: Pick<Viewer, 'personId'>, two: TwoPeople): boolean =>
  sideOf(viewer, two) === 'executive';

/** The author may change the log for 48 hours. */
export const canChangeLog = (
  viewer: Pick<Viewer, 'personId'>,
  log: { authorId: string; loggedAt: Date },
  now: Date,
): boolean => viewer.personId === log.authorId && isLogOpen(log.loggedAt, now);

/** Whether this viewer may read a field of a log written by `authorId`. */
export const canReadLog = (
  viewer: Pick<Viewer, 'personId' | 'roles'>,
  field: LearningField & `log.${string}`,
  two: TwoPeople,
  authorId: string,
): boolean => mayRead(viewer, readersOf(field, { ...two, writerId: authorId }));

/** HR leads and the two people see the facts of a session. */
export const canSeeFacts = (
  viewer: Pick<Viewer, 'personId' | 'roles'>,
  two: Pick<TwoPeople, 'championId' | 'executiveId'>,
): boolean => mayRead(viewer, readersOf('log.met', { ...two, writerId: two.championId }));
