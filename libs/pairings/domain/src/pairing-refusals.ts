/** Everything this context can refuse, with the sentence the person reads: what happened, what to do. */
const WORDING = {
  ALREADY_OVER: 'This pairing has already ended. Nothing was changed.',
  EXPIRED: 'This proposal has expired. The programme will propose again in the next round.',
  NOT_IN_THIS_STATE: 'This pairing is not at that point. Reload to see where it stands.',
  NOT_YOURS_TO_DO: 'This step belongs to somebody else in the pairing.',
  ALREADY_SAID_YES: 'You already said yes. Take your yes back if that has changed.',
  ALREADY_POSTPONED:
    'You moved this once already. Say yes or no, or ask a question; all of them are fine.',
  NOT_NOW_OUT_OF_RANGE: 'Choose one, two or four weeks.',
  QUESTION_MISSING: 'Write what you would like to know.',
  TOO_MANY_QUESTIONS: 'There are 20 texts here already. Talk to each other, then say yes or no.',
  NOBODY_TO_ASK: 'Nobody else leads the programme at the moment. Ask the other person.',
  CHAMPION_FULL:
    'The champion has no free place any more. Choose another champion or leave it open.',
  CHAMPION_GONE:
    'The champion no longer takes new pairings. Choose another champion or leave it open.',
  EXECUTIVE_GONE: 'This person no longer takes part as an executive.',
  EXECUTIVE_TAKEN: 'This executive is already in another pairing.',
  RULE_BROKEN: 'A rule of this round excludes these two.',
  CHANGED_MEANWHILE: 'Somebody else changed this a moment ago. Look again, then decide.',
  NO_CHAMPION: 'Nobody is proposed here. Swap somebody in or leave it open.',
  NOT_IN_REVIEW: 'This round is not in review.',
  ROUND_CLOSED: 'This round is already published or discarded.',
  ON_HOLD: 'This round is about to be published. Stop that first, then change it.',
  NOT_ON_HOLD: 'Nothing is waiting to be sent for this round.',
  TOO_LATE_TO_STOP: 'The mails of this round have already left. End single pairings instead.',
  TOO_MANY_WISHES: 'Name up to three people you would like, and up to three you would not.',
  NAMED_TWICE: 'Name each person once.',
  WISH_FOR_ONESELF: 'Name somebody else.',
  STILL_PROPOSING: 'Matches are being proposed. Wait until that is done.',
  NOTHING_TO_PUBLISH: 'No proposal is accepted yet. Accept at least one, then publish.',
  NAME_MISSING: 'Give the round a name of up to 80 characters.',
  RULES_UNREADABLE: 'These rules do not fit together.',
  ALREADY_ENROLLED: 'This person already takes part as an executive.',
  NOT_ENROLLED: 'This person does not take part as an executive.',
  NOT_EMPLOYED: 'This person does not work here any more.',
  NO_LEVEL_RULE: 'No level is set for executives. Set one in the settings, or mark people by hand.',
  IN_PAIRING: 'This person is in a pairing. End the pairing first.',
  TOO_MANY_TOPICS: 'Choose up to 8 topics.',
  TOPIC_TOO_LONG: 'Keep each topic under 60 characters.',
  GOAL_TOO_LONG: 'Keep the goal under 500 characters.',
  TEXT_TOO_LONG: 'Keep this under 500 characters.',
  DAY_IN_THE_PAST: 'Choose a day after today.',
  PAUSE_TOO_LONG: 'A pause lasts at most 180 days. End the pairing quietly if it will be longer.',
  RHYTHM_SAID_YES_TO:
    'The other person has said yes to this rhythm. Ask them to change it, then say yes to the new one.',
  RHYTHM_FIXED: 'Sessions are already planned in this rhythm. Move the next session instead.',
  RHYTHM_BEYOND_HOURS:
    'Meeting this often is more than the champion agreed to. Choose a slower rhythm or a shorter session.',
  RHYTHM_OUT_OF_RANGE: 'Choose a rhythm of 7 to 42 days and sessions of 15, 30, 45 or 60 minutes.',
  UNIT_IS_EVERYBODY:
    'That unit is the whole company: the person would have nobody. Choose a unit below it, or take the person out of the programme.',
  NOT_CERTIFIED: 'This champion is not certified at the moment. Nothing was changed.',
  LABELS_UNREADABLE: 'This file cannot be read as a list of groups.',
  NOBODY_KNOWN: 'No row of this file names anybody who works here. Check its first column.',
  GROUP_SIZE_OUT_OF_RANGE: 'Figures speak of at least 3 people, and at most 100 can be asked for.',
  ROUND_NOT_OPEN:
    'This round is published: its people are in pairings now. Try it on a round in review.',
} as const;

export type PairingRefusalCode = keyof typeof WORDING;

export const PAIRING_REFUSAL_CODES = Object.keys(WORDING) as readonly PairingRefusalCode[];

export interface PairingRefusal {
  readonly code: PairingRefusalCode;
  readonly message: string;
  /** Name of the input field that the sentence is about. */
  readonly field?: string;
}

/** `message` replaces the standing sentence where numbers or names make it more useful. */
export function pairingRefusal(
  code: PairingRefusalCode,
  { field, message }: { field?: string; message?: string } = {},
): PairingRefusal {
  return { code, message: message ?? WORDING[code], ...(field !== undefined && { field }) };
}
