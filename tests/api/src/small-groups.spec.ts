import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CloseMonths } from '@flipside/insights-api';
import { exposedGroup } from '@flipside/insights-domain/specs';
import { aLearning, anOutcome, aSessionLog } from '@flipside/learnings-api/builders';
import { aPairing } from '@flipside/pairings-api/builders';
import { anHrLead, anOrgUnit } from '@flipside/people-api/builders';
import { aSession } from '@flipside/sessions-api/builders';
import fc from 'fast-check';
import { testApp, type TestApp } from './test-app.js';

/**
 * Small companies live through some months: people join, leave, change their unit, and the limit is changed. After each month
 * HR asks for every monthly figure over HTTP. All answers ever given are attacked together: no combination of them may
 * leave the facts of fewer people than the limit.
 */

const LIMITS = [3, 4];
const MONTHS = ['2026-03', '2026-04', '2026-05', '2026-06', '2026-07'];
const PEOPLE = 9;

let app: TestApp;
let hr: string;
let units: string[];
let goals: string[];
const pairs: { id: string; executiveId: string; championId: string }[] = [];

beforeAll(async () => {
  app = await testApp({ now: '2026-03-01T09:00:00Z' });
  const root = await anOrgUnit(app.db, { name: 'All' });
  units = [];
  for (const name of ['North', 'South', 'East'])
    units.push((await anOrgUnit(app.db, { name, parentId: root.id })).id);
  goals = (
    await app.db.rows<{ code: string }>(`select code from goal_category order by position limit 3`)
  ).map(({ code }) => code);
  hr = (await anHrLead(app.db, { unitId: root.id })).id;
  for (let n = 0; n < PEOPLE; n++)
    pairs.push(
      await aPairing(app.db, {
        state: 'active',
        anchorOn: '2026-03-02',
        proposedAt: new Date('2026-02-20T09:00:00Z'),
        executive: { person: { unitId: units[0] ?? null } },
        champion: { person: { unitId: root.id } },
      }),
    );
});
afterAll(() => app.close());

/** What one executive's pairing brings in a month. */
const happened = fc.record({
  unit: fc.constantFrom(0, 0, 0, 1, 1, 2),
  learned: fc.constantFrom(null, null, 'tried', 'kept', 'passed_on'),
  sessions: fc.integer({ min: 0, max: 2 }),
  isRealWork: fc.boolean(),
  inUseBy: fc.constantFrom(null, null, 1, 2),
  observed: fc.constantFrom(null, null, null, 1, 2, 3),
});
const person = fc.record({
  from: fc.constantFrom(0, 0, 0, 0, 1, 2, 3),
  to: fc.constantFrom(9, 9, 9, 9, 2, 3),
  months: fc.array(happened, { minLength: MONTHS.length, maxLength: MONTHS.length }),
});
const company = fc.record({
  people: fc.array(person, { minLength: PEOPLE, maxLength: PEOPLE }),
  limits: fc.array(fc.constantFrom(...LIMITS), {
    minLength: MONTHS.length,
    maxLength: MONTHS.length,
  }),
});
type Company = typeof company extends fc.Arbitrary<infer T> ? T : never;

const day = (month: number, on: number): string =>
  `${MONTHS[month]}-${String(on).padStart(2, '0')}`;
const isThere = ({ from, to }: Company['people'][number], month: number): boolean =>
  from <= month && month < to;

const clear = () =>
  app.db.rows(
    `truncate session, series, learning, practice_check, outcome, outcome_posting, outcome_month, fluency_rating,
       pairing_agreement, figure_release cascade`,
  );

