import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aChampion } from '@flipside/champions-api/builders';
import { exposedGroup } from '@flipside/insights-domain/specs';
import { newId } from '@flipside/kernel';
import { anExecutive, aRound } from '@flipside/pairings-api/builders';
import {
  IMPACT_FIGURES,
  impactFacts,
  type Fact,
  type ImpactFacts,
  type ImpactFigure,
} from '@flipside/pairings-domain';
import { aPerson } from '@flipside/people-api/builders';
import fc from 'fast-check';
import { testApp, type TestApp } from './test-app.js';

/**
 * The attack of `small-groups-of-rounds.spec.ts` on the server itself: groups are loaded as a file, a round is reviewed over
 * days, champions come and go, the analyst changes the limit, which a round does not follow, and asks by one kind of groups, by another and by both. The
 * round's first draft and what is published in the end are the same round. What the server answers is first compared with what
 * is true, so that the attack knows whose facts are in a sum, then all of it is subtracted from all of it.
 */

const PEOPLE = 14;
const DAYS = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'];
const LEVELS = [1, 2];

let app: TestApp;
let analyst: string;
const champions: string[] = [];
const executives: string[] = [];

beforeAll(async () => {
  app = await testApp({ now: `${DAYS[0] ?? ''}T10:00:00Z` });
  const { db } = app;
  analyst = (await aPerson(db, { roles: ['IMPACT_ANALYST'] })).id;
  for (let n = 0; n < PEOPLE; n += 1) {
    champions.push((await aChampion(db)).id);
    executives.push((await anExecutive(db, { person: { level: LEVELS[n % 2] ?? 1 } })).id);
  }
});
afterAll(() => app.close());

const label = fc.constantFrom('a', 'a', 'a', 'b', 'b', 'c', '');
const people = fc.array(fc.tuple(label, label), { minLength: PEOPLE, maxLength: PEOPLE });
const place = fc.nat(PEOPLE - 1);
const proposals = fc.array(
  fc.record({
    champion: place,
    isOpen: fc.constantFrom(true, true, true, false),
    points: fc.constantFrom(4000, 6000, 8000),
    yes: fc.constantFrom('yes' as const, 'no' as const, 'pending' as const),
  }),
  { minLength: PEOPLE, maxLength: PEOPLE },
);
const round = fc.record({
  champions: people,
  executives: people,
  days: fc.array(proposals, { minLength: DAYS.length, maxLength: DAYS.length }),
  /** Of all people, for how many something changes on a day. */
  turmoil: fc.array(fc.constantFrom(0, 1, 2, PEOPLE), {
    minLength: DAYS.length,
    maxLength: DAYS.length,
  }),
  /** Champions who are there on each day: all but so many of the last ones. */
  away: fc.array(fc.constantFrom(0, 0, 1, 3), { minLength: DAYS.length, maxLength: DAYS.length }),
  secondFrom: fc.nat(DAYS.length - 1),
  limits: fc.array(fc.constantFrom(3, 4), { minLength: DAYS.length, maxLength: DAYS.length }),
  isPublished: fc.boolean(),
});
type Round = Parameters<Parameters<typeof round.map>[0]>[0];
type Proposal = Round['days'][number][number];

/** What each executive is proposed on a day, if it changed by then. */
const proposalsOn = ({ days, turmoil }: Round, day: number): Proposal[] => {
  const first = days[0] ?? [];
  return first.map((start, n) => {
    let own = start;
    for (let at = 1; at <= day; at += 1)
      if ((n * 5 + at * 3) % PEOPLE < (turmoil[at] ?? 0)) own = days[at]?.[n] ?? own;
    return own;
  });
};

const SIDES = ['champions', 'executives'] as const;
type Side = (typeof SIDES)[number];
interface Figures {
  people: number;
  matched: number;
  aboveMedian: { part: number; of: number } | null;
  accepted: { part: number; of: number } | null;
  load: { mean: number; of: number } | null;
  seniority: { mean: number; of: number } | null;
}
interface SideAnswer {
  kept: { figure: string; since: string }[];
  everybody: Figures;
  groups: (Figures & { names: string[] })[];
}

const FIGURES =
  'people matched aboveMedian { part of } accepted { part of } load { mean of } seniority { mean of }';
const SIDE = `{ kept { figure since } everybody { ${FIGURES} } groups { names ${FIGURES} } }`;
const REPORT = `query ($round: ID!, $by: [ID!]!) { impactReport(roundId: $round, attributeIds: $by) {
  matched waiting totalPoints champions ${SIDE} executives ${SIDE} } }`;

