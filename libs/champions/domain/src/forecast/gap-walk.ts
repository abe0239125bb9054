import { addDays } from '@flipside/kernel';
import { requiredChampions } from '../coverage/coverage-figure.js';
import {
  expectedChampions,
  expectedFromPipeline,
  expectedPeople,
  type ForecastInput,
  type KnownEnd,
  wholeOf,
} from './forecast.js';

/** How certain the people of a step are. */
export type Certainty = 'known' | 'expected';

export type StepKind =
  'starts' | 'pipeline' | 'terms' | 'leavers' | 'movers' | 'breaks' | 'exits' | 'people';

export interface WalkStep {
  readonly kind: StepKind;
  /** Champions more (+) or fewer (−); for `people` the change of the need, with its sign turned. */
  readonly change: number;
  readonly certainty: Certainty;
  readonly persons: readonly {
    readonly personId: string;
    readonly name: string;
    readonly on: string | null;
  }[];
}

export interface GapWalk {
  /** C − R today: −4 when four are missing, +2 when two are to spare. */
  readonly from: number;
  readonly steps: readonly WalkStep[];
  /** ⌊Ĉ⌋ − R at the end; the steps lead there exactly. */
  readonly to: number;
}

const ENDS: readonly (readonly [StepKind, KnownEnd['why']])[] = [
  ['terms', 'term'],
  ['leavers', 'leaver'],
  ['movers', 'mover'],
  ['breaks', 'break'],
];

/**
 * From today's gap to the likely one in `days` days, step by step, with the people behind each. Expected parts are
 * fractions of champions; the running total is rounded down after each step, so that the steps add up to the end.
 */
export function gapWalk(input: ForecastInput, days: number): GapWalk {
  const day = addDays(input.today, days);
  const by = <T extends { on: string }>(list: readonly T[]) => list.filter(({ on }) => on <= day);
  const pipeline = expectedFromPipeline(input, days);
  const starts = by(input.starts);
  const known = by(input.ends).slice(0, input.champions);
  const exits =
    expectedChampions(input, days) - input.champions - starts.length - pipeline + known.length;

  const raw: {
    kind: StepKind;
    value: number;
    certainty: Certainty;
    persons: WalkStep['persons'];
  }[] = [
    { kind: 'starts', value: starts.length, certainty: 'known', persons: starts },
    ...ENDS.map(([kind, why]) => {
      const persons = known.filter((end) => end.why === why);
      return { kind, value: -persons.length, certainty: 'known' as const, persons };
    }),
    {
      kind: 'pipeline',
      value: pipeline,
      certainty: 'expected',
      persons: input.onTheWay.map(({ personId, name }) => ({ personId, name, on: null })),
    },
    { kind: 'exits', value: exits, certainty: 'expected', persons: [] },
  ];
  const need = (people: number) =>
    requiredChampions(Math.round(people), input.targetRatio, input.rounding);
  const [before, after] = [need(input.people), need(expectedPeople(input, days))];
  let exact = input.champions;
  let whole = input.champions;
  const steps: WalkStep[] = raw.map(({ kind, value, certainty, persons }) => {
    exact += value;
    const next = wholeOf(exact);
    const change = next - whole;
    whole = next;
    return {
      kind,
      change,
      certainty,
      persons: persons.map(({ personId, name, on }) => ({ personId, name, on })),
    };
  });
  steps.push({ kind: 'people', change: before - after, certainty: 'expected', persons: [] });
  return {
    from: input.champions - before,
    steps: steps.filter(({ change, persons }) => change !== 0 || persons.length > 0),
    to: whole - after,
  };
}
