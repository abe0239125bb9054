import {
  examinePair,
  type ExaminedPair,
  type Neutrals,
  type Pair,
} from '@flipside/pairings-domain';
import type { Tx } from '@flipside/platform-api';
import type { MatchingPeopleReader } from './matching-people.reader.js';
import type { RoundRow } from './round.store.js';

/** Before anybody was proposed there are no medians: missing data then counts as the middle. */
const MIDDLE: Neutrals = {
  topics: 50,
  goal: 50,
  function: 50,
  hours: 50,
  place: 50,
  load: 50,
  languages: 50,
  turn: 50,
};

export interface ExaminedInRound {
  /** Null when one of the two no longer takes part. */
  readonly pair: ExaminedPair | null;
  readonly isExecutiveHere: boolean;
  readonly champion: {
    readonly id: string;
    readonly capacity: number;
    readonly livePairings: number;
  } | null;
}

/** Looks at two people as they are now, under the rules of the round. `inRound`: places it gives the champion. */
export async function examineInRound(
  tx: Tx,
  people: MatchingPeopleReader,
  round: RoundRow,
  pair: Pair,
  inRound: number,
): Promise<ExaminedInRound> {
  const two = await people.load(
    {
      rules: round.rules,
      leftOut: [],
      only: { executiveIds: [pair.executiveId], championIds: [pair.championId] },
    },
    tx,
  );
  const champion = two.champions[0] ?? null;
  return {
    champion,
    isExecutiveHere: two.executives.length > 0,
    pair: examinePair(two, pair, {
      neutrals: { ...MIDDLE, ...round.summary.neutrals },
      heldAfter: (champion?.livePairings ?? 0) + inRound,
    }),
  };
}