/** Writes what happened in a month, as rows. */
async function live({ people }: Company, month: number): Promise<void> {
  const { db } = app;
  for (const [n, who] of people.entries()) {
    const [pair, what] = [pairs[n], who.months[month]];
    if (!pair || !what) continue;
    await db.rows(`update executive set enrolled_on = $2, removed_on = $3 where person_id = $1`, [
      pair.executiveId,
      day(who.from, 1),
      who.to < MONTHS.length ? day(who.to, 1) : null,
    ]);
    await db.rows(`update employment set org_unit_id = $2 where person_id = $1`, [
      pair.executiveId,
      units[what.unit],
    ]);
    if (!isThere(who, month)) continue;
    await db.rows(
      `insert into pairing_agreement (pairing_id, goal_category, changed_at) values ($1, $2, $3)
       on conflict (pairing_id) do update set goal_category = excluded.goal_category`,
      [pair.id, goals[what.unit], `${day(month, 2)}T09:00:00Z`],
    );
    if (what.learned)
      await aLearning(db, {
        pairingId: pair.id,
        stage: what.learned as 'tried',
        createdAt: new Date(`${day(month, 10)}T10:00:00Z`),
      });
    for (let s = 0; s < what.sessions; s++) {
      const session = await aSession(db, {
        pairingId: pair.id,
        startsAt: `${day(month, 3 + 14 * s)}T09:30:00Z`,
        status: 'held',
      });
      await aSessionLog(db, { sessionId: session.id, onRealWork: what.isRealWork });
    }
    if (what.inUseBy !== null)
      await anOutcome(db, {
        pairingId: pair.id,
        category: 'new_workflow',
        valueAfter: what.inUseBy,
        validFrom: day(month, 5),
        validTo: '2027-12-31',
      });
    if (what.observed !== null)
      await db.rows(
        `with r as (insert into fluency_rating (id, pairing_id, person_id, rater_id, at)
           values (gen_random_uuid(), $1, $2, $3, $4) returning id)
         insert into fluency_level (rating_id, dimension, level) select id, 'discernment', $5 from r`,
        [pair.id, pair.executiveId, pair.championId, `${day(month, 12)}T09:00:00Z`, what.observed],
      );
  }
}

type Numbers = readonly number[];
/** What each person's part of a figure truly is after a month, told from what happened alone. */
const TRUTH: Record<string, (who: Company['people'][number], month: number) => Numbers | null> = {
  practices: (who, month) => {
    const all = past(who, month).flatMap(({ learned }) => learned ?? []);
    const kept = all.filter((stage) => stage !== 'tried').length;
    return all.length > 0
      ? [all.length, kept, all.filter((stage) => stage === 'passed_on').length]
      : null;
  },
  participation: (who, month) => {
    const due = past(who, month).reduce((sum, { sessions }) => sum + sessions, 0);
    return due > 0 ? [due, due] : null;
  },
  time_given: (who, month) => {
    const held = isThere(who, month) ? (who.months[month]?.sessions ?? 0) : 0;
    return held > 0 ? [held] : null;
  },
  hands_on: (who, month) =>
    isThere(who, month)
      ? [
          1,
          Number(
            past(who, month)
              .slice(-3)
              .some(({ sessions, isRealWork }) => sessions > 0 && isRealWork),
          ),
        ]
      : null,
  'outcome:new_workflow:claimed': (who, month) => {
    const all = past(who, month).flatMap(({ inUseBy }) => inUseBy ?? []);
    return all.length > 0 ? [all.length, all.filter((people) => people >= 2).length] : null;
  },
  goals: (who, month) =>
    past(who, month).length > 0
      ? [1, Number(past(who, month).some(({ inUseBy }) => inUseBy !== null))]
      : null,
  discernment: (who, month) => {
    const level = past(who, month)
      .flatMap(({ observed }) => observed ?? [])
      .at(-1);
    return level === undefined ? null : [Number(level >= 2), level];
  },
};

/** The months up to this one in which the person was there. */
const past = (who: Company['people'][number], month: number) =>
  who.months.slice(who.from, Math.min(month + 1, who.to));

interface Sum {
  figure: string;
  month: number;
  cut: string;
  n: number;
  numbers: readonly (number | null)[];
}

const QUESTION = `{
  outcomesReport { figures { key isWithheld n from numbers { value } units { unitId n numbers { value } } } }
  fluencyFigures { kind dataOn people count median }
}`;

