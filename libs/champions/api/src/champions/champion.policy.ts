import type { Viewer } from '@flipside/platform-api';

type Whose = { readonly personId: string };

/** Naming and ending champions, deciding on nominations: the programme's owner. */
export const canRunProgramme = (viewer: Pick<Viewer, 'roles'>): boolean =>
  viewer.roles.has('HR_LEAD');

/** A profile is the champion's own: nobody else writes in it. */
export const canEditProfile = (viewer: Pick<Viewer, 'personId'>, { personId }: Whose): boolean =>
  viewer.personId === personId;

/** Agreed hours and capacity are between the champion and the programme. */
export const canSeeLoad = (viewer: Pick<Viewer, 'personId' | 'roles'>, champion: Whose): boolean =>
  canEditProfile(viewer, champion) || canRunProgramme(viewer);
