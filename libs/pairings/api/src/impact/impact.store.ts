import { newId } from '@flipside/kernel';
import type { GroupLabels } from '@flipside/pairings-domain';
import { barrier, type Tx, type Viewer } from '@flipside/platform-api';

export const MOST_CROSSED = 2;

/** An attribute with the group of each person. */
export interface LoadedAttribute {
  readonly id: string;
  readonly name: string;
  readonly labels: GroupLabels;
}

/** The attributes in the order of the ids. @throws Barrier NOT_FOUND */
export async function loadAttributes(
  db: Pick<Tx, 'rows'>,
  ids: readonly string[],
): Promise<readonly LoadedAttribute[]> {
  const rows = await db.rows<{ id: string; name: string; personId: string | null; label: string }>(
    `select a.id, a.name, l.person_id as "personId", l.label
     from impact_attribute a left join impact_label l on l.attribute_id = a.id where a.id = any($1::uuid[])`,
    [ids],
  );
  return ids.map((id) => {
    const own = rows.filter((row) => row.id === id);
    const [first] = own;
    if (!first) throw barrier('NOT_FOUND');
    const labels = own.flatMap(({ personId, label }) =>
      personId === null ? [] : [[personId, label] as const],
    );
    return { id, name: first.name, labels: new Map(labels) };
  });
}

/** Fewest people that a figure may speak of. */
export async function smallestGroup(db: Pick<Tx, 'one'>): Promise<number> {
  const row = await db.one<{ size: number }>(`select smallest_group as size from impact_setting`);
  if (!row) throw new Error('The impact report has no row of settings');
  return row.size;
}

/** Notes that somebody looked; written before anything is shown. */
export async function noteReading(
  db: Pick<Tx, 'rows'>,
  viewer: Pick<Viewer, 'personId'>,
  reading: { readonly roundId: string | null; readonly what: string; readonly at: Date },
): Promise<void> {
  await db.rows(
    `insert into impact_reading (id, actor_id, round_id, what, at) values ($1, $2, $3, $4, $5)`,
    [newId(), viewer.personId, reading.roundId, reading.what, reading.at],
  );
}
