import { type Ask, peakMinutes, type Span } from '@flipside/champions-domain';
import { FOREVER, type Day } from '@flipside/kernel';
import type { Tx } from '@flipside/platform-api';

type Sql = Pick<Tx, 'rows'>;

interface AskRow extends Ask {
  readonly championId: string;
  readonly isFirm: boolean;
}

export interface ChampionLoad {
  readonly agreedMinutes: number;
  /** Minutes of the fullest four weeks that touch the span. */
  readonly peakMinutes: number;
}

interface LoadWish {
  readonly span: Span;
  /** An ask to leave out: the one that is decided on. */
  readonly without?: string;
  /** Leaves out what waits for an answer. */
  readonly isFirmOnly?: boolean;
}

/**
 * What is asked of each of these champions around the span; everybody when `championIds` is null. Two statements.
 * Under the lock of the champions' rows it stays true until the transaction ends.
 */
export async function loadsOf(
  sql: Sql,
  championIds: readonly string[] | null,
  { span, without, isFirmOnly = false }: LoadWish,
): Promise<ReadonlyMap<string, ChampionLoad>> {
  const agreed = await sql.rows<{ id: string; hours: number }>(
    `select person_id as id, agreed_hours as hours from champion
     where $1::uuid[] is null or person_id = any ($1::uuid[])`,
    [championIds],
  );
  const asks = new Map<string, Ask[]>();
  for (const row of await asksOf(sql, championIds, span)) {
    if (row.askId === without || (isFirmOnly && !row.isFirm)) continue;
    const own = asks.get(row.championId);
    if (own) own.push(row);
    else asks.set(row.championId, [row]);
  }
  return new Map(
    agreed.map(({ id, hours }) => [
      id,
      {
        agreedMinutes: Math.round(hours * 60),
        peakMinutes: peakMinutes(asks.get(id) ?? [], span),
      },
    ]),
  );
}

/** What one champion agreed to and everything that is asked from a day on, to judge any later day by. Two statements. */
export async function hoursAskedOf(
  sql: Sql,
  championId: string,
  from: Day,
  without: string | null,
): Promise<{ agreedMinutes: number; asks: readonly Ask[] }> {
  const [agreed] = await sql.rows<{ hours: number }>(
    'select agreed_hours as hours from champion where person_id = $1',
    [championId],
  );
  const asks = await asksOf(sql, [championId], { from, to: FOREVER });
  return {
    agreedMinutes: Math.round((agreed?.hours ?? 0) * 60),
    asks: asks.filter(({ askId }) => askId !== without),
  };
}

/** Asks that count in four weeks which touch the span. */
export function asksOf(
  sql: Sql,
  championIds: readonly string[] | null,
  span: Span,
): Promise<(AskRow & { askId: string; kind: string })[]> {
  return sql.rows(
    `select champion_id as "championId", kind, ask_id as "askId", minutes, from_day as "from", to_day as "to", is_firm as "isFirm"
     from champion_ask
     where ($1::uuid[] is null or champion_id = any ($1::uuid[]))
       and to_day > $2::date - 27 and ($3::date = 'infinity' or from_day < $3::date + 27)`,
    [championIds, span.from, span.to],
  );
}
