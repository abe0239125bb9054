import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ProposeScope } from '@flipside/pairings-domain';
import { payloadOrRefusal } from '../pairing-refusal.type.js';
import { ScopeEnum } from './matching-enums.type.js';
import { ProposalType } from './proposal.type.js';
import { FunctionPolicyEnum, RoundType, RoundWeightsInput } from './round.type.js';

export const DecisionKindEnum = {
  ACCEPT: 'accept',
  PIN: 'pin',
  LEAVE_OPEN: 'leave_open',
  REOPEN: 'reopen',
  FORBID: 'forbid',
  SWAP: 'swap',
  ALLOW: 'allow',
} as const;
registerEnumType(DecisionKindEnum, {
  name: 'ProposalDecisionKind',
  description: 'What to do with a proposal.',
  valuesMap: {
    ACCEPT: { description: 'Publish it.' },
    PIN: { description: 'Publish it and keep it whatever is proposed again.' },
    LEAVE_OPEN: { description: 'Let the executive wait for another round.' },
    REOPEN: { description: 'Undo the decision.' },
    FORBID: { description: 'Do not suggest these two again.' },
    SWAP: { description: 'Propose another champion, named in `championId`, and pin that.' },
    ALLOW: { description: 'Undo a forbid: `championId` comes back, undecided.' },
  },
});

@InputType({ description: 'Rules to change; what is left out stays.' })
export class RoundRulesInput {
  @Field(() => Int, { nullable: true, description: 'Fewest minutes a week in which both work.' })
  minOverlapMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: 'Days before two people are proposed again.' })
  restDays?: number | null;

  @Field(() => FunctionPolicyEnum, {
    nullable: true,
    description: 'Which function counts for a pair.',
  })
  functionPolicy?: 'other' | 'same' | null;

  @Field(() => RoundWeightsInput, { nullable: true, description: 'Weights of the criteria.' })
  weights?: RoundWeightsInput | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Below this many points a proposal is a weak fit.',
  })
  weakFitPoints?: number | null;

  @Field(() => Int, { nullable: true, description: 'Steps down the line; null = however far.' })
  lineBelow?: number | null;

  @Field(() => Int, { nullable: true, description: 'Steps up the line; null = however far.' })
  lineAbove?: number | null;

  @Field(() => Int, { nullable: true, description: 'Exempt level and above; null = none.' })
  lineExemptLevel?: number | null;

  @Field(() => Int, { nullable: true, description: 'Level gap at least; null = any.' })
  minLevelGap?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Only with a valid certification.' })
  needsCertification?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Per mille for wishes of both.' })
  wishes?: number | null;

  @Field(() => [Int], { nullable: true, description: 'Points that each further place costs.' })
  placePoints?: number[] | null;

  @Field(() => Boolean, { nullable: true, description: 'The weakest pair first, then the total.' })
  floor?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Points from which a pair is worth it; null = any.',
  })
  worthFrom?: number | null;

  @Field(() => Int, { nullable: true, description: 'Points that a proposed pair is ahead.' })
  continuity?: number | null;
}

@InputType({ description: 'Rules of a round to put back.' })
export class RestoreRulesInput {
  @Field(() => ID, { description: 'The round.' })
  roundId!: string;

  @Field(() => Int, { description: 'The version of the round that was shown.' })
  version!: number;

  @Field(() => Int, { description: 'Number of the rules to put back.' })
  rulesVersion!: number;
}

@InputType({ description: 'A new round.' })
export class StartRoundInput {
  @Field({ description: 'Name, 1 to 80 characters.' })
  name!: string;
}

@InputType({ description: 'Changes to the set-up of a round; what is left out stays.' })
export class ChangeRoundInput {
  @Field(() => ID, { description: 'The round.' })
  roundId!: string;

  @Field(() => Int, { description: 'The version that was shown.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Name, 1 to 80 characters.' })
  name?: string | null;

  @Field(() => RoundRulesInput, { nullable: true, description: 'Rules to change.' })
  rules?: RoundRulesInput | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Executives who sit this round out; replaces the list.',
  })
  leftOutIds?: string[] | null;
}

@InputType({ description: 'A round to propose matches for.' })
export class ProposeMatchesInput {
  @Field(() => ID, { description: 'The round.' })
  roundId!: string;

  @Field(() => Int, { description: 'The version that was shown.' })
  version!: number;

