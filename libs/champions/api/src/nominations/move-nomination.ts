import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Day, type Result } from '@flipside/kernel';
import {
  type ChampionProfile,
  type ChampionRefusal,
  championRefusal,
  checkMove,
  type NominationStage,
} from '@flipside/champions-domain';
import {
  barrier,
  CLOCK,
  CONFIG,
  Database,
  type Config,
  type Tx,
  type Viewer,
} from '@flipside/platform-api';
import { canRunProgramme } from '../champions/champion.policy.js';
import { makeChampion } from '../champions/make-champion.js';
import { programmeToday } from '../programme-today.js';
import {
  writeNominationDecision,
  writeNominatorThanks,
  writeNomineeQuestion,
} from './nomination-letters.js';
import { lockNomination, type NominationRecord, recordStep } from './nomination-record.js';

export interface MoveNominationInput {
  readonly nominationId: string;
  /** Version the person looked at. */
  readonly version: number;
  readonly toStage: NominationStage;
  readonly reason?: string | null;
  /** When approving: first day as a champion; today if left out. */
  readonly startsOn?: Day | null;
  /** When approving: what differs from the programme's usual. */
  readonly capacity?: number | null;
  readonly agreedHours?: number | null;
}

interface Addressee {
  id: string;
  name: string;
  email: string | null;
}

/** The programme team takes a nomination one step further, or declines it. Approving makes a champion. */
@Injectable()
export class MoveNomination {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  async run(
    viewer: Viewer,
    input: MoveNominationInput,
  ): Promise<Result<{ nominationId: string }, ChampionRefusal>> {
    if (!canRunProgramme(viewer)) throw barrier('NOT_FOUND');
    return this.db.transaction(async (tx) => {
      const nomination = await lockNomination(tx, input.nominationId);
      if (!nomination) throw barrier('NOT_FOUND');
      if (nomination.version !== input.version) return refuse(championRefusal('CHANGED_MEANWHILE'));
      const allowed = checkMove(nomination, input.toStage, input.reason);
      if (!allowed.ok) return allowed;

      const startsOn =
        input.toStage === 'approved' ? await this.approve(tx, nomination, input) : ok(null);
      if (!startsOn.ok) return startsOn;
      await recordStep(tx, {
        nominationId: nomination.id,
        from: nomination.stage,
        to: input.toStage,
        actorId: viewer.personId,
        reason: allowed.value,
        now: this.clock.now(),
      });
      await this.tell(tx, nomination, input.toStage, startsOn.value);
      return ok({ nominationId: nomination.id });
    });
  }

  private async approve(
    tx: Tx,
    { nomineeId }: NominationRecord,
    { startsOn, capacity, agreedHours }: MoveNominationInput,
  ): Promise<Result<Day, ChampionRefusal>> {
    const programme = await programmeToday(tx, this.clock);
    const profile: Partial<ChampionProfile> = {
      ...(capacity != null && { capacity }),
      ...(agreedHours != null && { agreedHours }),
    };
    const made = await makeChampion(tx, programme, {
      personId: nomineeId,
      startsOn: startsOn ?? null,
      profile,
    });
    return made.ok ? ok(made.value.startsOn) : made;
  }

  /** Asks a candidate, and tells a decision. Nobody is told that an idea was dropped before it was asked. */
  private async tell(
    tx: Tx,
    { id: nominationId, nomineeId, nominatorId, stage, reason }: NominationRecord,
    to: NominationStage,
    startsOn: Day | null,
  ): Promise<void> {
    const isDecided = to === 'approved' || (to === 'declined' && stage !== 'candidate');
    if (to !== 'nominated' && !isDecided) return;
    const people = await tx.rows<Addressee>(
      'select id, name, email from person where id = any ($1::uuid[])',
      [[nomineeId, nominatorId].filter((id) => id !== null)],
    );
    const nominee = people.find(({ id }) => id === nomineeId);
    const nominator = people.find(({ id }) => id === nominatorId && id !== nomineeId);
    if (!nominee) return;
    if (to === 'nominated') {
      const nominatorName = nominator?.name ?? 'The programme team';
      const question = { nominationId, nominee, nominatorName, reason };
      return writeNomineeQuestion(tx, question, this.config.baseUrl);
    }
    await writeNominationDecision(tx, { nominationId, nominee, startsOn }, this.config.baseUrl);
    if (!startsOn || !nominator) return;
    const thanks = { nominationId, nominator, nomineeName: nominee.name, startsOn };
    await writeNominatorThanks(tx, thanks, this.config.baseUrl);
  }
}
