import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  checkRound,
  checkRules,
  pairingRefusal,
  readRoundName,
  readRules,
  type PairingRefusal,
  type RoundRules,
} from '@flipside/pairings-domain';
import { barrier, CLOCK, Database, type Tx } from '@flipside/platform-api';
import { keepRules } from './keep-rules.js';
import { logStep, type Author } from './round-log.js';
import { lockRound, type RoundRow } from './round.store.js';

interface Change {
  readonly name?: string;
  readonly rules?: Partial<RoundRules>;
  readonly leftOut?: readonly string[];
}

type Changed = Result<{ roundId: string }, PairingRefusal>;

/** Changes name, rules or who sits the round out. Proposals that stand keep their points until proposed again. */
@Injectable()
export class ChangeRound {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(
    actorId: string | null,
    input: Change & { roundId: string; version: number },
  ): Promise<Changed> {
    return this.change(actorId, input, () => Promise.resolve(input));
  }

  /** Puts rules back that the round had before. */
  restore(
    actorId: string | null,
    input: { roundId: string; version: number; rulesVersion: number },
  ): Promise<Changed> {
    return this.change(actorId, input, async (tx) => {
      const kept = await tx.one<{ rules: RoundRules }>(
        `select rules from matching_rules where round_id = $1 and version = $2`,
        [input.roundId, input.rulesVersion],
      );
      if (!kept) throw barrier('NOT_FOUND');
      return { rules: readRules(kept.rules) };
    });
  }

  private change(
    actorId: string | null,
    { roundId, version }: { roundId: string; version: number },
    changeIn: (tx: Tx) => Promise<Change>,
  ): Promise<Changed> {
    return this.db.transaction(async (tx) => {
      const round = await lockRound(tx, roundId);
      const allowed = checkRound(round.state, 'change');
      if (!allowed.ok) return allowed;
      if (round.version !== version) return refuse(pairingRefusal('CHANGED_MEANWHILE'));
      return write(tx, round, await changeIn(tx), { actorId, now: this.clock.now() });
    });
  }
}

async function write(tx: Tx, round: RoundRow, change: Change, by: Author): Promise<Changed> {
  const roundId = round.id;
  const name = readRoundName(change.name ?? round.name);
  if (!name.ok) return name;
  const rules = checkRules({ ...round.rules, ...change.rules });
  if (!rules.ok) return rules;
  const isNew = change.rules !== undefined;
  const rulesVersion = round.rulesVersion + (isNew ? 1 : 0);
  await tx.execute(
    `update matching_round set name = $2, rules = $3, left_out = $4, rules_version = $5, version = version + 1
     where id = $1`,
    [
      roundId,
      name.value,
      JSON.stringify(rules.value),
      change.leftOut ?? round.leftOut,
      rulesVersion,
    ],
  );
  if (isNew) {
    await keepRules(tx, roundId, rulesVersion, rules.value, by);
    await logStep(tx, roundId, { kind: 'rules' }, by);
  }
  return ok({ roundId });
}