async function gql<T>(query: string, variables: Record<string, unknown>): Promise<T> {
  const { data, errors } = await app.gql(query, variables, { as: analyst });
  expect(errors).toEqual([]);
  return data as T;
}

/** Loads both kinds of groups as one file; gives their ids. */
async function load(drawn: Round): Promise<string[]> {
  const rows = SIDES.flatMap((side) =>
    drawn[side].map(([one, other], n) =>
      [(side === 'champions' ? champions : executives)[n], one, other].join(','),
    ),
  );
  const { status } = await app.inject({
    method: 'POST',
    url: '/impact/labels',
    headers: {
      'content-type': 'application/octet-stream',
      'x-flipside-request': '1',
      cookie: await app.cookieFor(analyst),
    },
    payload: Buffer.from(['who,One,Other', ...rows].join('\n')),
  });
  expect(status).toBe(200);
  const { impactOverview } = await gql<{
    impactOverview: { attributes: { id: string; name: string }[] };
  }>(`{ impactOverview { attributes { id name } } }`, {});
  return ['One', 'Other'].map(
    (name) => impactOverview.attributes.find((each) => each.name === name)?.id ?? '',
  );
}

/** Lets a day of the round happen. Proposals stand for the review, pairings with answers for what was published. */
async function live(roundId: string, drawn: Round, day: number, isOut: boolean): Promise<void> {
  const { db } = app;
  const at = new Date(`${DAYS[day] ?? ''}T09:00:00Z`);
  app.clock.set(`${DAYS[day] ?? ''}T10:00:00Z`);
  const rows = proposalsOn(drawn, day).map((each, n) => ({
    ...each,
    executiveId: executives[n],
    championId: champions[each.champion],
  }));
  await db.rows(`delete from proposal where round_id = $1`, [roundId]);
  await db.rows(`delete from pairing where round_id = $1`, [roundId]);
  await db.rows(
    `insert into proposal (id, round_id, executive_id, champion_id, points, reasons, flags, decision)
     select gen_random_uuid(), $1, e, c, p, '[]', '{}', case when o then 'open' else 'left_open' end
     from jsonb_to_recordset($2::jsonb) as t(e uuid, c uuid, p int, o bool)`,
    [
      roundId,
      JSON.stringify(
        rows.map(({ executiveId: e, championId: c, points: p, isOpen: o }) => ({ e, c, p, o })),
      ),
    ],
  );
  if (isOut)
    await db.rows(
      `insert into pairing (id, round_id, executive_id, champion_id, state, cadence_days, session_minutes, goal,
         executive_answer, champion_answer, proposed_at)
       select gen_random_uuid(), $1, e, c, 'declined', 14, 30, '', a, a, $3
       from jsonb_to_recordset($2::jsonb) as t(e uuid, c uuid, a text)`,
      [
        roundId,
        JSON.stringify(
          rows
            .filter(({ isOpen }) => isOpen)
            .map(({ executiveId: e, championId: c, yes: a }) => ({ e, c, a })),
        ),
        at,
      ],
    );
  await db.rows(
    `update matching_round set state = $2, proposed_at = $3, published_at = $4 where id = $1`,
    [roundId, isOut ? 'published' : 'review', at, isOut ? at : null],
  );
  await db.rows(`delete from champion_period where person_id = any ($1)`, [champions]);
  await db.rows(
    `insert into champion_period (person_id, state, valid_from) select unnest($1::uuid[]), 'active', '2026-01-01'`,
    [champions.slice(0, PEOPLE - (drawn.away[day] ?? 0))],
  );
}

/** What everybody's part in each figure truly is on a day. */
function truthOn(drawn: Round, day: number, isOut: boolean): Record<Side, ImpactFacts> {
  const all = proposalsOn(drawn, day).map((each, executive) => ({ ...each, executive }));
  const pairs = all.filter(({ isOpen }) => isOpen);
  const there = PEOPLE - (drawn.away[day] ?? 0);
  const pairOf = ({ points, executive, yes }: (typeof all)[number], hasLevel: boolean) => ({
    points,
    level: hasLevel ? (LEVELS[executive % 2] ?? null) : null,
    answer: isOut && yes !== 'pending' ? yes : null,
  });
  return {
    champions: impactFacts(
      Array.from({ length: there }, (_, n) => ({
        id: String(n),
        pairs: pairs.filter(({ champion }) => champion === n).map((pair) => pairOf(pair, true)),
      })),
    ),
    executives: impactFacts(
      all.map(({ executive: n }) => ({
        id: String(n),
        pairs: pairs.filter(({ executive }) => executive === n).map((pair) => pairOf(pair, false)),
      })),
    ),
  };
}

