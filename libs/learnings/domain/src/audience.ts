/**
 * Who may read what. One function, {@link readersOf}, answers for the policy on the server, for the sentence under
 * a field, and for the tests; nothing else in the product decides it.
 */

/** The four audiences in the order the interface shows them. */
export type Audience = 'only_me' | 'two_of_us' | 'programme_facts' | 'everyone';

/** Audiences a writer may choose; facts are never chosen, they follow from the field. */
export type ChosenAudience = Exclude<Audience, 'programme_facts'>;

/** The audience of every field that learnings keeps. `chosen` stands beside the text itself. */
const FIELD_AUDIENCE = {
  'log.met': 'programme_facts',
  'log.topics': 'programme_facts',
  'log.lastStepDone': 'programme_facts',
  'log.onRealWork': 'two_of_us',
  'log.handsOn': 'two_of_us',
  'log.behaviours': 'two_of_us',
  'log.changeLine': 'two_of_us',
  'log.nextStep': 'two_of_us',
  'log.didNotWork': 'two_of_us',
  'answer.usefulness': 'only_me',
  'answer.fit': 'only_me',
  'task.body': 'two_of_us',
  'mirror.body': 'only_me',
  'note.body': 'chosen',
  'learning.body': 'chosen',
  'outcome.workflow': 'two_of_us',
  'outcome.source': 'two_of_us',
  'outcome.indicator': 'two_of_us',
  'outcome.figures': 'two_of_us',
  'thanks.body': 'two_of_us',
  'story.body': 'chosen',
} as const satisfies Record<string, Audience | 'chosen'>;

export type LearningField = keyof typeof FIELD_AUDIENCE;

/** Fields that hold words a person typed. None of them is ever a programme fact. */
export const TEXT_FIELDS = [
  'log.changeLine',
  'log.nextStep',
  'log.didNotWork',
  'task.body',
  'mirror.body',
  'note.body',
  'learning.body',
  'outcome.workflow',
  'outcome.source',
  'outcome.indicator',
  'thanks.body',
  'story.body',
] as const satisfies readonly LearningField[];

/** The people around one record. A learning written outside any pairing has neither partner. */
export interface Circle {
  writerId: string;
  championId: string | null;
  executiveId: string | null;
}

/** Exactly who may read: named people, and whether the programme or everybody may too. */
export interface Readers {
  people: readonly string[];
  programme: boolean;
  everyone: boolean;
}

export interface Reader {
  personId: string;
  roles: ReadonlySet<string>;
}

/** The one role that stands for “programme”. Administrators run the machine and read nothing here. */
const PROGRAMME_ROLE = 'HR_LEAD';

/** The audience of a field; a field whose audience the writer chooses starts at the narrowest. */
export function audienceOf(field: LearningField, chosen: ChosenAudience = 'only_me'): Audience {
  const fixed = FIELD_AUDIENCE[field];
  return fixed === 'chosen' ? chosen : fixed;
}

/**
 * Who may read a field of a record.
 *
 * Example: the champion Priya logs “checks the tone first” after a session with Helen. `readersOf('log.changeLine',
 * { writerId: priya, championId: priya, executiveId: helen })` names Priya and Helen, not the programme.
 */
export function readersOf(
  field: LearningField,
  circle: Circle,
  chosen: ChosenAudience = 'only_me',
): Readers {
  const two = [circle.writerId, circle.championId, circle.executiveId].filter(
    (id): id is string => id !== null,
  );
  const people = [...new Set(two)];
  switch (audienceOf(field, chosen)) {
    case 'only_me':
      return { people: [circle.writerId], programme: false, everyone: false };
    case 'two_of_us':
      return { people, programme: false, everyone: false };
    case 'programme_facts':
      return { people, programme: true, everyone: false };
    case 'everyone':
      return { people, programme: true, everyone: true };
  }
}

/** Whether this person is among the readers. A role alone opens facts, never words. */
export function mayRead(reader: Reader, readers: Readers): boolean {
  return (
    readers.everyone ||
    readers.people.includes(reader.personId) ||
    (readers.programme && reader.roles.has(PROGRAMME_ROLE))
  );
}
