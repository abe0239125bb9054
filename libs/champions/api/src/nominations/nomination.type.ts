import { createUnionType, Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type {
  InterviewOutcome,
  NominationChannel,
  NominationSource,
  NominationStage,
  NomineeAnswer,
} from '@flipside/champions-domain';
import { connectionOf, DayScalar, InstantScalar } from '@flipside/platform-api';
import { ChampionRefusalType } from '../champion-refusal.type.js';
import {
  InterviewOutcomeEnum,
  NominationChannelEnum,
  NominationOutcomeEnum,
  NominationSourceEnum,
  NominationStageEnum,
  NomineeAnswerEnum,
} from './nomination-enums.js';

@ObjectType({ description: 'A step that can be taken now.' })
export class NominationMove {
  @Field(() => NominationStageEnum, { description: 'Where to.' }) toStage!: NominationStage;
  @Field({ description: 'Whether a line that says why is needed.' }) needsReason!: boolean;
}

@ObjectType({ description: 'One step in the history of a nomination.' })
export class NominationEvent {
  @Field(() => InstantScalar, { description: 'When.' }) at!: Date;
  @Field(() => NominationStageEnum, {
    nullable: true,
    description: 'From which stage; null at the start.',
  })
  fromStage!: NominationStage | null;
  @Field(() => NominationStageEnum, { description: 'To which stage.' }) toStage!: NominationStage;
  @Field(() => String, { nullable: true, description: 'Who did it.' }) actorName!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The record of this step. Programme team only.',
  })
  reason!: string | null;
}

@ObjectType({ description: 'What an interview left behind. Programme team only.' })
export class NominationInterview {
  @Field(() => DayScalar, { description: 'When you talked.' }) heldOn!: string;
  @Field({ description: 'What they have used AI for.' }) experience!: string;
  @Field({ description: 'Whom they would like to help, and with what.' }) interests!: string;
  @Field({ description: 'What colleagues come to them for.' }) expertise!: string;
  @Field(() => InterviewOutcomeEnum, { description: 'What the interviewer thinks.' })
  outcome!: InterviewOutcome;
  @Field(() => String, { nullable: true, description: 'Who talked with them.' })
  interviewerName!: string | null;
}

@ObjectType({ description: 'An answer to start from when declining.' })
export class DeclineDraft {
  @Field({ description: 'Which cause it is for.' }) cause!: string;
  @Field({ description: 'The cause in words.' }) label!: string;
  @Field({ description: 'The answer, to be changed.' }) text!: string;
}

@ObjectType({ description: 'A question of the interview guide.' })
export class GuideQuestion {
  @Field(() => String, { nullable: true, description: 'Field of the record it fills.' })
  field!: string | null;
  @Field({ description: 'The question.' }) question!: string;
}

@ObjectType({ description: 'Somebody of your team who would like to be a champion.' })
export class TeamNominationType {
  @Field(() => ID, { description: 'The nomination.' }) id!: string;
  @Field({ description: 'Who.' }) nomineeName!: string;
  @Field({ description: 'Job title.' }) nomineeTitle!: string;
  @Field(() => Float, { description: 'Hours a month that champions usually give.' })
  hours!: number;
}

