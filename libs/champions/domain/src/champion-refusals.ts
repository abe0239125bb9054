/** Everything this context can refuse, with the sentence the person reads: what happened, what to do. */
const WORDING = {
  CHANGED_MEANWHILE: 'Somebody else changed this a moment ago. Look again, then decide.',
  NOT_EMPLOYED: 'This person does not work here on that day. Choose another day or person.',
  ALREADY_CHAMPION: 'This person is a champion already.',
  NOT_A_CHAMPION: 'This person is not a champion any more.',
  START_OUT_OF_RANGE: 'Enter a first day from the hire date on, at most a year from now.',
  END_OUT_OF_RANGE: 'Enter a last day after the first one, at most a year from now.',
  BREAK_OUT_OF_RANGE: 'Enter a day after today, at most a year from now.',
  NOT_RESTING: 'There is no break to end.',
  CAPACITY_OUT_OF_RANGE: 'Enter 0 to 20 pairings.',
  HOURS_NOT_ASKED: 'These hours are not asked for any more. Look again, then decide.',
  HOURS_OUT_OF_RANGE: 'Enter 0 to 40 hours a month.',
  ABOUT_TOO_LONG: 'Keep it to 1,000 characters.',
  TOO_MANY_WORDS: 'Keep to 20 entries of at most 60 characters.',
  REASON_MISSING: 'Write one line that says why.',
  REASON_TOO_LONG: 'Keep the reason to 500 characters.',
  ALREADY_NOMINATED: 'Somebody was quicker: this person is nominated already.',
  ANSWERED_ALREADY: 'This was answered already.',
  NOMINEE_FIRST: 'The nominee is asked first. This can go on once they say yes.',
  NOMINATION_CLOSED: 'This nomination is closed.',
  SUBJECT_MISSING: 'Write a subject of at most 150 characters.',
  MESSAGE_MISSING: 'Write a message of at most 4,000 characters.',
  ANSWER_BY_OUT_OF_RANGE: 'Enter a day after today, at most a year from now.',
  NOBODY_TO_ASK: 'Nobody here can be asked that way. Use the link instead.',
  TOO_MANY_TO_ASK: 'These are more than 500 people. Ask the managers, or use the link.',
  PRIORITY_NAME_TAKEN: 'There is a priority of this name already.',
  PRIORITY_NAME_MISSING: 'Give the priority a name of at most 80 characters.',
  PRIORITY_MATCH_MISSING: 'Say what counts for it: 1 to 20 entries of at most 60 characters.',
  PRIORITY_TARGET_OUT_OF_RANGE: 'Enter 1 to 100,000 champions.',
  NOT_ASKED_THEN: 'This champion is not asked on that day: not active then, or at rest.',
  NO_ROOM:
    'This is more than the champion agreed to. Choose another day or champion, or say why it has to be.',
  NOT_OVER:
    'Nothing is left to put on record: what is asked keeps to the agreed hours, or is on record already.',
  REST_WEEK_OUT_OF_RANGE: 'Choose a week from this one on, at most half a year ahead.',
  TOPIC_MISSING: 'Say in up to 60 characters what it is about.',
  REQUEST_TEXT_MISSING: 'Write what you need, in up to 1,000 characters.',
  MINUTES_OUT_OF_RANGE: 'Enter 15 minutes to 8 hours; an office hour lasts at most 4.',
  DAY_OUT_OF_RANGE: 'Choose a time from now on, at most twelve weeks ahead.',
  PLACE_MISSING: 'Say where, in up to 200 characters.',
  PLACES_OUT_OF_RANGE: 'Enter 1 to 50 places.',
  PLACES_TAKEN: 'Every place is taken. Look at the other office hours, or ask a champion.',
  DROP_IN: 'No place is needed: just drop in.',
  OWN_OFFICE_HOUR: 'This is your own office hour.',
  OFFICE_HOUR_OVER: 'This office hour has begun.',
  NOT_TAKEN_YET: 'Nobody has taken it yet. Take it back if you do not need it any more.',
  INTERVIEW_MISSING: 'Record the interview with this step.',
  INTERVIEW_FIELD_MISSING: 'Write a line here, at most 1,000 characters.',
  INTERVIEW_AHEAD: 'Enter the day on which you talked.',
  MANAGER_FIRST: 'The manager is asked first. This can go on once they say yes.',
  LETTER_TOO_LONG: 'Keep the answer to 2,000 characters.',
  NO_LONGER_SUGGESTED: 'This person is not suggested any more.',
  TERM_RUNS: 'Your term runs for longer than 60 days yet. You are asked before it ends.',
  TOO_MANY_STEPS: 'Keep to 20 first steps.',
  STEP_LABEL_MISSING: 'Say in up to 120 characters what to do.',
  STEP_PLACE_UNKNOWN:
    'Enter a page of this site, such as /help, or an address that begins with https://.',
  TERM_OUT_OF_RANGE: 'Enter 3 to 60 months.',
  NO_SUCH_MOVE: 'A nomination cannot go from its stage to that one.',
} as const;

export type ChampionRefusalCode = keyof typeof WORDING;

export const CHAMPION_REFUSAL_CODES = Object.keys(WORDING) as readonly ChampionRefusalCode[];

export interface ChampionRefusal {
  readonly code: ChampionRefusalCode;
  readonly message: string;
  /** Name of the input field that the sentence is about, if one. */
  readonly field: string | null;
}

export const championRefusal = (
  code: ChampionRefusalCode,
  field: string | null = null,
): ChampionRefusal => ({ code, message: WORDING[code], field });
