import type { Day } from '@flipside/kernel';
import type { ChampionPeriod } from '@flipside/champions-domain';
import type { Tx } from '@flipside/platform-api';

/** What commands need to know of a person before they touch the role. */
export interface PersonFacts {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  /** First day of the earliest employment known. */
  readonly hiredOn: Day | null;
  /** Employed on the day asked for. */
  readonly isEmployed: boolean;
  /** Manager on that day. */
  readonly managerId: string | null;
}

/** Reads a person as of `day` and holds their row, so that two people cannot name them at once. */
export function lockPerson(tx: Tx, personId: string, day: Day): Promise<PersonFacts | null> {
  return tx.one<PersonFacts>(
    `select p.id, p.name, p.email,
       coalesce(p.hire_on, (select min(valid_from) from employment where person_id = p.id)) as "hiredOn",
       e.person_id is not null as "isEmployed", e.manager_id as "managerId"
     from person p
     left join employment e on e.person_id = p.id and e.valid_from <= $2 and e.valid_to > $2
     where p.id = $1
     for no key update of p`,
    [personId, day],
  );
}

/** Holds a champion's row. False when the person never was one. */
export async function lockChampion(tx: Tx, personId: string): Promise<boolean> {
  return (
    (await tx.one('select 1 from champion where person_id = $1 for update', [personId])) !== null
  );
}

export function periodsOf(tx: Pick<Tx, 'rows'>, personId: string): Promise<ChampionPeriod[]> {
  return tx.rows<ChampionPeriod>(
    `select state, valid_from as "from", valid_to as "to" from champion_period
     where person_id = $1 order by valid_from`,
    [personId],
  );
}

/**
 * Writes the difference between two lists of periods; what did not change keeps its row.
 * @param reason why the last period ends or the new one begins
 */
export async function storePeriods(
  tx: Tx,
  personId: string,
  before: readonly ChampionPeriod[],
  after: readonly ChampionPeriod[],
  reason: string | null = null,
): Promise<void> {
  const wanted = new Map(after.map((period) => [period.from, period]));
  const gone = before.filter(({ from, state }) => wanted.get(from)?.state !== state);
  const kept = new Map(before.filter((period) => !gone.includes(period)).map((p) => [p.from, p]));
  if (gone.length > 0) {
    await tx.execute(
      'delete from champion_period where person_id = $1 and valid_from = any ($2::date[])',
      [personId, gone.map(({ from }) => from)],
    );
  }
  for (const { from, to } of after) {
    const old = kept.get(from);
    if (!old || old.to === to) continue;
    await tx.execute(
      `update champion_period set valid_to = $3, reason = coalesce($4, reason)
       where person_id = $1 and valid_from = $2`,
      [personId, from, to, reason],
    );
  }
  for (const { state, from, to } of after) {
    if (kept.has(from)) continue;
    await tx.execute(
      `insert into champion_period (person_id, state, valid_from, valid_to, reason)
       values ($1, $2, $3, $4, $5)`,
      [personId, state, from, to, reason],
    );
  }
}
