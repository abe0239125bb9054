/** Every reason why a learnings command says no, with the words the person reads. */
export type LearningRefusalCode =
  | 'EMPTY'
  | 'TOO_LONG'
  | 'TOO_MANY_TOPICS'
  | 'UNKNOWN_TOPIC'
  | 'TOO_MANY_BEHAVIOURS'
  | 'ABSENT_SIDE_MISSING'
  | 'SESSION_NOT_OVER'
  | 'SESSION_CALLED_OFF'
  | 'LOG_CLOSED'
  | 'CHANGED_MEANWHILE'
  | 'FIGURES_MISSING'
  | 'FIGURES_OUT_OF_RANGE'
  | 'PERIOD_BACKWARDS'
  | 'SAME_WORKFLOW'
  | 'OWN_OUTCOME'
  | 'OUTCOME_ENDED'
  | 'RENEW_TOO_EARLY'
  | 'RETIRED'
  | 'OWN_LEARNING'
  | 'NO_PAIRING'
  | 'YES_NEEDED'
  | 'TASK_MISSING'
  | 'RULE_NOT_ACCEPTED'
  | 'SECRET_FOUND'
  | 'NO_OWNER'
  | 'GRADE_MISSING'
  | 'NAME_IN_TEXT'
  | 'OWN_STORY'
  | 'NOTHING_RATED'
  | 'NOTHING_SEEN_YET';

export interface LearningRefusal {
  code: LearningRefusalCode;
  message: string;
  /** The input field to mend, or null when no single field is at fault. */
  field: string | null;
}

const because = (
  code: LearningRefusalCode,
  message: string,
  field: string | null = null,
): LearningRefusal => ({ code, message, field });

/** "2026-11-24" → "24 November 2026". */
const dayWords = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

export const learningRefusals = {
  empty: (field: string) => because('EMPTY', 'Write at least one word', field),
  tooLong: (field: string, limit: number, length: number) =>
    because(
      'TOO_LONG',
      `This is ${length} characters long. Shorten it to ${limit} or fewer`,
      field,
    ),
  tooManyTopics: (limit: number) =>
    because('TOO_MANY_TOPICS', `Choose up to ${limit} topics`, 'topics'),
  unknownTopic: (topic: string) =>
    because('UNKNOWN_TOPIC', `Choose topics from the list. “${topic}” is not on it`, 'topics'),
  tooManyBehaviours: (limit: number) =>
    because('TOO_MANY_BEHAVIOURS', `Choose up to ${limit} things you saw`, 'behaviours'),
  absentSideMissing: () => because('ABSENT_SIDE_MISSING', 'Say who could not come', 'absentSide'),
  /** The sessions context said no; its sentence is passed on as it stands. */
  sessionSaysNo: (
    code: 'SESSION_NOT_OVER' | 'SESSION_CALLED_OFF' | 'LOG_CLOSED' | 'CHANGED_MEANWHILE',
    message: string,
  ) => because(code, message),
  logClosed: (hours: number) =>
    because('LOG_CLOSED', `A log can be changed for ${hours} hours. That time has passed`),
  changedMeanwhile: () =>
    because(
      'CHANGED_MEANWHILE',
      'This was changed on another screen meanwhile. Your text is kept here; reload to compare',
    ),
  figuresMissing: (field: string) =>
    because(
      'FIGURES_MISSING',
      'Enter minutes before and after, how often, and how many people',
      field,
    ),
  figuresOutOfRange: (field: string, message: string) =>
    because('FIGURES_OUT_OF_RANGE', message, field),
  periodBackwards: () =>
    because('PERIOD_BACKWARDS', 'Enter a last day after the first day', 'validTo'),
  sameWorkflow: (workflow: string) =>
    because(
      'SAME_WORKFLOW',
      `You already recorded “${workflow}” for this time. Say its figures anew instead`,
      'workflow',
    ),
  ownOutcome: () =>
    because('OWN_OUTCOME', 'The other person confirms this one, because you recorded it'),
  outcomeEnded: (day: string) =>
    because('OUTCOME_ENDED', `This ended on ${dayWords(day)}. Record it again if it holds now`),
  renewTooEarly: (day: string) =>
    because('RENEW_TOO_EARLY', `This can be renewed from ${dayWords(day)} on`),
  retired: () => because('RETIRED', 'Its writer has retired this. It stays for the record'),
  ownLearning: () => because('OWN_LEARNING', 'This is yours. Others say that they tried it', null),
  yesNeeded: (otherName: string) =>
    because(
      'YES_NEEDED',
      `Everyone reads this because ${otherName} agreed to these very words. Close it first, say it anew, and ask again`,
      'body',
    ),
  taskMissing: () =>
    because(
      'TASK_MISSING',
      'Write the task on the desk today, or tick that you decide there',
      'task',
    ),
  ruleNotAccepted: () =>
    because(
      'RULE_NOT_ACCEPTED',
      'Read the rule for restricted material and tick it',
      'acceptsRule',
    ),
  secretFound: (what: string, field: string) =>
    because(
      'SECRET_FOUND',
      `This looks like it contains ${what}. Take it out before others can read it`,
      field,
    ),
  gradeMissing: () =>
    because(
      'GRADE_MISSING',
      'A figure in the headline needs evidence. Choose the change it comes from, or write it without a figure',
      'result',
    ),
  nameInText: () =>
    because(
      'NAME_IN_TEXT',
      'Your name stands in the text. Agree with your name, or ask for a text without it',
      'consent',
    ),
  partnerNamed: (name: string) =>
    because(
      'NAME_IN_TEXT',
      `This names ${name}. Say it without the name, or tell it as a story of the two of you`,
      'body',
    ),
  nothingRated: () => because('NOTHING_RATED', 'Choose at least one line', 'levels'),
  nothingSeenYet: () =>
    because('NOTHING_SEEN_YET', 'After your first session together you can say what you saw'),
  ownStory: () => because('OWN_STORY', 'Pick a story of somebody else'),
  noOwner: (what: string) => because('NO_OWNER', what),
  noPairing: () =>
    because(
      'NO_PAIRING',
      'You have no pairing now, so there is nobody to share this with',
      'audience',
    ),
} as const;
