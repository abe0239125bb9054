import { addDays, newId, type Day } from '@flipside/kernel';
import type { Tx } from '@flipside/platform-api';
import type { DemoCompany, DemoPerson } from './people.js';

const HEADINGS: readonly (readonly [
  heading: string,
  field: string,
  of: (p: DemoPerson, plans: DemoCompany['plans']) => string,
])[] = [
  ['Work email', 'email', (p) => p.email],
  ['Full name', 'fullName', (p) => p.name],
  ['Job title', 'title', (p) => p.title],
  ['Department', 'unit1', (p, plans) => plans.get(p.unit)?.name ?? ''],
  ['Hire date', 'hireOn', (p) => p.hireOn],
  ['Employment type', 'employmentType', (p) => p.type],
];

/** The staff lists that came in over the last months, as the import page lists them. The latest is today's. */
export async function writeRosters(
  tx: Tx,
  { people, plans }: DemoCompany,
  actorId: string,
  today: Day,
): Promise<void> {
  for (const daysAgo of [84, 56, 28, 0]) {
    const asOf = addDays(today, -daysAgo);
    const since = addDays(asOf, -28);
    const isIn = (day: Day) => day > since && day <= asOf;
    const present = people.filter((p) => p.hireOn <= asOf && (!p.leaveOn || p.leaveOn >= asOf));
    const joins = present.filter((p) => isIn(p.hireOn)).length;
    const leaves = people.filter((p) => p.leaveOn && isIn(addDays(p.leaveOn, 1))).length;
    const unitMoves = present.filter((p) => p.movedFrom && isIn(p.movedFrom.on)).length;
    const difference = {
      present: present.length - joins + leaves,
      joins,
      formers: 0,
      skippedFormers: 0,
      rejoins: 0,
      leaves: 0,
      missing: leaves,
      unitMoves,
      locationMoves: 0,
      managerChanges: 0,
      levelChanges: 0,
      termChanges: 0,
      nameChanges: 0,
      titleChanges: 0,
      detailChanges: 0,
      unchanged: present.length - joins - unitMoves,
      changed: unitMoves,
      newUnits: 0,
      newLocations: 0,
      leftOutRows: 0,
    };
    await tx.execute(
      `insert into import_run (id, file_name, file_bytes, actor_id, state, format, columns, mapping, options, counts, as_of, created_at, applied_at)
       values ($1, $2, $3, $4, 'applied', $5, $6, $7, '{}', $8, $9, $9::date + time '05:56', $9::date + time '06:00')`,
      [
        newId(),
        `norden-staff-${asOf}.csv`,
        present.length * 96,
        actorId,
        JSON.stringify({
          encoding: 'utf-8',
          delimiter: ';',
          headerRow: 1,
          firstRow: 2,
          dateOrder: 'DMY',
          isDateOrderSure: true,
        }),
        JSON.stringify(
          HEADINGS.map(([heading, , of]) => ({
            heading,
            samples: present.slice(0, 3).map((p) => of(p, plans)),
          })),
        ),
        JSON.stringify(Object.fromEntries(HEADINGS.map(([, field], at) => [field, at]))),
        JSON.stringify({ rows: present.length, passedOver: 0, problems: {}, difference }),
        asOf,
      ],
    );
  }
}
