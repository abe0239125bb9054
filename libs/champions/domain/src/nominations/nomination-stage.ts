import { ok, refuse, type Result } from '@flipside/kernel';
import { type ChampionRefusal, championRefusal } from '../champion-refusals.js';
import { PIPELINE_STAGES, type PipelineStage, type PipelineStep, stepsOf } from '../pipeline.js';

/** A nomination ends where the role begins: rests and the time after are the champion's. */
export type NominationStage = Exclude<PipelineStage, 'resting' | 'alumni'>;

export const NOMINATION_STAGES: readonly NominationStage[] = PIPELINE_STAGES.filter(
  (stage) => stage !== 'resting' && stage !== 'alumni',
);

/** Stages in which somebody still has something to do, in their order. */
export const OPEN_STAGES = [
  'candidate',
  'nominated',
  'screened',
  'interviewed',
  'approved',
  'onboarding',
] as const satisfies readonly NominationStage[];

export type NomineeAnswer = 'pending' | 'yes' | 'no';
/** The way a nomination came in: written in the product, through a call's link, by mail, or by a program. */
export const NOMINATION_CHANNELS = ['web', 'link', 'email', 'api'] as const;
export type NominationChannel = (typeof NOMINATION_CHANNELS)[number];
export type NominationSource = 'self' | 'peer' | 'manager' | 'hr';

export interface NominationFacts {
  readonly stage: NominationStage;
  readonly nomineeAnswer: NomineeAnswer;
}

/** Where a nomination can go from here, the nominee's answer considered. */
export function movesFrom({ stage, nomineeAnswer }: NominationFacts): readonly NominationMove[] {
  return stepsOf('decision', stage)
    .filter(isNominationMove)
    .filter((move) => !move.needsYes || nomineeAnswer === 'yes');
}

type NominationMove = PipelineStep & { readonly to: NominationStage };
const isNominationMove = (move: PipelineStep): move is NominationMove =>
  move.to !== 'resting' && move.to !== 'alumni';

/** Whether a nomination in this stage is done with. */
export function isClosed(stage: NominationStage): boolean {
  return stage === 'active' || stage === 'declined' || stage === 'withdrawn';
}

const LONGEST_REASON = 500;

/** A line that says why: 1 to 500 characters, trimmed. */
export function checkReason(reason: string | null | undefined): Result<string, ChampionRefusal> {
  const tidy = (reason ?? '').trim();
  if (tidy === '') return refuse(championRefusal('REASON_MISSING', 'reason'));
  if ([...tidy].length > LONGEST_REASON)
    return refuse(championRefusal('REASON_TOO_LONG', 'reason'));
  return ok(tidy);
}

/** The reason to write into the history of a step, or why the step cannot be taken. */
export function checkMove(
  nomination: NominationFacts,
  to: NominationStage,
  reason: string | null | undefined,
): Result<string | null, ChampionRefusal> {
  if (isClosed(nomination.stage)) return refuse(championRefusal('NOMINATION_CLOSED'));
  const move = stepsOf('decision', nomination.stage).find((each) => each.to === to);
  if (!move) return refuse(championRefusal('NO_SUCH_MOVE', 'toStage'));
  if (move.needsYes && nomination.nomineeAnswer !== 'yes') {
    return refuse(championRefusal('NOMINEE_FIRST'));
  }
  if (!move.needsReason && (reason ?? '').trim() === '') return ok(null);
  return checkReason(reason);
}

/** Self-nominations and others take the same way; only the nominee's yes is there from the start. */
export function sourceOf(nomination: {
  nominatorId: string;
  nomineeId: string;
  nomineeManagerId: string | null;
  isHrLead: boolean;
}): NominationSource {
  if (nomination.nominatorId === nomination.nomineeId) return 'self';
  if (nomination.nominatorId === nomination.nomineeManagerId) return 'manager';
  return nomination.isHrLead ? 'hr' : 'peer';
}