@ObjectType({ description: 'Somebody whose own doings speak for them; nobody has told them.' })
export class CandidateSuggestion {
  @Field(() => ID, { description: 'The person.' }) personId!: string;
  @Field({ description: 'Full name.' }) name!: string;
  @Field({ description: 'Job title.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'Home unit.' }) unitName!: string | null;
  @Field({ description: 'Why they are suggested.' }) why!: string;
}

@ObjectType({ description: 'Rules of recruiting.' })
export class RecruitingRules {
  @Field({ description: 'Whether managers are asked; otherwise they are informed.' })
  asksManagers!: boolean;
  @Field(() => Int, { description: 'Months that a term lasts.' }) termMonths!: number;
  @Field({ description: 'What new champions read first; empty for nothing.' }) welcome!: string;
}

@InputType({ description: 'What an interview left behind.' })
export class InterviewArgs {
  @Field(() => DayScalar, { description: 'When you talked.' }) heldOn!: string;
  @Field({ description: 'What they have used AI for, up to 1,000 characters.' })
  experience!: string;
  @Field({ description: 'Whom they would like to help, and with what.' }) interests!: string;
  @Field({ description: 'What colleagues come to them for.' }) expertise!: string;
  @Field(() => InterviewOutcomeEnum, { description: 'What you think.' })
  outcome!: InterviewOutcome;
}

@InputType({ description: 'A manager’s answer.' })
export class AnswerForTeamArgs {
  @Field(() => ID, { description: 'The nomination.' }) nominationId!: string;
  @Field({ description: 'Whether they may give the hours.' }) mayGiveHours!: boolean;
}

@InputType({ description: 'A candidate to take into the pipeline.' })
export class TakeSuggestionArgs {
  @Field(() => ID, { description: 'The person.' }) personId!: string;
}

@InputType({ description: 'Rules of recruiting; what is left out stays.' })
export class SetRecruitingRulesArgs {
  @Field(() => Boolean, { nullable: true, description: 'Whether managers are asked.' })
  asksManagers?: boolean;
  @Field(() => Int, { nullable: true, description: 'Months that a term lasts, 3 to 60.' })
  termMonths?: number;
  @Field(() => String, {
    nullable: true,
    description: 'What new champions read first, up to 1,000 characters.',
  })
  welcome?: string;
}

@ObjectType({
  description: 'A nomination as the programme team and its nominee see it.',
})
export class Nomination {
  @Field(() => ID, { description: 'Identifier.' }) id!: string;
  @Field(() => ID, { description: 'The person proposed.' }) nomineeId!: string;
  @Field({ description: 'Name of the person proposed.' }) nomineeName!: string;
  @Field({ description: 'Job title of the person proposed.' }) nomineeTitle!: string;
  @Field(() => ID, { nullable: true, description: 'Unit whose seat they would fill.' }) unitId!:
    string | null;
  @Field(() => String, { nullable: true, description: 'Name of that unit.' }) unitName!:
    string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Who proposed them; null when that person’s record is gone.',
  })
  nominatorName!: string | null;
  @Field(() => NominationSourceEnum, { description: 'Who had the idea.' })
  source!: NominationSource;
  @Field(() => NominationChannelEnum, { description: 'The way it came in.' })
  channel!: NominationChannel;
  @Field({ description: 'Why.' }) reason!: string;
  @Field(() => NominationStageEnum, { description: 'Where it stands.' }) stage!: NominationStage;
  @Field(() => NomineeAnswerEnum, { description: 'What the nominee says.' })
  nomineeAnswer!: NomineeAnswer;
  @Field(() => InstantScalar, { description: 'In this stage since.' }) stageSince!: Date;
  @Field(() => Int, { description: 'Whole days in this stage.' }) daysInStage!: number;
  @Field(() => InstantScalar, { description: 'When it was made.' }) createdAt!: Date;
  @Field(() => Int, { description: 'Goes up with each step; send it back when moving.' })
  version!: number;
  @Field(() => [NominationMove], {
    description: 'Steps the programme team can take now; empty for others.',
  })
  moves!: NominationMove[];
  @Field({ description: 'Whether you are asked to say yes or no.' }) viewerCanAnswer!: boolean;
  @Field({ description: 'Whether you said yes and may still take it back.' })
  viewerCanTakeBackYes!: boolean;
  @Field({ description: 'Whether you may take it back.' }) viewerCanWithdraw!: boolean;
}

export const NominationConnection = connectionOf(Nomination);

@ObjectType({ description: 'How many nominations stand in a stage.' })
export class NominationCount {
  @Field(() => NominationStageEnum, { description: 'The stage.' }) stage!: NominationStage;
  @Field(() => Int, { description: 'How many.' }) count!: number;
}

@ObjectType({ description: 'A nomination you made.' })
export class GivenNominationType {
  @Field(() => ID, { description: 'Identifier.' }) id!: string;
  @Field({ description: 'Whom you proposed.' }) nomineeName!: string;
  @Field({ description: 'What you wrote.' }) reason!: string;
  @Field(() => InstantScalar, { description: 'When.' }) createdAt!: Date;
  @Field(() => NominationOutcomeEnum, { description: 'What became of it.' }) outcome!: string;
  @Field({ description: 'Whether you may take it back.' }) viewerCanWithdraw!: boolean;
}

