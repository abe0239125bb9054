import { type Day, newId } from '@flipside/kernel';
import {
  type ChampionPeriod,
  championStateOn,
  isStep,
  type PipelineStage,
  type StepWay,
} from '@flipside/champions-domain';
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

/** Who changes a role, how and why. */
export interface TakenBy {
  readonly way: StepWay;
  readonly actorId: string;
  readonly reason?: string | null;
  readonly now: Date;
}

/**
 * Writes the difference between two lists of periods, and the step into the champion's history; a period that did not
 * change keeps its row.
 * @throws for a step that is not in the table: the command should have refused it
 */
export async function storePeriods(
  tx: Tx,
  personId: string,
  before: readonly ChampionPeriod[],
  after: readonly ChampionPeriod[],
  { today, ...by }: TakenBy & { readonly today: Day },
): Promise<void> {
  const from = before.length === 0 ? null : championStateOn(before, today);
  await recordRole(tx, {
    personId,
    from,
    ...roleAfter(after, { today, from, way: by.way }),
    ...by,
  });
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
      [personId, from, to, by.reason ?? null],
    );
  }
  for (const { state, from, to } of after) {
    if (kept.has(from)) continue;
    await tx.execute(
      `insert into champion_period (person_id, state, valid_from, valid_to, reason)
       values ($1, $2, $3, $4, $5)`,
      [personId, state, from, to, by.reason ?? null],
    );
  }
}

/** What a champion becomes by a step, and from which day on. */
function roleAfter(
  after: readonly ChampionPeriod[],
  { today, from, way }: { today: Day; from: PipelineStage | null; way: StepWay },
): { to: PipelineStage; onDay: Day } {
  if (way === 'break') return { to: 'resting', onDay: today };
  if (way === 'return') return { to: 'active', onDay: today };
  const last = after.at(-1);
  if (way === 'naming' || way === 'decision') {
    const onDay = last?.from ?? today;
    return { to: onDay > today ? 'approved' : 'active', onDay };
  }
  if (last && last.to >= today) return { to: 'alumni', onDay: last.to };
  // A first day that never came leaves nothing behind, or the end of an earlier time.
  return { to: from === 'approved' ? 'withdrawn' : 'alumni', onDay: today };
}

interface RoleLine extends TakenBy {
  readonly personId: string;
  /** Null for whoever never was a champion. */
  readonly from: PipelineStage | null;
  readonly to: PipelineStage;
  /** First day of what they are from then on. */
  readonly onDay: Day;
}

async function recordRole(tx: Tx, line: RoleLine): Promise<void> {
  const { way, from, to, reason = null } = line;
  // Another end of a break, or of a time that ends already, changes a day and no stage.
  if (from !== null && from !== to && !isStep(way, from, to, reason))
    throw new Error(`No ${way} leads from ${from} to ${to}`);
  await recordRoleLine(tx, line);
}

/** A line of a champion's history. */
export async function recordRoleLine(
  tx: Tx,
  { personId, from, to, onDay, actorId, reason, now }: Omit<RoleLine, 'way'>,
): Promise<void> {
  await tx.execute(
    `insert into champion_event (id, person_id, from_state, to_state, on_day, actor_id, reason, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [newId(), personId, from, to, onDay, actorId, reason ?? null, now],
  );
}
