import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Day, type Result } from '@flipside/kernel';
import {
  type ChampionProfile,
  type ChampionRefusal,
  championRefusal,
  canApproveWith,
  checkInterview,
  checkMove,
  type Interview,
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
  /** With the step to interviewed: what the conversation left behind. */
  readonly interview?: Interview | null;
  /** When declining: the answer in the programme's own words, instead of the usual one. */
  readonly letter?: string | null;
}

const LONGEST_LETTER = 2000;

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

      if (input.toStage === 'approved' && !canApproveWith(nomination.managerAnswer)) {
        return refuse(championRefusal('MANAGER_FIRST'));
      }
      if ([...(input.letter ?? '')].length > LONGEST_LETTER) {
        return refuse(championRefusal('LETTER_TOO_LONG', 'letter'));
      }
      const recorded =
        input.toStage === 'interviewed'
          ? await this.record(tx, viewer, nomination.id, input.interview ?? null)
          : ok(null);
      if (!recorded.ok) return recorded;
      const startsOn =
        input.toStage === 'approved' ? await this.approve(tx, viewer, nomination, input) : ok(null);
      if (!startsOn.ok) return startsOn;
      await recordStep(tx, {
        nominationId: nomination.id,
        from: nomination.stage,
        to: input.toStage,
        way: 'decision',
        actorId: viewer.personId,
        reason: allowed.value,
        now: this.clock.now(),
      });
      await this.tell(tx, nomination, input, startsOn.value);
      return ok({ nominationId: nomination.id });
    });
  }

  /** Nobody counts as interviewed without a record. */
  private async record(
    tx: Tx,
    viewer: Viewer,
    nominationId: string,
    interview: Interview | null,
  ): Promise<Result<null, ChampionRefusal>> {
    if (!interview) return refuse(championRefusal('INTERVIEW_MISSING', 'experience'));
    const { today } = await programmeToday(tx, this.clock);
    const checked = checkInterview(interview, today);
    if (!checked.ok) return checked;
    const { heldOn, experience, interests, expertise, outcome } = checked.value;
    await tx.execute(
      `insert into nomination_interview (nomination_id, interviewer_id, held_on, experience, interests, expertise, outcome)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [nominationId, viewer.personId, heldOn, experience, interests, expertise, outcome],
    );
    return ok(null);
  }

  private async approve(
    tx: Tx,
    { personId: actorId }: Viewer,
    { id, nomineeId }: NominationRecord,
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
      by: { way: 'decision', actorId, now: this.clock.now() },
    });
    if (!made.ok) return made;
    await tx.execute(
      `update nomination n set agreed_hours = c.agreed_hours from champion c where n.id = $1 and c.person_id = n.nominee_id`,
      [id],
    );
    return ok(made.value.startsOn);
  }

  /** Asks a candidate, and tells a decision. Nobody is told that an idea was dropped before it was asked. */
  private async tell(
    tx: Tx,
    { id: nominationId, nomineeId, nominatorId, stage, reason }: NominationRecord,
    { toStage: to, letter }: MoveNominationInput,
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
    const hours = await tx.one<{ hours: number }>(
      'select agreed_hours as hours from nomination where id = $1 and agreed_hours is not null',
      [nominationId],
    );
    const decided = { nominationId, nominee, startsOn, hours: hours?.hours ?? null };
    await writeNominationDecision(
      tx,
      { ...decided, letter: letter?.trim() || null },
      this.config.baseUrl,
    );
    if (!startsOn || !nominator) return;
    const thanks = { nominationId, nominator, nomineeName: nominee.name, startsOn };
    await writeNominatorThanks(tx, thanks, this.config.baseUrl);
  }
}
