import { addDays, type Day } from '@flipside/kernel';

/** What is noted about one champion. */
export interface CertificationDays {
  readonly certifiedOn: Day;
  /** The day from which it is no longer valid. */
  readonly validUntil: Day;
  readonly withdrawnOn: Day | null;
}

export const CERTIFICATION_STATES = [
  'none',
  'certified',
  'ends_soon',
  'ended',
  'withdrawn',
] as const;
export type CertificationState = (typeof CERTIFICATION_STATES)[number];

/** Long enough to renew before the next round looks. */
export const ENDS_SOON_DAYS = 30;

export const LONGEST_EVIDENCE = 300;

/** Where a certification stands on a day; only `certified` and `ends_soon` keep the rule "certified". */
export function certificationOn(noted: CertificationDays | null, day: Day): CertificationState {
  if (noted === null) return 'none';
  if (noted.withdrawnOn !== null && noted.withdrawnOn <= day) return 'withdrawn';
  if (noted.validUntil <= day) return 'ended';
  return noted.validUntil <= addDays(day, ENDS_SOON_DAYS) ? 'ends_soon' : 'certified';
}