  @Field(() => ScopeEnum, {
    defaultValue: ScopeEnum.UNDECIDED,
    description: 'What may be touched.',
  })
  scope!: ProposeScope;
}

@InputType({ description: 'A round.' })
export class RoundInput {
  @Field(() => ID, { description: 'The round.' })
  roundId!: string;
}

@InputType({ description: 'A round as it was shown.' })
export class AcceptUnflaggedInput {
  @Field(() => ID, { description: 'The round.' })
  roundId!: string;

  @Field(() => Int, { description: 'The version that was shown.' })
  version!: number;
}

@InputType({ description: 'Acceptances to take back.' })
export class ReopenProposalsInput {
  @Field(() => ID, { description: 'The round.' })
  roundId!: string;

  @Field(() => [ID], { description: 'Proposals of that round.' })
  proposalIds!: string[];
}

@InputType({ description: 'A decision about one proposal.' })
export class DecideProposalInput {
  @Field(() => ID, { description: 'The proposal.' })
  proposalId!: string;

  @Field(() => Int, { description: 'The version that was shown.' })
  version!: number;

  @Field(() => DecisionKindEnum, { description: 'What to do.' })
  decision!: (typeof DecisionKindEnum)[keyof typeof DecisionKindEnum];

  @Field(() => ID, { nullable: true, description: 'The champion, for SWAP and ALLOW.' })
  championId?: string | null;

  @Field(() => String, { nullable: true, description: 'Why, for FORBID. Only HR leads read it.' })
  reason?: string | null;
}

@InputType({ description: 'A round to publish.' })
export class PublishRoundInput {
  @Field(() => ID, { description: 'The round.' })
  roundId!: string;

  @Field(() => Int, { description: 'The version that was shown.' })
  version!: number;

  @Field(() => ID, {
    description:
      'A random UUID made for this press of the button; the same one never publishes twice.',
  })
  key!: string;
}

@ObjectType({ description: 'The round after the change.' })
export class RoundPayload {
  @Field(() => RoundType, { description: 'The round.' })
  round!: RoundType;
}

@ObjectType({ description: 'The proposal and its round after the decision.' })
export class DecideProposalPayload {
  @Field(() => ProposalType, { description: 'The proposal.' })
  proposal!: ProposalType;

  @Field(() => [ProposalType], { description: 'Other proposals that this decision changed.' })
  moved!: ProposalType[];

  @Field(() => RoundType, { description: 'The round.' })
  round!: RoundType;
}

@ObjectType({ description: 'What was accepted in bulk.' })
export class AcceptUnflaggedPayload {
  @Field(() => [ID], { description: 'The proposals accepted.' })
  proposalIds!: string[];

  @Field(() => RoundType, { description: 'The round.' })
  round!: RoundType;
}

@ObjectType({ description: 'The round is on hold; its mails leave at `publishAt`.' })
export class PublishRoundPayload {
  @Field(() => Int, { description: 'Pairings that will be proposed.' })
  pairings!: number;

  @Field(() => RoundType, { description: 'The round.' })
  round!: RoundType;
}

export const StartRoundResult = payloadOrRefusal('StartRoundResult', RoundPayload);
export const ChangeRoundResult = payloadOrRefusal('ChangeRoundResult', RoundPayload);
export const ProposeMatchesResult = payloadOrRefusal('ProposeMatchesResult', RoundPayload);
export const StopProposingResult = payloadOrRefusal('StopProposingResult', RoundPayload);
export const ReopenProposalsResult = payloadOrRefusal('ReopenProposalsResult', RoundPayload);
export const DiscardRoundResult = payloadOrRefusal('DiscardRoundResult', RoundPayload);
export const DecideProposalResult = payloadOrRefusal('DecideProposalResult', DecideProposalPayload);
export const AcceptUnflaggedResult = payloadOrRefusal(
  'AcceptUnflaggedResult',
  AcceptUnflaggedPayload,
);
export const PublishRoundResult = payloadOrRefusal('PublishRoundResult', PublishRoundPayload);
export const StopPublishingResult = payloadOrRefusal('StopPublishingResult', RoundPayload);
export const SendRoundNowResult = payloadOrRefusal('SendRoundNowResult', RoundPayload);
export const RestoreRulesResult = payloadOrRefusal('RestoreRulesResult', RoundPayload);