@ObjectType({ description: 'Nominations that concern you.' })
export class MyNominations {
  @Field(() => [Nomination], { description: 'Open ones that propose you.' })
  forMe!: Nomination[];
  @Field(() => [GivenNominationType], { description: 'Those you made, newest first.' })
  byMe!: GivenNominationType[];
  @Field(() => [TeamNominationType], { description: 'Those about which you are asked as manager.' })
  forMyTeam!: TeamNominationType[];
}

@InputType({ description: 'A proposal to make somebody a champion.' })
export class NominateArgs {
  @Field(() => ID, { description: 'The person; may be you.' }) nomineeId!: string;
  @Field({
    description:
      'One line that says why, up to 500 characters. The nominee and the programme read it.',
  })
  reason!: string;
  @Field(() => NominationChannelEnum, {
    defaultValue: NominationChannelEnum.WEB,
    description: 'The way it came in: LINK from a call, API from a program.',
  })
  channel!: NominationChannel;
  @Field(() => ID, { nullable: true, description: 'The call for champions that this answers.' })
  callId?: string;
}

@InputType({ description: 'The nominee’s answer.' })
export class AnswerNominationArgs {
  @Field(() => ID, { description: 'The nomination.' }) nominationId!: string;
  @Field(() => NomineeAnswerEnum, { description: 'YES or NO.' }) answer!: NomineeAnswer;
}

@InputType({ description: 'A nomination to take back.' })
export class WithdrawNominationArgs {
  @Field(() => ID, { description: 'The nomination.' }) nominationId!: string;
}

@InputType({ description: 'A step of a nomination.' })
export class MoveNominationArgs {
  @Field(() => ID, { description: 'The nomination.' }) nominationId!: string;
  @Field(() => Int, { description: 'Version you looked at.' }) version!: number;
  @Field(() => NominationStageEnum, { description: 'Where to.' }) toStage!: NominationStage;
  @Field(() => String, {
    nullable: true,
    description: 'The record of this step. The programme team reads it.',
  })
  reason?: string;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'When approving: first day; today if left out.',
  })
  startsOn?: string;
  @Field(() => Int, { nullable: true, description: 'When approving: most pairings at a time.' })
  capacity?: number;
  @Field(() => Float, { nullable: true, description: 'When approving: hours a month.' })
  agreedHours?: number;
  @Field(() => InterviewArgs, {
    nullable: true,
    description: 'With the step to interviewed: what the conversation left behind.',
  })
  interview?: InterviewArgs;
  @Field(() => String, {
    nullable: true,
    description: 'When declining: your own answer to the nominee, up to 2,000 characters.',
  })
  letter?: string;
}

@ObjectType({ description: 'The step is taken.' })
export class NominationPayload {
  @Field(() => ID, { description: 'The nomination.' }) nominationId!: string;
}

const resultOf = (name: string, description: string) =>
  createUnionType({
    name,
    description,
    types: () => [NominationPayload, ChampionRefusalType] as const,
    resolveType: (value: object) => ('code' in value ? ChampionRefusalType : NominationPayload),
  });

export const NominateResult = resultOf('NominateResult', 'Nominated, or why not.');
export const AnswerNominationResult = resultOf('AnswerNominationResult', 'Answered, or why not.');
export const WithdrawNominationResult = resultOf(
  'WithdrawNominationResult',
  'Taken back, or why not.',
);
export const AnswerForTeamResult = resultOf('AnswerForTeamResult', 'Answered, or why not.');
export const TakeSuggestionResult = resultOf('TakeSuggestionResult', 'Taken, or why not.');
export const MoveNominationResult = resultOf('MoveNominationResult', 'Moved, or why not.');

export const SetRecruitingRulesResult = createUnionType({
  name: 'SetRecruitingRulesResult',
  description: 'Set, or why not.',
  types: () => [RecruitingRules, ChampionRefusalType] as const,
  resolveType: (value: object) => ('code' in value ? ChampionRefusalType : RecruitingRules),
});
