/** Everything this context can refuse, with the sentence the person reads: what happened, what to do. */
const WORDING = {
  CHANGED_MEANWHILE: 'Somebody else changed this a moment ago. Look again, then decide.',
  NAME_OUT_OF_RANGE: 'Enter a name of 1 to 60 characters.',
  TARGET_OUT_OF_RANGE: 'Enter a target from 1 to 1,000 people per champion.',
  SMALL_UNIT_LIMIT_OUT_OF_RANGE: 'Enter a small-unit limit from 1 to 1,000 people.',
  NO_ELIGIBLE_TYPE: 'Choose at least one kind of employment that counts.',
  EXECUTIVE_LEVEL_OUT_OF_RANGE: 'Enter a level from 1 to 99, or leave it empty.',
  UNKNOWN_TIME_ZONE: 'Choose a time zone from the list.',
  CADENCE_OUT_OF_RANGE: 'Enter a rhythm from 7 to 42 days.',
  SESSION_LENGTH_OUT_OF_RANGE: 'Choose sessions of 15, 30, 45 or 60 minutes.',
  CAPACITY_OUT_OF_RANGE: 'Enter 1 to 20 pairings per champion.',
  HOURS_OUT_OF_RANGE: 'Enter 1 to 40 hours a month per champion.',
  NOTICE_OUT_OF_RANGE: 'Enter a notice from 0 to 336 hours.',
  SMALL_GROUP_OUT_OF_RANGE: 'Enter a smallest group from 3 to 100 people.',
  NO_WORKING_HOURS: 'Choose at least one stretch of 15 minutes or more.',
  INTERVAL_BACKWARDS: 'Each stretch must end after it begins, within one day.',
  INTERVALS_OVERLAP: 'Two stretches of the same day overlap. Join them or move one.',
  TOO_MANY_INTERVALS: 'Keep to 4 stretches a day.',
  DAYS_BACKWARDS: 'The last day lies before the first one. Swap them.',
  DAYS_TOO_LONG: 'Keep to one year at a time.',
  DAYS_OVERLAP: 'These days overlap others that you noted. Remove those first.',
  NOTHING_TO_UNDO: 'There is no change left to undo.',
  LATER_CHANGE: 'A later change touched the same rule. Undo that one first.',
  LAST_ADMINISTRATOR:
    'This is the last administrator. Give the role to somebody else first, then take it here.',
  NOT_EMPLOYED: 'This person does not work here any more.',
  NO_EMAIL: 'This person has no e-mail address and could not sign in.',
  NOT_TO_CHOOSE: 'This cannot be chosen for these mails. Choose one of the ways on offer.',
  MAIL_HOURS_OUT_OF_RANGE: 'Choose from the list: full or half hours, and a day of the week.',
} as const;

export type PeopleRefusalCode = keyof typeof WORDING;

export const PEOPLE_REFUSAL_CODES = Object.keys(WORDING) as readonly PeopleRefusalCode[];

export interface PeopleRefusal {
  readonly code: PeopleRefusalCode;
  readonly message: string;
  /** Name of the input field that the sentence is about, if one. */
  readonly field: string | null;
}

export const peopleRefusal = (
  code: PeopleRefusalCode,
  field: string | null = null,
): PeopleRefusal => ({ code, message: WORDING[code], field });
