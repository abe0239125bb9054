import {
  CHECK_DAYS,
  EVIDENCE_GRADES,
  FLUENCY_FIGURES,
  isFluencyShare,
  median,
  OUTCOME_CATEGORIES,
  type EvidenceGrade,
  type FluencyFigureKind,
  type OutcomeCategory,
} from '@flipside/learnings-domain';
import type { Part } from './release.js';

/** Outcomes say whether work changes; activity says whether people met. They are never mixed. */
export type FigureKind = 'outcome' | 'activity';

export interface FigureDefinition {
  key: string;
  kind: FigureKind;
  title: string;
  /** How it is counted, in one or two sentences. */
  definition: string;
  /** Whom its n counts. */
  of: 'pairings' | 'people';
  /** What each of its numbers is, in their order. */
  numbers: readonly string[];
  /** The same readers see it person by person anyway, so months need not be told apart by many (decision 32, rule 2). */
  isKnownByName?: true;
}

export const CATEGORY_TITLES: Readonly<Record<OutcomeCategory, string>> = {
  manual_effort: 'Manual effort',
  cycle_time: 'Time from start to finish',
  decision_quality: 'Quality of decisions',
  customer_experience: 'Customer experience',
  new_workflow: 'New ways of working',
};
export const GRADE_TITLES: Readonly<Record<EvidenceGrade, string>> = {
  claimed: 'claimed by one person',
  corroborated: 'confirmed by a second',
  measured: 'measured before and after',
};

const CATEGORY_NUMBERS: Readonly<Record<OutcomeCategory, readonly string[]>> = {
  manual_effort: ['changes', 'hours a month', 'net hours booked'],
  cycle_time: ['changes', 'cases', 'change of the median in per cent'],
  decision_quality: ['changes', 'decisions looked at again', 'would be decided the same'],
  customer_experience: ['changes', 'with before and after', 'better than before'],
  new_workflow: ['changes', 'in use by 2 people or more'],
};
const CATEGORY_DEFINITIONS: Readonly<Record<OutcomeCategory, string>> = {
  manual_effort:
    'Hours a month = (minutes before − minutes after − checking) × times × people ÷ 60; losses stay negative. Net hours take set-up off in its month and hold corrections of earlier months.',
  cycle_time:
    'Median over pairings of (median before − median after) ÷ median before; negative when it takes longer.',
  decision_quality: 'Decisions looked at again later that would be decided the same.',
  customer_experience: 'Named indicators with a before and an after; better counts by direction.',
  new_workflow: 'Ways of working that are new; in use when 2 people or more did it in 30 days.',
};

export const outcomeKey = (category: OutcomeCategory, grade: EvidenceGrade): string =>
  `outcome:${category}:${grade}`;

