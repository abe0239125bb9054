import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { pairingRefusal, type Pair, type PairingRefusal } from '@flipside/pairings-domain';
import { barrier, CLOCK, Database, type Tx, type Viewer } from '@flipside/platform-api';

interface ApartBy {
  readonly actorId: string;
  readonly now: Date;
}

/** Writes that two people are not to be suggested; saying it again changes the reason only. */
export const writePairExclusion = (
  tx: Tx,
  { executiveId, championId, reason }: Pair & { readonly reason: string | null },
  { actorId, now }: ApartBy,
): Promise<number> =>
  tx.execute(
    `insert into pair_exclusion (executive_id, champion_id, reason, created_by, created_at) values ($1, $2, $3, $4, $5)
     on conflict (executive_id, champion_id) do update set reason = excluded.reason`,
    [executiveId, championId, reason, actorId, now],
  );

/** HR says, outside a round, that two people are not to be suggested to each other, and takes that back. */
@Injectable()
export class KeepApart {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(
    viewer: Viewer,
    input: Pair & { readonly reason: string | null },
  ): Promise<Result<Pair, PairingRefusal>> {
    const { executiveId, championId } = input;
    return this.db.transaction(async (tx) => {
      if (executiveId === championId)
        return refuse(pairingRefusal('NAMED_TWICE', { field: 'championId' }));
      const known = await tx.rows(`select from person where id = any($1::uuid[])`, [
        [executiveId, championId],
      ]);
      if (known.length < 2) throw barrier('NOT_FOUND');
      await writePairExclusion(tx, input, { actorId: viewer.personId, now: this.clock.now() });
      return ok({ executiveId, championId });
    });
  }
}
