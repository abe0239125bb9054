import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { HardRuleName } from '@flipside/pairings-domain';
import { InstantScalar } from '@flipside/platform-api';
import { PersonType } from '@flipside/people-api';
import { payloadOrRefusal } from '../pairing-refusal.type.js';
import { RoundStateEnum } from '../rounds/matching-enums.type.js';
import { HardRuleEnum } from '../rounds/proposal.type.js';
import { RoundRulesInput } from '../rounds/round-payloads.type.js';
import { RoundRulesType } from '../rounds/round.type.js';

@ObjectType({ description: 'Something people are grouped by, such as working time.' })
export class ImpactAttribute {
  @Field(() => ID, { description: 'Identifier.' }) id!: string;
  @Field({ description: 'Name, as the heading of the file.' }) name!: string;
  @Field(() => Int, { description: 'People with a group.' }) people!: number;
  @Field(() => InstantScalar, { description: 'When it was loaded.' }) loadedAt!: Date;
  @Field(() => PersonType, { nullable: true, description: 'Who loaded it.' })
  loadedBy!: PersonType | null;
}

@ObjectType({ description: 'A round that can be looked at.' })
export class ImpactRoundType {
  @Field(() => ID, { description: 'Identifier.' }) id!: string;
  @Field({ description: 'Name.' }) name!: string;
  @Field(() => RoundStateEnum, { description: 'Where it stands.' }) state!: string;
  @Field(() => RoundRulesType, { description: 'What it runs under.' }) rules!: RoundRulesType;
  @Field(() => [String], {
    description: 'Kinds of groups it is looked at by, two at most; those read first stay.',
  })
  groupedBy!: string[];
}

@ObjectType({ description: 'Somebody looked at groups, loaded or deleted them.' })
export class ImpactReading {
  @Field(() => ID, { description: 'Identifier.' }) id!: string;
  @Field(() => PersonType, { nullable: true, description: 'Who.' }) actor!: PersonType | null;
  @Field({ description: 'What was done, in words.' }) what!: string;
  @Field(() => String, { nullable: true, description: 'Name of the round.' })
  roundName!: string | null;
  @Field(() => InstantScalar, { description: 'When.' }) at!: Date;
}

@ObjectType({ description: 'What an impact analyst can choose from.' })
export class ImpactOverview {
  @Field(() => [ImpactAttribute], { description: 'Attributes by name.' })
  attributes!: ImpactAttribute[];
  @Field(() => [ImpactRoundType], { description: 'Rounds in review or published, latest first.' })
  rounds!: ImpactRoundType[];
  @Field(() => Int, {
    description:
      'Fewest people a figure may speak of, 3 to 100; a round keeps the number it was first read by.',
  })
  smallestGroup!: number;
  @Field(() => [ImpactReading], { description: 'The latest 50 readings.' })
  readings!: ImpactReading[];
}

@ObjectType({ description: 'So many of so many.' })
export class ImpactShare {
  @Field(() => Int, { description: 'Numerator.' }) part!: number;
  @Field(() => Int, { description: 'Denominator.' }) of!: number;
}

@ObjectType({ description: 'A mean, with the people behind it.' })
export class ImpactMean {
  @Field(() => Float, { description: 'The mean.' }) mean!: number;
  @Field(() => Int, { description: 'People behind it.' }) of!: number;
}

@ObjectType({ description: 'How some people fared in a round.' })
export class ImpactFigures {
  @Field(() => Int, { description: 'People.' }) people!: number;
  @Field(() => Int, { description: 'Of them, people with a pairing of the round.' })
  matched!: number;
  @Field(() => ImpactShare, {
    nullable: true,
    description: 'Pairs whose points are above the median of the round.',
  })
  aboveMedian!: ImpactShare | null;
  @Field(() => ImpactMean, {
    nullable: true,
    description: 'Mean level of the executives reached, 1 = top; for champions.',
  })
  seniority!: ImpactMean | null;
  @Field(() => ImpactMean, { nullable: true, description: 'Pairings for each matched person.' })
  load!: ImpactMean | null;
  @Field(() => ImpactShare, { nullable: true, description: 'Answers that were yes.' })
  accepted!: ImpactShare | null;
}

@ObjectType({ description: 'One group, or one intersection of two attributes.' })
export class ImpactGroup extends ImpactFigures {
  @Field(() => [String], {
    description: 'One name for each attribute; "not known" where it is not.',
  })
  names!: string[];
  @Field({ description: 'False when a group is not known.' }) isKnown!: boolean;
  @Field(() => Float, { nullable: true, description: 'Matched rate ÷ that of the best-off group.' })
  ratio!: number | null;
  @Field({ description: 'True when the ratio is below four fifths.' }) isBelowFourFifths!: boolean;
  @Field(() => Float, {
    nullable: true,
    description:
      'Fisher’s exact test against the best-off group, two-sided: how often chance alone does this.',
  })
  chance!: number | null;
}