/** Every monthly figure there is, in the order of the page. */
export const FIGURES: readonly FigureDefinition[] = [
  ...OUTCOME_CATEGORIES.flatMap((category) =>
    EVIDENCE_GRADES.map((grade): FigureDefinition => ({
      key: outcomeKey(category, grade),
      kind: 'outcome',
      title: `${CATEGORY_TITLES[category]}, ${GRADE_TITLES[grade]}`,
      definition: CATEGORY_DEFINITIONS[category],
      of: 'pairings',
      numbers: CATEGORY_NUMBERS[category],
    })),
  ),
  {
    key: 'claim_check',
    kind: 'outcome',
    title: 'How claims compare with measurements',
    definition: 'Median of measured ÷ claimed hours over changes that have both.',
    of: 'pairings',
    numbers: ['changes with both', 'measured ÷ claimed'],
  },
  {
    key: 'dropped',
    kind: 'outcome',
    title: 'Tried and dropped',
    definition: 'Changes that somebody said are no longer done, of all that were ever recorded.',
    of: 'pairings',
    numbers: ['changes recorded', 'no longer done'],
  },
  {
    key: 'goals',
    kind: 'outcome',
    title: 'Change by goal',
    definition:
      'Pairings of the month that agreed on a goal; of these, those with a change in work that holds. A goal is shown by itself when enough pairings work towards it and towards all others.',
    of: 'pairings',
    numbers: ['pairings with a goal', 'with a change that holds'],
  },
  {
    key: 'practices',
    kind: 'outcome',
    title: 'Practices in use',
    definition: 'Things that people wrote down as tried; of these kept; of these passed on.',
    of: 'people',
    numbers: ['tried', 'kept', 'passed on'],
  },
  ...CHECK_DAYS.map((days): FigureDefinition => ({
    key: `persistence:${days}`,
    kind: 'outcome',
    title: `Still done after ${days} days`,
    definition: `Yes ÷ answered, asked once ${days} days after something was written down. Silence is never a yes; how many answered stands beside it.`,
    of: 'people',
    numbers: ['asked', 'answered', 'still done', 'would not go back'],
  })),
  {
    key: 'ripple',
    kind: 'outcome',
    title: 'Tried by others',
    definition:
      'For each writer the distinct people who tried a line of theirs in the last 90 days, their own pairing left out.',
    of: 'people',
    numbers: ['writers', 'people reached, summed over writers'],
  },
  {
    key: 'hands_on',
    kind: 'activity',
    title: 'Executives with own hands on a real task',
    definition: 'Executives with a held session on a real task in 90 days ÷ all who are enrolled.',
    of: 'people',
    numbers: ['enrolled', 'with a real task'],
  },
  {
    key: 'participation',
    kind: 'activity',
    title: 'Sessions that took place',
    definition:
      'Held ÷ due in the 26 weeks up to the end of the month. Due is what was not called off or moved away before.',
    of: 'pairings',
    numbers: ['due', 'held'],
  },
  {
    key: 'time_given',
    kind: 'activity',
    title: 'Time that sessions take',
    definition:
      'Held sessions of the month: length × the two people, and a quarter of an hour each for preparing and logging. Hours, not money: what it costs is said only with a rate that finance approved.',
    of: 'pairings',
    numbers: ['sessions held', 'hours of both in sessions', 'hours of preparing and logging'],
  },
  {
    key: 'time_allowed',
    kind: 'activity',
    title: 'Time set aside for champions',
    definition:
      'Hours a month that active champions agreed to, at the end of the month, whether or not they are used. Sessions are part of them.',
    of: 'people',
    numbers: ['active champions', 'agreed hours'],
    isKnownByName: true,
  },
];

/** Names the figure about fluency of this kind. Its numbers: people, those it is true of, and the middle level. */
export const fluencyKey = (kind: FluencyFigureKind): string => `fluency:${kind}`;

/** Everything that is published month by month: the page of outcomes, and fluency on a page of its own. */
export const RELEASED_KEYS: readonly string[] = [
  ...FIGURES.map(({ key }) => key),
  ...FLUENCY_FIGURES.map(fluencyKey),
];

/** One person's numbers of a figure about fluency. True of a level is “practising” or further. */
export const fluencyNumbers = (kind: FluencyFigureKind, value: number): number[] =>
  isFluencyShare(kind) ? [1, value] : [1, Number(value >= 2), value];

/** Sums of the parts, or what stands for a sum where medians are asked for. */
export function summaryOf(key: string, parts: readonly Part[]): (number | null)[] {
  // Each part of the check of claims is how many it has, then every ratio: the median is over all of them (metrics G.9).
  if (key === 'claim_check')
    return [
      parts.reduce((sum, { numbers }) => sum + (numbers[0] ?? 0), 0),
      median(parts.flatMap(({ numbers }) => numbers.slice(1).flatMap((each) => each ?? []))),
    ];
  const width = Math.max(0, ...parts.map(({ numbers }) => numbers.length));
  return Array.from({ length: width }, (_, at) => {
    const all = parts.flatMap(({ numbers }) => numbers[at] ?? []);
    if (isMedian(key, at)) return median(all);
    if (key.startsWith('fluency:') && at === 2) return lowerMiddle(all);
    return all.reduce((sum, each) => sum + each, 0);
  });
}

