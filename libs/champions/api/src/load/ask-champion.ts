import { newId, ok, refuse, type Day, type Result } from '@flipside/kernel';
import {
  type ChampionRefusal,
  championRefusal,
  checkAsk,
  checkReason,
  minutesOver,
  onDay,
} from '@flipside/champions-domain';
import type { Tx } from '@flipside/platform-api';
import { lockChampion, periodsOf } from '../champions/champion-record.js';
import { asksOf } from './asks.js';
import { restWeeksOf } from './plan-rest-week.js';

export interface WantedAsk {
  readonly championId: string;
  readonly kind: string;
  readonly askId: string;
  readonly day: Day;
  readonly minutes: number;
  /** Why it may go beyond what was agreed, and who says so; null when it may not. */
  readonly override: {
    readonly reason: string;
    readonly actorId: string;
    /** It stands already: it is put on record and not refused, not even at rest. */
    readonly isFact?: boolean;
  } | null;
  readonly now: Date;
}

/**
 * The one gate for everything that is asked of a champion on a day. Holds the champion's row until the transaction
 * ends, judges the ask beside all others, and puts an override on record.
 */
export async function askChampion(
  tx: Tx,
  wanted: WantedAsk,
): Promise<Result<null, ChampionRefusal>> {
  const { championId, askId, override } = wanted;
  if (!(await lockChampion(tx, championId))) return refuse(championRefusal('NOT_A_CHAMPION'));
  const reason = override ? checkReason(override.reason) : null;
  if (reason && !reason.ok) return reason;
  const agreed = await tx.one<{ hours: number }>(
    'select agreed_hours as hours from champion where person_id = $1',
    [championId],
  );
  const asks = await asksOf(tx, [championId], onDay(wanted.day));
  const champion = {
    periods: await periodsOf(tx, championId),
    restWeeks: await restWeeksOf(tx, championId),
    agreedMinutes: Math.round((agreed?.hours ?? 0) * 60),
    asks: asks.filter((ask) => ask.askId !== askId),
  };
  const checked = override?.isFact
    ? ok(minutesOver(champion, wanted))
    : checkAsk(champion, wanted, reason?.value ?? null);
  if (!checked.ok) return checked;
  if (checked.value > 0 && override && reason) {
    await tx.execute(
      `insert into capacity_override (id, champion_id, kind, ask_id, minutes_over, reason, actor_id, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        newId(),
        championId,
        wanted.kind,
        askId,
        checked.value,
        reason.value,
        override.actorId,
        wanted.now,
      ],
    );
  }
  return ok(null);
}
