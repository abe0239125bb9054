import { ANSWER_DAYS } from '../pairing.js';
import {
  CRITERIA,
  rulesInWords,
  type CriterionName,
  type RoundRules,
} from '../match/round-rules.js';

/** One heading of the notice with what stands below it. */
export interface NoticeSection {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What each criterion reads, in the words of a person it is about. A criterion without words does not compile. */
const READS: Readonly<Record<CriterionName, (rules: RoundRules) => string>> = {
  topics: () => 'topics that the executive asks for and the champion offers',
  goal: () => 'words of the executive’s stated goal that the champion’s skills name',
  function: ({ functionPolicy }) =>
    functionPolicy === 'other'
      ? 'the function of both; a different one counts for a pair'
      : 'the function of both; the same one counts for a pair',
  hours: () => 'hours of the week in which both work',
  place: () => 'site and time zone of both',
  load: () => 'how many of the champion’s places are taken',
  languages: () => 'languages that both speak',
  turn: () => 'whether the champion had a pairing lately; those who had none come first',
};

/** Weights are per mille. */
const percent = (weight: number): string => `${weight / 10} of 100`;

const NOT_USED = [
  'name and photo',
  'sex, gender, age and family status',
  'ethnic origin, nationality and religion',
  'health, disability and pregnancy',
  'union membership and political views',
  'performance ratings and pay',
  'messages, notes and what is said in sessions',
  'who attended what',
];

/**
 * What matching uses, what it does not use, by which rules and weights, and who decides: for the people it is about
 * and for those who speak for them. Written from the rules a round runs under, so it cannot say anything else.
 */
export function matchingNotice(rules: RoundRules): readonly NoticeSection[] {
  const weighed = CRITERIA.filter((name) => rules.weights[name] > 0).sort(
    (a, b) => rules.weights[b] - rules.weights[a],
  );
  const unweighed = CRITERIA.filter((name) => rules.weights[name] === 0);
  return [
    {
      title: 'What it is for',
      lines: [
        'Matching proposes to each executive who takes part a champion who coaches them on their own work.',
        'It rates nobody. A proposal says nothing about how well anybody works.',
      ],
    },
    {
      title: 'Who decides',
      lines: [
        'HR looks at each proposal, keeps it, changes it or leaves it open. Nothing is sent before.',
        `Then both people say yes or no within ${ANSWER_DAYS} days. A no needs no reason and is not counted against anybody.`,
        'Whoever does not want to be proposed can say so at any time. Whoever wants another match can ask HR.',
      ],
    },
    {
      title: 'Rules that always hold',
      lines: rulesInWords(rules).map(({ sentence }) => sentence),
    },
    {
      title: 'What counts, and how much',
      lines: [
        ...weighed.map((name) => `${percent(rules.weights[name])}: ${READS[name](rules)}.`),
        ...(rules.wishes > 0
          ? [`Up to ${percent(rules.wishes)} on top: wishes that both named for each other.`]
          : []),
        'Where something is not known it counts as average, so that nobody loses by an empty profile.',
        ...(rules.placePoints.some((points) => points > 0)
          ? ['Giving one champion a further executive counts against a pair, so that work spreads.']
          : []),
        'Between equals a number drawn beforehand decides, not a name or a date.',
      ],
    },
    {
      title: 'What is not used',
      lines: [
        ...NOT_USED.map((thing) => `${thing.charAt(0).toUpperCase()}${thing.slice(1)}.`),
        ...unweighed.map((name) => `In these rules also not: ${READS[name](rules)}.`),
      ],
    },
    {
      title: 'How it is checked',
      lines: [
        'Every round keeps its rules, its proposals and HR’s decisions, so that it can be looked at again.',
        'A report shows how groups of people fare. Group labels are kept apart; matching cannot read them, and nobody’s proposal is changed because of a group.',
      ],
    },
  ];
}