@ObjectType({ description: 'What a hard rule alone takes from a group.' })
export class ImpactRule {
  @Field(() => HardRuleEnum, { description: 'The rule.' }) rule!: HardRuleName;
  @Field({ description: 'The rule as a sentence.' }) sentence!: string;
  @Field(() => Float, { description: 'Pairs it takes away.' }) removed!: number;
  @Field(() => Float, { description: 'All pairs of the group.' }) of!: number;
}

@ObjectType({ description: 'What every hard rule takes from one group.' })
export class ImpactGroupRules {
  @Field(() => [String], { description: 'One name for each attribute.' }) names!: string[];
  @Field(() => [ImpactRule], { description: 'The rules in order.' }) rules!: ImpactRule[];
}

@ObjectType({
  description: 'A figure that stands as it was told before: too few people changed since.',
})
export class ImpactKept {
  @Field({ description: 'matched, aboveMedian, seniority, load or accepted.' }) figure!: string;
  @Field(() => InstantScalar, { description: 'Since when it stands.' }) since!: Date;
}

@ObjectType({ description: 'How a round treats the groups of one side.' })
export class ImpactSide {
  @Field(() => ImpactFigures, { description: 'Everybody of this side.' }) everybody!: ImpactFigures;
  @Field(() => Int, { description: 'People whose group is not known.' }) unknown!: number;
  @Field(() => [ImpactGroup], {
    description: 'Groups that may be shown, the least matched first; those not known last.',
  })
  groups!: ImpactGroup[];
  @Field(() => Int, { description: 'Groups withheld because they are too small.' })
  withheldGroups!: number;
  @Field(() => Int, { description: 'People in them.' }) withheldPeople!: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Permutation test over the groups shown: how often chance alone is as uneven.',
  })
  chance!: number | null;
  @Field(() => [ImpactGroupRules], {
    nullable: true,
    description: 'What rules take from each group; only while the round is open.',
  })
  rules!: ImpactGroupRules[] | null;
  @Field(() => [ImpactKept], { description: 'Figures that are not as of now.' })
  kept!: ImpactKept[];
}

@ObjectType({ description: 'How an outcome treats groups of people; champions first.' })
export class ImpactOutcome {
  @Field(() => Int, { description: 'Pairs.' }) matched!: number;
  @Field(() => Int, { description: 'Executives without a champion.' }) waiting!: number;
  @Field(() => Int, {
    nullable: true,
    description: 'Points of all pairs; null where they would be those of too few people.',
  })
  totalPoints!: number | null;
  @Field(() => ImpactSide, { description: 'Champions.' }) champions!: ImpactSide;
  @Field(() => ImpactSide, { description: 'Executives.' }) executives!: ImpactSide;
}

@InputType({ description: 'Rules to try on an open round; nothing is kept.' })
export class TryRulesInput {
  @Field(() => ID, { description: 'The round.' }) roundId!: string;
  @Field(() => [ID], { description: 'One attribute, or two to cross.' }) attributeIds!: string[];
  @Field(() => RoundRulesInput, { description: 'Rules to change; what is left out stays.' })
  rules!: RoundRulesInput;
}

@ObjectType({ description: 'The same people under two sets of rules.' })
export class TryRulesPayload {
  @Field(() => ImpactOutcome, { description: 'Under the rules as they are.' })
  before!: ImpactOutcome;
  @Field(() => ImpactOutcome, { description: 'Under the rules tried.' }) after!: ImpactOutcome;
}

@InputType({ description: 'An attribute to delete with its labels.' })
export class RemoveAttributeInput {
  @Field(() => ID, { description: 'The attribute.' }) attributeId!: string;
}

@InputType({ description: 'How few people a figure may speak of.' })
export class SetSmallestGroupInput {
  @Field(() => Int, { description: '3 to 100.' }) smallestGroup!: number;
}

@ObjectType({ description: 'What can be chosen from after the change.' })
export class ImpactPayload {
  @Field(() => ImpactOverview, { description: 'The overview.' }) overview!: ImpactOverview;
}

@ObjectType({ description: 'One heading of the notice about matching.' })
export class NoticeSectionType {
  @Field({ description: 'Heading.' }) title!: string;
  @Field(() => [String], { description: 'Sentences below it.' }) lines!: string[];
}

export const TryRulesResult = payloadOrRefusal('TryRulesResult', TryRulesPayload);
export const RemoveAttributeResult = payloadOrRefusal('RemoveImpactAttributeResult', ImpactPayload);
export const SetSmallestGroupResult = payloadOrRefusal('SetSmallestGroupResult', ImpactPayload);