/** Everything that the server says about the figures above, as sums of a month. */
async function ask(): Promise<Sum[]> {
  const { data, errors } = await app.gql(QUESTION, {}, { as: hr });
  expect(errors).toEqual([]);
  const { outcomesReport, fluencyFigures } = data as {
    outcomesReport: {
      figures: {
        key: string;
        isWithheld: boolean;
        n: number;
        from: string;
        numbers: { value: number }[];
        units: { unitId: string; n: number; numbers: { value: number }[] }[];
      }[];
    };
    fluencyFigures: {
      kind: string;
      dataOn: string;
      people: number;
      count: number;
      median: number;
    }[];
  };
  const monthOf = (on: string): number => MONTHS.indexOf(on.slice(0, 7));
  const values = (numbers: { value: number }[]) => numbers.map(({ value }) => value);
  return [
    ...outcomesReport.figures
      .filter(({ key, isWithheld }) => !isWithheld && key in TRUTH)
      .flatMap(({ key: figure, from, n, numbers, units: parts }) => [
        { figure, month: monthOf(from), cut: '', n, numbers: values(numbers) },
        ...parts.map((part) => ({
          figure,
          month: monthOf(from),
          cut: part.unitId,
          n: part.n,
          numbers: values(part.numbers),
        })),
      ]),
    ...fluencyFigures
      .filter(({ kind }) => kind === 'DISCERNMENT')
      .map(({ dataOn, people, count, median }) => ({
        figure: 'discernment',
        month: monthOf(dataOn),
        cut: '',
        n: people,
        numbers: [count, median],
      })),
  ];
}

/** Whose facts are in a sum, and which. */
function membersOf(
  { people }: Company,
  { figure, month, cut }: Sum,
): { who: number; numbers: Numbers }[] {
  return people.flatMap((who, n) => {
    const numbers = TRUTH[figure]?.(who, month) ?? null;
    const own =
      figure === 'goals'
        ? goals[past(who, month).at(-1)?.unit ?? 0]
        : units[who.months[month]?.unit ?? 0];
    return numbers && (cut === '' || cut === own) ? [{ who: n, numbers }] : [];
  });
}

describe('monthly figures as they leave the server', () => {
  it('let nobody find out about fewer people than the limit, whatever is subtracted from whatever', async () => {
    let answers = 0;
    let [companies, cuts, later] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(company, async (drawn) => {
        await clear();
        companies += 1;
        const known = new Map<string, { sum: Sum; limit: number }>();
        for (const [month, limit] of drawn.limits.entries()) {
          await live(drawn, month);
          await app.db.rows(`update programme set small_group_limit = $1`, [limit]);
          const [year = '', of = ''] = (MONTHS[month] ?? '').split('-');
          app.clock.set(new Date(Date.UTC(Number(year), Number(of), 4, 12)));
          await app.nest.get(CloseMonths).handle();
          for (const sum of await ask()) {
            const key = `${sum.figure} ${sum.cut} ${sum.month}`;
            const before = known.get(key);
            if (before) expect(sum).toEqual(before.sum);
            else known.set(key, { sum, limit });
          }
        }
        for (const figure of Object.keys(TRUTH)) {
          const told = [...known.values()].filter(({ sum }) => sum.figure === figure);
          answers += told.length;
          cuts += told.filter(({ sum }) => sum.cut !== '').length;
          later += told.filter(({ sum }) => sum.cut === '').length - 1;
          const secrets = told.map(({ sum, limit }) => {
            const members = membersOf(drawn, sum);
            // The model knows whose facts they are: n and the first sum are as the server says.
            expect(members).toHaveLength(sum.n);
            expect(members.reduce((total, { numbers }) => total + (numbers[0] ?? 0), 0)).toBe(
              sum.numbers[0],
            );
            return {
              limit,
              sum: members.map(({ who, numbers }) => `p${who} ${numbers.join(',')}`),
            };
          });
          for (const limit of LIMITS)
            expect(
              exposedGroup(
                secrets.filter((each) => each.limit >= limit).map(({ sum }) => sum),
                limit,
              ),
            ).toBeNull();
        }
      }),
      { numRuns: 25, endOnFailure: true },
    );
    console.log(
      `${companies} companies over ${MONTHS.length} months: ${answers} published sums attacked, ${cuts} of units; 0 groups exposed`,
    );
    expect(cuts).toBeGreaterThan(0);
    expect(later).toBeGreaterThan(0);
  }, 300_000);
});
