import { type Day } from '@flipside/kernel';
import {
  hoursOf,
  type NamedAsk,
  onDay,
  type OverAgreed,
  overAgreed,
} from '@flipside/champions-domain';
import type { Tx } from '@flipside/platform-api';
import { asksOf } from './asks.js';

type Sql = Pick<Tx, 'rows'>;

/** One ask that the agreed hours do not reach. */
export interface BeyondAsk {
  readonly kind: string;
  readonly askId: string;
  /** Its day, or the first one of a pairing. */
  readonly on: Day;
  readonly hours: number;
}

export interface OverRow {
  readonly personId: string;
  readonly hoursOver: number;
  readonly since: Day;
  readonly isByFewerHours: boolean;
  readonly beyond: readonly BeyondAsk[];
  /** Why it may be so, as somebody of the programme or whoever asked wrote down for every one of these asks. */
  readonly reason: string | null;
}

export interface Over extends OverAgreed<NamedAsk> {
  readonly personId: string;
  /** Of the asks beyond, those nobody gave a reason for. */
  readonly open: readonly NamedAsk[];
  /** The latest reason. */
  readonly reason: string | null;
}

/** Of these champions, those of whom more is asked than they agreed to. Three statements. */
export async function overAgreedOf(
  sql: Sql,
  championIds: readonly string[],
  today: Day,
): Promise<Over[]> {
  const agreed = await sql.rows<{ personId: string; hours: number; since: Day | null }>(
    `select person_id as "personId", agreed_hours as hours, hours_since as since
     from champion where person_id = any ($1::uuid[]) order by person_id`,
    [championIds],
  );
  const asks = await asksOf(sql, championIds, onDay(today));
  const over = agreed.flatMap(({ personId, hours, since }) => {
    const own = asks.filter(({ championId }) => championId === personId);
    const found = overAgreed(own, { minutes: Math.round(hours * 60), since }, today);
    return found ? [{ personId, ...found }] : [];
  });
  const reasons = new Map(
    (
      await sql.rows<{ askId: string; reason: string }>(
        `select distinct on (ask_id) ask_id as "askId", reason from capacity_override
         where ask_id = any ($1::uuid[]) order by ask_id, at desc, id`,
        [over.flatMap(({ beyond }) => beyond.map(({ askId }) => askId))],
      )
    ).map(({ askId, reason }) => [askId, reason]),
  );
  return over.map((one) => ({
    ...one,
    open: one.beyond.filter(({ askId }) => !reasons.has(askId)),
    reason: one.beyond.map(({ askId }) => reasons.get(askId)).findLast((reason) => reason) ?? null,
  }));
}

export const overRow = ({
  personId,
  minutesOver,
  beyond,
  open,
  reason,
  ...over
}: Over): OverRow => ({
  personId,
  since: over.since,
  isByFewerHours: over.isByFewerHours,
  hoursOver: hoursOf(minutesOver),
  beyond: beyond.map(({ kind, askId, from, minutes }) => ({
    kind,
    askId,
    on: from,
    hours: hoursOf(minutes),
  })),
  reason: open.length === 0 ? reason : null,
});
