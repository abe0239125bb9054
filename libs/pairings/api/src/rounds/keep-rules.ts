import type { RoundRules } from '@flipside/pairings-domain';
import type { Tx } from '@flipside/platform-api';
import type { Author } from './round-log.js';

/** Every set of rules a round had stays readable, so that any of them can be had back. */
export async function keepRules(
  tx: Tx,
  roundId: string,
  version: number,
  rules: RoundRules,
  { actorId, now }: Author,
): Promise<void> {
  await tx.execute(
    `insert into matching_rules (round_id, version, rules, changed_by, changed_at) values ($1, $2, $3, $4, $5)`,
    [roundId, version, JSON.stringify(rules), actorId, now],
  );
}
