import {
  standingFacts,
  standingFigures,
  type Facts,
  type LookedAtBy,
} from '@flipside/pairings-domain';
import type { Tx } from '@flipside/platform-api';

export interface RememberedFigure {
  readonly facts: Facts;
  /** Since when it stands, where too few people changed for a new one; null when it is as of now. */
  readonly keptSince: Date | null;
}

interface ToldRow {
  readonly figure: string;
  readonly pictures: Record<string, [number, number]>[];
  readonly shown: string[];
  readonly toldAt: Date;
}

/** What is told about one side of a round, and for which question. */
export interface ToldKey {
  readonly roundId: string;
  readonly asked: string;
  readonly side: 'champions' | 'executives';
}

/**
 * Figures as they may be told, given what was told before ({@link standingFigures}). Whoever calls holds the round's lock.
 * One statement to read and one to write what is new, whatever the number of figures.
 */
export async function remember(
  tx: Tx,
  { roundId, asked, side }: ToldKey,
  figures: ReadonlyMap<string, Facts>,
  lookedAtBy: LookedAtBy,
  now: Date,
): Promise<ReadonlyMap<string, RememberedFigure>> {
  const rows = await tx.rows<ToldRow>(
    `select figure, pictures, shown, told_at as "toldAt" from impact_told
     where round_id = $1 and asked = $2 and side = $3`,
    [roundId, asked, side],
  );
  const toldAts = new Map(rows.map(({ figure, toldAt: at }) => [figure, at]));
  const before = new Map(
    rows.flatMap(({ figure, pictures, shown }) => {
      const [first, ...later] = pictures.map((facts) => new Map(Object.entries(facts)));
      return first ? [[figure, { pictures: [first, ...later], shown }] as const] : [];
    }),
  );
  const remembered = new Map<string, RememberedFigure>();
  const written = [];
  for (const [figure, { told, isKept }] of standingFigures(before, figures, lookedAtBy)) {
    const toldAt = isKept ? (toldAts.get(figure) ?? now) : now;
    remembered.set(figure, { facts: standingFacts(told), keptSince: isKept ? toldAt : null });
    const last = before.get(figure);
    const isAsBefore =
      last?.pictures.length === told.pictures.length && last.shown.length === told.shown.length;
    if (isAsBefore) continue;
    written.push({
      figure,
      pictures: told.pictures.map((facts) => Object.fromEntries(facts)),
      shown: told.shown,
      told_at: toldAt,
    });
  }
  if (written.length === 0) return remembered;
  await tx.execute(
    `insert into impact_told (round_id, asked, side, figure, pictures, shown, told_at)
     select $1, $2, $3, figure, pictures, shown, told_at
     from jsonb_to_recordset($4::jsonb) as t(figure text, pictures jsonb, shown text[], told_at timestamptz)
     on conflict (round_id, asked, side, figure) do update
       set pictures = excluded.pictures, shown = excluded.shown, told_at = excluded.told_at`,
    [roundId, asked, side, JSON.stringify(written)],
  );
  return remembered;
}
