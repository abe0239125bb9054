import { Inject, Injectable } from '@nestjs/common';
import { newId, ok, type Clock, type Result } from '@flipside/kernel';
import {
  checkRules,
  DEFAULT_RULES,
  readRoundName,
  type PairingRefusal,
  type RoundRules,
} from '@flipside/pairings-domain';
import { CLOCK, Database } from '@flipside/platform-api';
import { keepRules } from './keep-rules.js';

/** Opens a round as a draft. Rules start from the usual ones; every round can set its own. */
@Injectable()
export class StartRound {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(
    actorId: string | null,
    input: { name: string; rules?: Partial<RoundRules> },
  ): Promise<Result<{ roundId: string }, PairingRefusal>> {
    return this.db.transaction(async (tx) => {
      const name = readRoundName(input.name);
      if (!name.ok) return name;
      const rules = checkRules({ ...DEFAULT_RULES, ...input.rules });
      if (!rules.ok) return rules;
      const roundId = newId();
      await tx.execute(
        `insert into matching_round (id, name, rules, created_by, created_at) values ($1, $2, $3, $4, $5)`,
        [roundId, name.value, JSON.stringify(rules.value), actorId, this.clock.now()],
      );
      await keepRules(tx, roundId, 1, rules.value, { actorId, now: this.clock.now() });
      return ok({ roundId });
    });
  }
}
