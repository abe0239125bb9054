import type { Day } from '@flipside/kernel';
import type { Tx } from '@flipside/platform-api';
import type { Introduced } from './introduction-mail.js';

/** How these people are introduced to each other, by id. */
export async function introducedPeople(
  from: Pick<Tx, 'rows'>,
  personIds: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, Introduced>> {
  const rows = await from.rows<Introduced & { id: string }>(
    `select p.id, p.name, p.title, u.name as "unitName", l.name as "locationName"
     from person p
     left join employment e on e.person_id = p.id and e.valid_from <= $2 and e.valid_to > $2
     left join org_unit u on u.id = e.org_unit_id
     left join location l on l.id = e.location_id
     where p.id = any($1::uuid[])`,
    [personIds, today],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
