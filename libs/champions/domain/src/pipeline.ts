/** Every stage of the way from an idea to former champion; declined and withdrawn stand apart. */
export const PIPELINE_STAGES = [
  'candidate',
  'nominated',
  'screened',
  'interviewed',
  'approved',
  'onboarding',
  'active',
  'resting',
  'alumni',
  'declined',
  'withdrawn',
] as const;
export type PipelineStage = (typeof PIPELINE_STAGES)[number];

/** By what somebody takes a step. */
export type StepWay =
  /** The programme team moves a nomination. */
  | 'decision'
  /** The programme team makes somebody a champion at once. */
  | 'naming'
  /** The nominee's no. */
  | 'answer'
  /** Whoever nominated takes it back, or the nominee their yes. */
  | 'withdrawal'
  /** The champion rests, and is back: at their word, or on the morning that they named. */
  | 'break'
  | 'return'
  /** The champion stops; no reason is asked for. */
  | 'stepping_down'
  /** The programme team ends the role. */
  | 'ending';

export interface PipelineStep {
  readonly from: PipelineStage;
  readonly to: PipelineStage;
  readonly way: StepWay;
  /** The nominee has said yes. */
  readonly needsYes: boolean;
  /** The reason is the record of this step: who was seen, what was found, why it ends. */
  readonly needsReason: boolean;
}

const step = (
  way: StepWay,
  from: PipelineStage,
  to: PipelineStage,
  needs: { yes?: true; reason?: true } = {},
): PipelineStep => ({
  from,
  to,
  way,
  needsYes: needs.yes === true,
  needsReason: needs.reason === true,
});

/**
 * Every step that there is. What is not here cannot happen, whoever asks: commands ask it first, and whatever writes a
 * step asks it once more.
 */
export const PIPELINE_STEPS: readonly PipelineStep[] = [
  step('decision', 'candidate', 'nominated'),
  step('decision', 'candidate', 'declined', { reason: true }),
  step('decision', 'nominated', 'screened', { yes: true }),
  step('decision', 'nominated', 'declined', { reason: true }),
  // The record of the interview stands for a reason.
  step('decision', 'screened', 'interviewed', { yes: true }),
  step('decision', 'screened', 'approved', { yes: true, reason: true }),
  step('decision', 'screened', 'declined', { reason: true }),
  step('decision', 'interviewed', 'approved', { yes: true }),
  step('decision', 'interviewed', 'declined', { reason: true }),
  step('decision', 'approved', 'onboarding', { yes: true }),
  step('decision', 'approved', 'active', { yes: true }),
  step('decision', 'onboarding', 'active', { yes: true }),
  // Alumni who were nominated anew come back.
  step('decision', 'alumni', 'approved', { yes: true }),
  step('decision', 'alumni', 'active', { yes: true }),

  step('naming', 'candidate', 'active'),
  step('naming', 'nominated', 'active'),
  step('naming', 'screened', 'active'),
  step('naming', 'interviewed', 'active'),
  step('naming', 'alumni', 'approved'),
  step('naming', 'alumni', 'active'),

  step('answer', 'nominated', 'declined'),
  step('answer', 'screened', 'declined'),
  step('answer', 'interviewed', 'declined'),

  step('withdrawal', 'candidate', 'withdrawn'),
  step('withdrawal', 'nominated', 'withdrawn'),
  step('withdrawal', 'screened', 'withdrawn'),
  step('withdrawal', 'interviewed', 'withdrawn'),

  step('break', 'active', 'resting'),
  step('return', 'resting', 'active'),

  step('stepping_down', 'approved', 'withdrawn'),
  step('stepping_down', 'onboarding', 'withdrawn'),
  step('stepping_down', 'approved', 'alumni'),
  step('stepping_down', 'active', 'alumni'),
  step('stepping_down', 'resting', 'alumni'),

  step('ending', 'approved', 'withdrawn', { reason: true }),
  step('ending', 'onboarding', 'withdrawn', { reason: true }),
  step('ending', 'approved', 'alumni', { reason: true }),
  step('ending', 'active', 'alumni', { reason: true }),
  step('ending', 'resting', 'alumni', { reason: true }),
];

export const stepsOf = (way: StepWay, from: PipelineStage): readonly PipelineStep[] =>
  PIPELINE_STEPS.filter((each) => each.way === way && each.from === from);

/** Whether the step stands in the table, with its reason. A line that changes no stage is none. */
export const isStep = (
  way: StepWay,
  from: PipelineStage,
  to: PipelineStage,
  reason: string | null,
): boolean =>
  stepsOf(way, from).some((each) => each.to === to && (!each.needsReason || reason !== null));
