import type { Viewer } from '@flipside/platform-api';

type Who = Pick<Viewer, 'personId' | 'roles'>;

/** The roster's record: HR leads see everybody's, each person their own. */
export const canSeeRecord = (viewer: Who, personId: string): boolean =>
  viewer.roles.has('HR_LEAD') || viewer.personId === personId;

/** Who has left, and who holds which role, is for those who run the programme or the installation. */
export const canSearchByRole = (viewer: Who): boolean =>
  viewer.roles.has('HR_LEAD') || viewer.roles.has('ADMINISTRATOR');

export const canSearchLeavers = (viewer: Who): boolean => viewer.roles.has('HR_LEAD');

/** A level stands in the record, and so does that there is none. */
export const canSearchByLevel = (viewer: Who): boolean => viewer.roles.has('HR_LEAD');

/** Staff numbers and mail addresses are searched only for those who may see them. */
export const canSearchByRecord = (viewer: Who): boolean => viewer.roles.has('HR_LEAD');
