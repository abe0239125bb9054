import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@flipside/kernel';
import {
  checkRound,
  checkRules,
  pairingRefusal,
  readRoundName,
  type PairingRefusal,
  type RoundRules,
} from '@flipside/pairings-domain';
import { Database } from '@flipside/platform-api';
import { lockRound } from './round.store.js';

/** Changes name, rules or who sits the round out. Proposals that stand keep their points until proposed again. */
@Injectable()
export class ChangeRound {
  constructor(private readonly db: Database) {}

  run(input: {
    roundId: string;
    version: number;
    name?: string;
    rules?: Partial<RoundRules>;
    leftOut?: readonly string[];
  }): Promise<Result<{ roundId: string }, PairingRefusal>> {
    const { roundId } = input;
    return this.db.transaction(async (tx) => {
      const round = await lockRound(tx, roundId);
      const allowed = checkRound(round.state, 'change');
      if (!allowed.ok) return allowed;
      if (round.version !== input.version) return refuse(pairingRefusal('CHANGED_MEANWHILE'));
      const name = readRoundName(input.name ?? round.name);
      if (!name.ok) return name;
      const rules = checkRules({ ...round.rules, ...input.rules });
      if (!rules.ok) return rules;
      await tx.execute(
        `update matching_round set name = $2, rules = $3, left_out = $4, version = version + 1 where id = $1`,
        [roundId, name.value, JSON.stringify(rules.value), input.leftOut ?? round.leftOut],
      );
      return ok({ roundId });
    });
  }
}
