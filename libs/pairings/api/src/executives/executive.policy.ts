import type { Viewer } from '@flipside/platform-api';

/** HR leads and the executive themselves say what the coaching should be about. */
export const canSetGoals = (
  viewer: Pick<Viewer, 'personId' | 'roles'>,
  personId: string,
): boolean => viewer.roles.has('HR_LEAD') || viewer.personId === personId;