/** A figure as the server tells it: part and whole, or a mean over people. */
function toldOf(figures: Figures, figure: ImpactFigure): readonly [number, number] | null {
  if (figure === 'matched') return [figures.matched, figures.people];
  const told = figures[figure];
  if (told === null) return null;
  return 'mean' in told ? [told.mean, told.of] : [told.part, told.of];
}

/** The same of people whose facts are known. */
function sumOf(figure: ImpactFigure, facts: readonly Fact[]): readonly [number, number] {
  const [part, of] = [0, 1].map((at) => facts.reduce((sum, fact) => sum + (fact[at] ?? 0), 0));
  if (part === undefined || of === undefined) throw new Error('Facts have two parts');
  return figure === 'load' || figure === 'seniority' ? [part / of, facts.length] : [part, of];
}

describe('rounds by groups of people, over HTTP', () => {
  it('let nobody find out about fewer people than the limit, whatever the limit is set to in between', async () => {
    let [rounds, sums, kept, lowered, raised] = [0, 0, 0, 0, 0];
    await fc.assert(
      fc.asyncProperty(round, async (drawn) => {
        rounds += 1;
        const { id: roundId } = await aRound(app.db, { id: newId(), state: 'review' });
        const [one = '', other = ''] = await load(drawn);
        const truths: Record<Side, ImpactFacts>[] = [];
        const told = new Map<string, string[][]>();
        // As few people as it may speak of from its first reading on, whatever is set later.
        const least = drawn.limits[0] ?? 3;
        for (const day of DAYS.keys()) {
          const isOut = drawn.isPublished && day === DAYS.length - 1;
          await live(roundId, drawn, day, isOut);
          truths.push(truthOn(drawn, day, isOut));
          const limit = drawn.limits[day] ?? 3;
          const before = drawn.limits[day - 1] ?? limit;
          lowered += Number(limit < before);
          raised += Number(limit > before);
          await gql(
            `mutation ($n: Int!) { setSmallestGroup(input: { smallestGroup: $n }) { __typename } }`,
            { n: limit },
          );
          for (const by of day < drawn.secondFrom ? [[one]] : [[one], [other], [one, other]]) {
            const { impactReport } = await gql<{ impactReport: Record<Side, SideAnswer> }>(REPORT, {
              round: roundId,
              by,
            });
            for (const side of SIDES) {
              const answer = impactReport[side];
              const namesOf = (n: string) =>
                by.map((id) => drawn[side][Number(n)]?.[id === one ? 0 : 1] || 'not known');
              for (const figure of IMPACT_FIGURES) {
                const since = answer.kept.find((each) => each.figure === figure)?.since;
                kept += Number(since !== undefined);
                const standing = since ? DAYS.indexOf(since.slice(0, 10)) : day;
                const facts =
                  truths[standing]?.[side][figure] ?? new Map<string, [number, number]>();
                const known = [{ names: null, ...answer.everybody }, ...answer.groups];
                for (const { names, ...figures } of known) {
                  const shown = toldOf(figures, figure);
                  if (!shown) continue;
                  const members = [...facts].filter(
                    ([n]) => !names || namesOf(n).join() === names.join(),
                  );
                  // The model knows whose facts they are: the numbers are as the server says.
                  const truth = sumOf(
                    figure,
                    members.map(([, fact]) => fact),
                  );
                  expect([figure, side, names, truth]).toEqual([figure, side, names, shown]);
                  const key = `${side} ${figure}`;
                  const sum = members.map(([n, fact]) => `p${n} ${String(fact)}`);
                  if (sum.length > 0) told.set(key, [...(told.get(key) ?? []), sum]);
                }
              }
            }
          }
        }
        for (const [key, own] of told) {
          const distinct = [...new Map(own.map((sum) => [sum.join(), sum])).values()];
          sums += distinct.length;
          expect([key, exposedGroup(distinct, least)]).toEqual([key, null]);
        }
      }),
      { numRuns: 40, endOnFailure: true },
    );
    console.log(
      `${rounds} rounds over ${DAYS.length} days asked over HTTP: ${sums} different sums attacked, ${kept} figures stood, ` +
        `limit lowered ${lowered} and raised ${raised} times in between; 0 groups exposed`,
    );
    expect(sums).toBeGreaterThan(700);
    for (const each of [kept, lowered, raised]) expect(each).toBeGreaterThan(10);
  }, 400_000);
});