const isMedian = (key: string, at: number): boolean =>
  key.startsWith('outcome:cycle_time') && at === 2;

/** Levels have an order and no distance, so of two middles the lower one stands, not their mean. */
const lowerMiddle = (levels: readonly number[]): number | null =>
  levels.toSorted((one, other) => one - other)[Math.floor((levels.length - 1) / 2)] ?? null;

/** Hours as a range of tens: people estimate time badly, and an exact figure would look surer than it is. */
export function hoursRange(hours: number): { low: number; high: number } {
  const low = Math.floor(hours / 10) * 10;
  return { low, high: low + 10 };
}

/** "saves 40 to 50 hours a month", "costs up to 10 hours a month". */
export function hoursRangeWords(hours: number, period = ' a month'): string {
  const { low, high } = hoursRange(hours);
  if (high <= 0)
    return high === 0
      ? `costs up to ${-low} hours${period}`
      : `costs ${-high} to ${-low} hours${period}`;
  return low === 0
    ? `saves up to ${high} hours${period}`
    : `saves ${low} to ${high} hours${period}`;
}

const rangeWords = (hours: number): string => {
  const { low, high } = hoursRange(hours);
  return `${low} to ${high}`;
};

const changes = (count: number): string => `${count} ${count === 1 ? 'change' : 'changes'}`;

/** Small denominators are said as counts; a percentage stands with both of its numbers (metrics G.10). */
export const shareWords = (part: number, whole: number): string =>
  whole < 20
    ? `${part} of ${whole}`
    : `${part} of ${whole} (${Math.round((100 * part) / whole)} %)`;

/** A figure in one sentence. */
export function sentenceOf(key: string, numbers: readonly (number | null)[]): string {
  const [a = 0, b = 0, c = 0, d = 0] = numbers.map((each) => each ?? 0);
  const [name, category] = key.split(':');
  if (name === 'outcome') return outcomeSentence(category as OutcomeCategory, a, b, c);
  switch (name) {
    case 'claim_check':
      return `Of an hour claimed, ${Math.round(60 * b)} minutes were found when it was measured, over ${changes(a)}.`;
    case 'dropped':
      return `${shareWords(b, a)} changes are no longer done.`;
    case 'goals':
      return `${shareWords(b, a)} pairings have a change in work that holds.`;
    case 'practices':
      return `${shareWords(b, a)} practices tried are kept, ${c} passed on.`;
    case 'persistence':
      return b === 0
        ? `${a} asked, nobody answered yet.`
        : `${shareWords(c, b)} who answered still do it, ${d} would not go back. Asked: ${a}.`;
    case 'time_given':
      return `${a} sessions took both people ${rangeWords(b)} hours together, preparing and logging ${rangeWords(c)} more.`;
    case 'participation':
      return `${shareWords(b, a)} sessions that were due in 26 weeks took place.`;
    case 'time_allowed':
      return `${a} champions have ${rangeWords(b)} hours a month for the role.`;
    case 'ripple':
      return `What ${a} people wrote was tried by others ${b} times.`;
    default:
      return `${shareWords(b, a)} executives worked on a real task in 90 days.`;
  }
}

function outcomeSentence(category: OutcomeCategory, a: number, b: number, c: number): string {
  if (category === 'manual_effort')
    return `${changes(a)}: ${hoursRangeWords(b)}; net in the month: ${hoursRangeWords(c, '')}.`;
  if (category === 'cycle_time')
    return b === 0
      ? `${changes(a)}, times not given yet.`
      : `${changes(a)}: ${Math.abs(Math.round(c))} % ${c >= 0 ? 'sooner' : 'later'}, over ${b} cases.`;
  if (category === 'decision_quality')
    return b === 0
      ? `${changes(a)}, not looked at again yet.`
      : `${changes(a)}: ${shareWords(c, b)} decisions would be taken again.`;
  if (category === 'customer_experience')
    return b === 0
      ? `${changes(a)}, no indicator yet.`
      : `${changes(a)}: better in ${shareWords(c, b)}.`;
  return `${changes(a)}, ${b} in use.`;
}
