import { newId } from '@flipside/kernel';
import type { Asked, GroupLabels } from '@flipside/pairings-domain';
import { barrier, type Tx, type Viewer } from '@flipside/platform-api';

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

/**
 * By which kinds of groups a round is looked at: two at most, with the labels of the first time, so that neither a third
 * kind nor a file made for it singles anybody out. The first reading by a kind decides, and that of the round how few
 * people it may speak of: groups that are withheld under one number and shown under another give each other away.
 * @throws Barrier BAD_INPUT for a third kind, and for one that was deleted since
 */
export async function groupsOfRound(
  tx: Tx,
  roundId: string,
  asked: readonly LoadedAttribute[],
  now: Date,
): Promise<Required<Asked>> {
  const kept = await tx.rows<{
    name: string;
    labels: Record<string, string> | null;
    limit: number;
  }>(
    `select name, labels, smallest_group as "limit" from impact_round_groups where round_id = $1 order by place`,
    [roundId],
  );
  const limit = kept[0]?.limit ?? (await smallestGroup(tx));
  const among = new Map(kept.map(({ name, labels }) => [name, labels && toMap(labels)]));
  for (const { name, labels } of asked) {
    if (among.has(name)) continue;
    if (among.size === MOST_CROSSED)
      throw barrier(
        'BAD_INPUT',
        `This round is looked at by ${[...among.keys()].join(' and ')}. A third kind of groups could single somebody out.`,
      );
    among.set(name, labels);
    await tx.execute(
      `insert into impact_round_groups (round_id, place, name, labels, first_read_at, smallest_group)
       values ($1, $2, $3, $4, $5, $6)`,
      [roundId, among.size, name, JSON.stringify(Object.fromEntries(labels)), now, limit],
    );
  }
  const names = new Set(asked.map(({ name }) => name));
  const known = [...among].flatMap(([name, labels]) => (labels ? [{ name, labels }] : []));
  // Always in the same order: what a crossing shows must not depend on which kind is named first.
  const attributes = known.filter(({ name }) => names.has(name)).map(({ labels }) => labels);
  if (attributes.length < names.size)
    throw barrier('BAD_INPUT', 'The groups that this round was looked at by were deleted.');
  return { attributes, among: known.map(({ labels }) => labels), limit };
}

const toMap = <T>(facts: Readonly<Record<string, T>>): ReadonlyMap<string, T> =>
  new Map(Object.entries(facts));

/** Fewest people that a figure of a round may speak of which nobody has read yet. */
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
