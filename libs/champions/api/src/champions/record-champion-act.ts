import type { Day } from '@flipside/kernel';
import type { Tx } from '@flipside/platform-api';

export interface ChampionAct {
  readonly personId: string;
  /** What it was, as one word: `session`. */
  readonly kind: string;
  /** Names the act, so that telling it twice counts once: the session's id. */
  readonly key: string;
  /** Day on which it happened, in the champion's zone. */
  readonly on: Day;
}

/** Notes a confirmed act in the caller's transaction. Whoever is no champion has none; telling again changes its day. */
export async function recordChampionAct(
  tx: Tx,
  { personId, kind, key, on }: ChampionAct,
): Promise<void> {
  await tx.execute(
    `insert into champion_act (person_id, key, kind, on_day)
     select person_id, $2, $3, $4::date from champion where person_id = $1
     on conflict (person_id, key) do update set on_day = excluded.on_day`,
    [personId, `${kind}:${key}`, kind, on],
  );
}

/** Takes an act back that turned out not to have happened. */
export async function withdrawChampionAct(
  tx: Tx,
  { personId, kind, key }: Omit<ChampionAct, 'on'>,
): Promise<void> {
  await tx.execute('delete from champion_act where person_id = $1 and key = $2', [
    personId,
    `${kind}:${key}`,
  ]);
}
