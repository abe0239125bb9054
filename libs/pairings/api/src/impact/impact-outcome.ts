import {
  IMPACT_FIGURES,
  impactFacts,
  impactReport,
  ruleImpact,
  type Asked,
  type Facts,
  type HardRuleName,
  type ImpactFigure,
  type ImpactPerson,
} from '@flipside/pairings-domain';
import { barrier, type Tx } from '@flipside/platform-api';
import { remember, type RememberedFigure, type ToldKey } from './impact-memory.js';

/** A pair of a round, as stored or as a trial would have it. */
export interface ImpactPairRow {
  readonly executiveId: string;
  readonly championId: string;
  readonly points: number;
  readonly level: number | null;
  readonly executiveAnswer: 'yes' | 'no' | null;
  readonly championAnswer: 'yes' | 'no' | null;
}

export type SideReport = ReturnType<typeof impactReport> & {
  readonly rules: ReturnType<typeof ruleImpact> | null;
  /** Figures that are as of an earlier time, because too few people changed since. */
  readonly kept: readonly { readonly figure: string; readonly since: Date }[];
};

/** How one outcome treats champions, then executives. */
export interface OutcomeReport {
  readonly matched: number;
  readonly waiting: number;
  /** Null where it would speak of too few people. */
  readonly totalPoints: number | null;
  readonly champions: SideReport;
  readonly executives: SideReport;
}

/** What is asked about a round, with everything that decides what may be answered. */
export interface Question extends Required<Asked> {
  readonly roundId: string;
  readonly now: Date;
  readonly seed: number;
}

const keptOf = (told: ReadonlyMap<string, RememberedFigure>): SideReport['kept'] =>
  [...told].flatMap(([figure, { keptSince }]) => (keptSince ? [{ figure, since: keptSince }] : []));

/**
 * How an outcome treats both sides, as it may be told.
 * @throws Barrier BAD_INPUT for a round with fewer people on a side than the limit: how many were matched is of them
 */
export async function outcomeOf(
  tx: Tx,
  question: Question,
  asked: string,
  {
    champions,
    executives,
    pairs,
  }: {
    readonly champions: readonly string[];
    readonly executives: readonly string[];
    readonly pairs: readonly ImpactPairRow[];
  },
): Promise<OutcomeReport> {
  const { roundId, now, limit } = question;
  if (Math.min(champions.length, executives.length) < limit)
    throw barrier(
      'BAD_INPUT',
      `A report speaks of at least ${limit} champions and ${limit} executives. This round has fewer.`,
    );
  const points = new Map(
    pairs.map((pair) => [pair.executiveId, [pair.points, 1] as const] as const),
  );
  const key: ToldKey = { roundId, asked, side: 'executives' };
  const total = await remember(tx, key, new Map([['points', points]]), { limit, among: [] }, now);
  const told = [...(total.get('points')?.facts.values() ?? [])];
  const bySide = {
    champions: await sideOf(tx, question, asked, 'champions', champions, pairs),
    executives: await sideOf(tx, question, asked, 'executives', executives, pairs),
  };
  const { people, matched } = bySide.executives.everybody;
  return {
    matched,
    waiting: people - matched,
    totalPoints: told.length < limit ? null : told.reduce((sum, [each]) => sum + each, 0),
    ...bySide,
  };
}

async function sideOf(
  tx: Tx,
  question: Question,
  asked: string,
  side: ToldKey['side'],
  ids: readonly string[],
  pairs: readonly ImpactPairRow[],
): Promise<SideReport> {
  const now = impactFacts(withPairs(side, ids, pairs));
  const told = await remember(
    tx,
    { roundId: question.roundId, asked, side },
    new Map(IMPACT_FIGURES.map((figure) => [figure, now[figure]])),
    question,
    question.now,
  );
  const factsOf = (figure: ImpactFigure): Facts => told.get(figure)?.facts ?? new Map();
  return {
    ...impactReport({
      ...question,
      facts: {
        matched: factsOf('matched'),
        aboveMedian: factsOf('aboveMedian'),
        seniority: factsOf('seniority'),
        load: factsOf('load'),
        accepted: factsOf('accepted'),
      },
    }),
    rules: null,
    kept: keptOf(told),
  };
}

/** What each hard rule takes from each group of one side, as it may be told. */
export async function rulesOf(
  tx: Tx,
  question: Question,
  side: ToldKey['side'],
  facts: ReadonlyMap<HardRuleName, Facts>,
): Promise<ReturnType<typeof ruleImpact>> {
  const { roundId, now } = question;
  const told = await remember(tx, { roundId, asked: 'rules', side }, facts, question, now);
  return ruleImpact(
    new Map([...facts].map(([rule, fresh]) => [rule, told.get(rule)?.facts ?? fresh])),
    question,
  );
}

function withPairs(
  side: ToldKey['side'],
  ids: readonly string[],
  pairs: readonly ImpactPairRow[],
): ImpactPerson[] {
  const own = new Map<string, ImpactPerson['pairs'][number][]>();
  for (const pair of pairs) {
    const id = side === 'champions' ? pair.championId : pair.executiveId;
    const list = own.get(id) ?? [];
    list.push({
      points: pair.points,
      level: side === 'champions' ? pair.level : null,
      answer: side === 'champions' ? pair.championAnswer : pair.executiveAnswer,
    });
    own.set(id, list);
  }
  return ids.map((id) => ({ id, pairs: own.get(id) ?? [] }));
}
