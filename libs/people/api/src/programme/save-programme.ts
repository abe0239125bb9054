import { newId } from '@flipside/kernel';
import { differenceOf, patternOfHours, type ProgrammeRules } from '@flipside/people-domain';
import type { Tx } from '@flipside/platform-api';

/**
 * Writes changed rules and notes the difference in the history; rules that do not differ leave no trace.
 * The programme's row must be locked.
 * @returns the id of the noted change, or null when nothing differs
 */
export async function saveProgramme(
  tx: Tx,
  change: { actorId: string; before: ProgrammeRules; after: ProgrammeRules; now: Date },
): Promise<string | null> {
  const { actorId, before, after, now } = change;
  const difference = differenceOf(before, after);
  if (Object.keys(difference.after).length === 0) return null;
  await tx.execute(
    `update programme set name = $1, target_ratio = $2, small_unit_limit = $3, rounding = $4, eligible_types = $5,
       counts_leave = $6, executive_level = $7, default_time_zone = $8, default_hours = $9, cadence_days = $10,
       session_minutes = $11, champion_capacity = $12, champion_hours = $13, min_notice_hours = $14,
       small_group_limit = $15, version = version + 1
     where id = 1`,
    [
      after.name,
      after.targetRatio,
      after.smallUnitLimit,
      after.rounding,
      after.eligibleTypes,
      after.countsLeave,
      after.executiveLevel,
      after.defaultTimeZone,
      JSON.stringify(patternOfHours(after.defaultHours)),
      after.cadenceDays,
      after.sessionMinutes,
      after.championCapacity,
      after.championHours,
      after.minNoticeHours,
      after.smallGroupLimit,
    ],
  );
  const id = newId();
  await tx.execute(
    `insert into programme_change (id, actor_id, before, after, at) values ($1, $2, $3, $4, $5)`,
    [id, actorId, JSON.stringify(difference.before), JSON.stringify(difference.after), now],
  );
  return id;
}
