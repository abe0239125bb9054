import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CloseMonths } from '@flipside/insights-api';
import { fluencyKey, hoursRange, RELEASED_KEYS } from '@flipside/insights-domain';
import { exposedGroup } from '@flipside/insights-domain/specs';
import { FLUENCY_FIGURES } from '@flipside/learnings-domain';
import { aPairing } from '@flipside/pairings-api/builders';
import { anHrLead, anOrgUnit, aPerson } from '@flipside/people-api/builders';
import fc from 'fast-check';
import {
  BY_NAME,
  clear,
  company,
  cutOf,
  KINDS,
  LIMITS,
  live,
  MONTHS,
  PEOPLE,
  TRUTH,
  type Setting,
  type Who,
} from './small-company.js';
import { testApp, type TestApp } from './test-app.js';

/**
 * Small companies live through some months: people join, leave, change their unit, and the limit is changed. After each month
 * HR asks for every monthly figure over HTTP. All answers ever given are attacked together: no combination of them may
 * leave the facts of fewer people than the limit.
 */

let app: TestApp;
let hr: string;
let setting: Setting;

beforeAll(async () => {
  app = await testApp({ now: '2026-03-01T09:00:00Z' });
  const { db } = app;
  const root = await anOrgUnit(db, { name: 'All' });
  const units: string[] = [];
  for (const name of ['North', 'South', 'East'])
    units.push((await anOrgUnit(db, { name, parentId: root.id })).id);
  const goals = await db.rows<{ code: string }>(
    `select code from goal_category order by position limit 3`,
  );
  hr = (await anHrLead(db, { unitId: root.id })).id;
  const pairs = [];
  for (let n = 0; n < PEOPLE; n++)
    pairs.push(
      await aPairing(db, {
        state: 'active',
        anchorOn: '2026-03-02',
        proposedAt: new Date('2026-02-20T09:00:00Z'),
        executive: { person: { unitId: units[0] ?? null } },
        champion: { person: { unitId: root.id } },
      }),
    );
  const colleagues = [(await aPerson(db)).id, (await aPerson(db)).id];
  setting = { db, units, goals: goals.map(({ code }) => code), pairs, colleagues };
});
afterAll(() => app.close());

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

/** Every monthly figure that the server tells, as sums of a month. */
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
      .filter(({ isWithheld }) => !isWithheld)
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
    ...fluencyFigures.map(({ kind, dataOn, people, count, median }) => ({
      figure: fluencyKey(kind.toLowerCase() as (typeof FLUENCY_FIGURES)[number]),
      month: monthOf(dataOn),
      cut: '',
      n: people,
      numbers: [people, count, median],
    })),
  ].filter(({ figure }) => !BY_NAME.includes(figure));
}

type Booked = ReadonlyMap<string, number>;

/** Net hours that the ledger booked, by pairing, kind and month: what a number of months is made of beside what was said. */
async function booked(): Promise<Booked> {
  const rows = await app.db.rows<{ key: string; hours: number }>(
    `select concat_ws(' ', pairing_id, category, grade, to_char(booked_in, 'YYYY-MM')) as key, sum(hours)::float8 as hours
     from outcome_posting group by 1`,
  );
  return new Map(rows.map(({ key, hours }) => [key, hours]));
}

/** Whose facts are in a sum, and which. */
function membersOf(
  people: readonly Who[],
  { figure, month, cut }: Sum,
  kinds: typeof KINDS,
  net: Booked,
) {
  return people.flatMap((who, n) => {
    const [, category, grade] = figure.split(':');
    const key = [setting.pairs[n]?.id, category, grade, MONTHS[month]].join(' ');
    const part = TRUTH[figure]?.(who, month, kinds, net.get(key) ?? 0) ?? null;
    const own = (figure === 'goals' ? setting.goals : setting.units)[cutOf(figure, who, month)];
    return part && (cut === '' || cut === own) ? [{ who: n, ...part }] : [];
  });
}

describe('monthly figures as they leave the server', () => {
  it('are all known to the attack, but those that HR sees by name', () => {
    expect([...Object.keys(TRUTH), ...BY_NAME].sort()).toEqual([...RELEASED_KEYS].sort());
  });

  it('let nobody find out about fewer people than the limit, whatever is subtracted from whatever', async () => {
    const answers = new Map<string, number>();
    let [companies, cuts, later] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(company, async (drawn) => {
        await clear(app.db);
        // Three kinds of outcomes in each company, so that enough people have each; all kinds come round.
        const kinds = [0, 4, 8].flatMap((n) => KINDS[(3 * companies + n) % KINDS.length] ?? []);
        companies += 1;
        const known = new Map<string, { sum: Sum; limit: number }>();
        for (const [month, limit] of drawn.limits.entries()) {
          await live(drawn, month, kinds, setting);
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
        const net = await booked();
        for (const figure of Object.keys(TRUTH)) {
          const told = [...known.values()].filter(({ sum }) => sum.figure === figure);
          answers.set(figure, (answers.get(figure) ?? 0) + told.length);
          cuts += told.filter(({ sum }) => sum.cut !== '').length;
          later += Math.max(0, told.filter(({ sum }) => sum.cut === '').length - 1);
          const secrets = told.flatMap(({ sum, limit }) => {
            const members = membersOf(drawn.people, sum, kinds, net);
            // The model knows whose facts they are: n and everything that is added up is as the server says.
            expect([figure, members.length]).toEqual([figure, sum.n]);
            const sums = members[0]?.sums.map((_, at) =>
              members.reduce((total, each) => total + (each.sums[at] ?? 0), 0),
            );
            expect([figure, sums]).toEqual([figure, sum.numbers.slice(0, sums?.length)]);
            // Entries equal totals: the hours of the parts, the ledger's among them, are those of the sum.
            for (const at of [0, 1]) {
              if (!members[0]?.hours) break;
              const hours = members.reduce((total, each) => total + (each.hours?.[at] ?? 0), 0);
              const { low } = hoursRange(Math.round(hours * 10_000) / 10_000);
              expect([figure, at, sum.numbers[at + 1]]).toEqual([figure, at, low]);
            }
            return [0, 1].map((at) => ({
              limit,
              sum: members.flatMap(({ who, facts }) =>
                facts[at] === undefined ? [] : `p${who} ${at} ${facts[at]}`,
              ),
            }));
          });
          for (const limit of LIMITS)
            expect([
              figure,
              exposedGroup(
                secrets.filter((each) => each.limit >= limit).map(({ sum }) => sum),
                limit,
              ),
            ]).toEqual([figure, null]);
        }
      }),
      { numRuns: 25, endOnFailure: true },
    );
    const sums = [...answers.values()].reduce((sum, each) => sum + each, 0);
    console.log(
      `${companies} companies over ${MONTHS.length} months: ${sums} published sums of ${answers.size} figures attacked, ` +
        `${cuts} of units or goals; 0 groups exposed`,
    );
    expect([...answers].filter(([, published]) => published === 0)).toEqual([]);
    expect(cuts).toBeGreaterThan(0);
    expect(later).toBeGreaterThan(0);
  }, 1_200_000);
});
