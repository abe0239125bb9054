import { Injectable } from '@nestjs/common';
import type { Pair } from '@flipside/pairings-domain';
import { Database, type Tx } from '@flipside/platform-api';

export const removePairExclusion = (tx: Tx, { executiveId, championId }: Pair): Promise<number> =>
  tx.execute(`delete from pair_exclusion where executive_id = $1 and champion_id = $2`, [
    executiveId,
    championId,
  ]);

/** Two people may be suggested to each other again; rounds that are open see it when they propose again. */
@Injectable()
export class AllowPair {
  constructor(private readonly db: Database) {}

  async run(pair: Pair): Promise<Pair> {
    await this.db.transaction((tx) => removePairExclusion(tx, pair));
    return { executiveId: pair.executiveId, championId: pair.championId };
  }
}
