import { addDays, type Day } from '@flipside/kernel';
import { workingDay } from './calendar.js';
import type { Tx } from '@flipside/platform-api';
import { laterOf, type Network } from './network.js';
import type { DemoCompany, DemoPerson } from './people.js';
import type { Random } from './random.js';
import { insertRows } from './rows.js';

const evidence = [
  'Two-day course and an interview with the programme team',
  'Interview: talked through three cases of data that must not leave the company',
  'Course on risks of generative AI, then a supervised first session',
  'Showed two worked examples with their limits; interviewed',
];

const apartReasons = [
  'They worked on the same reorganisation and asked for somebody from outside it.',
  'Related by family.',
];

/** What rounds look at besides profiles: who is certified, who is kept out of a unit, who apart from whom. */
export async function writeMatchingRecords(
  tx: Tx,
  { units, people }: DemoCompany,
  { champions, joinedOn }: Network,
  executives: readonly DemoPerson[],
  hrLeadId: string,
  random: Random,
  today: Day,
): Promise<void> {
  const known = champions.filter(() => random.chance(0.78));
  await insertRows(
    tx,
    'champion_certification',
    known.map((champion, n) => {
      const since = joinedOn.get(champion.id);
      const certifiedOn = laterOf(since, workingDay(addDays(today, -random.between(20, 320)), -1));
      // Those who have been here for longest: one in four is to be certified again.
      const ended = n % 4 === 1 && since !== undefined && since < addDays(today, -366);
      const isWithdrawn = n % 29 === 11;
      return {
        person_id: champion.id,
        evidence: random.pick(evidence),
        certified_on: ended ? since : certifiedOn,
        valid_until: addDays(ended ? since : certifiedOn, n % 13 === 3 && !ended ? 385 : 365),
        recorded_by: hrLeadId,
        withdrawn_on: isWithdrawn ? addDays(today, -random.between(3, 15)) : null,
        withdrawn_by: isWithdrawn ? hrLeadId : null,
      };
    }),
  );
  const auditor = people.find(({ unit, isHead }) => unit === 'FIN-ACC' && isHead);
  const conflicts: readonly (readonly [DemoPerson | undefined, string, string | null])[] = [
    [auditor, 'SAL', 'Audits this department until the end of the year.'],
    [executives.find(({ unit }) => unit === 'FIN-LEG'), 'PPL', 'Handles a case of this unit.'],
    [champions.find(({ unit }) => unit.startsWith('ENG')), 'FIN', null],
  ];
  const noted = (daysAgo: number): string => `${addDays(today, -daysAgo)}T09:12:00Z`;
  await insertRows(
    tx,
    'unit_conflict',
    conflicts.flatMap(([person, unit, reason], n) => {
      const unitId = units.get(unit);
      if (!person || !unitId) return [];
      return [
        {
          id: random.id(),
          person_id: person.id,
          unit_id: unitId,
          reason,
          noted_by: hrLeadId,
          noted_at: noted(12 + 9 * n),
        },
      ];
    }),
  );
  const [first, second] = random.sample(executives, 2);
  await insertRows(
    tx,
    'pair_exclusion',
    [first, second].flatMap((executive, n) =>
      executive
        ? [
            {
              executive_id: executive.id,
              champion_id: random.pick(champions.filter(({ id }) => id !== executive.id)).id,
              reason: apartReasons[n] ?? null,
              created_by: hrLeadId,
              created_at: noted(40 + 30 * n),
            },
          ]
        : [],
    ),
  );
}
