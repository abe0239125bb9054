import { newId } from '@flipside/kernel';
import type { GroupLabels } from '@flipside/pairings-domain';
import { type Tx, type Viewer } from '@flipside/platform-api';

export const MOST_CROSSED = 2;

/** An attribute with the group of each person. */
export interface LoadedAttribute {
  readonly id: string;
  readonly name: string;
  readonly labels: GroupLabels;
}

/** Every attribute there is, by name. One statement. */
export async function loadAttributes(db: Pick<Tx, 'rows'>): Promise<readonly LoadedAttribute[]> {
  const rows = await db.rows<{ id: string; name: string; personId: string | null; label: string }>(
    `select a.id, a.name, l.person_id as "personId", l.label
     from impact_attribute a left join impact_label l on l.attribute_id = a.id order by a.name, a.id`,
  );
  const found = new Map<string, { id: string; name: string; labels: Map<string, string> }>();
  for (const { id, name, personId, label } of rows) {
    const own = found.get(id) ?? { id, name, labels: new Map<string, string>() };
    found.set(id, own);
    if (personId !== null) own.labels.set(personId, label);
  }
  return [...found.values()];
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
