import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InstantScalar } from '@flipside/platform-api';
import type { RoundRules } from '@flipside/pairings-domain';
import { PersonType } from '@flipside/people-api';
import { CriterionEnum, RoundStateEnum } from './matching-enums.type.js';
import { RuleCountType } from './proposal.type.js';

@ObjectType({ description: 'Weights of the criteria in whole per mille; they add up to 1,000.' })
export class RoundWeightsType {
  @Field(() => Int, { description: 'Shared topics and problems.' })
  topics!: number;

  @Field(() => Int, { description: 'The stated goal names what the champion offers.' })
  goal!: number;

  @Field(() => Int, { description: 'Another function, or the same one.' })
  function!: number;

  @Field(() => Int, { description: 'Working hours that overlap.' })
  hours!: number;

  @Field(() => Int, { description: 'The same site or the same time zone.' })
  place!: number;

  @Field(() => Int, { description: 'Free places of the champion.' })
  load!: number;

  @Field(() => Int, { description: 'A second language in common.' })
  languages!: number;

  @Field(() => Int, { description: 'The champion had no pairing in the last cycle.' })
  turn!: number;
}

export const FunctionPolicyEnum = { OTHER: 'other', SAME: 'same' } as const;
registerEnumType(FunctionPolicyEnum, {
  name: 'FunctionPolicy',
  description: 'Whether another function counts for a pair or the same one.',
  valuesMap: {
    OTHER: { description: 'Another function brings perspective.' },
    SAME: { description: 'The same function brings relevance.' },
  },
});

@ObjectType('RoundRules', { description: 'What a round runs under.' })
export class RoundRulesType {
  @Field(() => Int, { description: 'Fewest minutes a week in which both work.' })
  minOverlapMinutes!: number;

  @Field(() => Int, {
    description: 'Days before two people are proposed again after a pairing ended.',
  })
  restDays!: number;

  @Field(() => FunctionPolicyEnum, { description: 'Which function counts for a pair.' })
  functionPolicy!: 'other' | 'same';

  @Field(() => RoundWeightsType, { description: 'Weights of the criteria.' })
  weights!: RoundWeightsType;

  @Field(() => Int, { description: 'Below this many points (of 10,000) a proposal is a weak fit.' })
  weakFitPoints!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Steps down the reporting line that are excluded; null = however far.',
  })
  lineBelow!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Steps up the reporting line that are excluded; null = however far.',
  })
  lineAbove!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Executives at this level and above are kept from direct reports only.',
  })
  lineExemptLevel!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Levels an executive stands above the champion at least; null = any.',
  })
  minLevelGap!: number | null;

  @Field(() => Boolean, { description: 'Only champions with a valid certification.' })
  needsCertification!: boolean;

  @Field(() => Int, { description: 'Per mille on top when both named each other; half for one.' })
  wishes!: number;

  @Field(() => [Int], {
    description: 'Points that the first, second, third … executive given to one champion costs.',
  })
  placePoints!: number[];

  @Field(() => Boolean, { description: 'The weakest pair as good as it can be, then the total.' })
  floor!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Points below which nobody is better than somebody; null = match all.',
  })
  worthFrom!: number | null;

  @Field(() => Int, { description: 'Points that a pair already proposed is ahead.' })
  continuity!: number;
}

@ObjectType({ description: 'What a criterion decides: weight × spread over the allowed pairs.' })
export class CriterionEffect {
  @Field(() => CriterionEnum, { description: 'The criterion.' })
  criterion!: string;

  @Field(() => Int, { description: 'Points by which it typically tells two pairs apart.' })
  points!: number;
}

@ObjectType({ description: 'How far a round is decided.' })
export class RoundCounts {
  @Field(() => Int, { description: 'Executives in the round.' })
  total!: number;

  @Field(() => Int, { description: 'Executives for whom a champion is proposed.' })
  proposed!: number;

  @Field(() => Int, { description: 'Proposals and left-open executives that are decided.' })
  decided!: number;

  @Field(() => Int, { description: 'Accepted or pinned: these will be published.' })
  accepted!: number;

  @Field(() => Int, { description: 'Left open by HR.' })
  leftOpen!: number;

  @Field(() => Int, { description: 'Open proposals with a flag.' })
  flagged!: number;

  @Field(() => Int, { description: 'Open proposals without a flag.' })
  unflagged!: number;

  @Field(() => Int, { description: 'Executives for whom nobody can be proposed.' })
  unmatched!: number;
}

@ObjectType({ description: 'What the rules of a round would allow today.' })
export class RoundPreview {
  @Field(() => Int, { description: 'Executives who would take part.' })
  executives!: number;

  @Field(() => Int, { description: 'Champions looked at.' })
  champions!: number;

  @Field(() => Int, { description: 'Free places of champions who take new pairings.' })
  places!: number;

  @Field(() => Int, { description: 'Executives who would have to wait for a place.' })
  wouldWait!: number;

  @Field(() => Int, { description: 'Pairs of executive and champion looked at.' })
  pairs!: number;

  @Field(() => Int, { description: 'Pairs that every rule allows.' })
  allowedPairs!: number;

  @Field(() => [RuleCountType], {
    description: 'The hard rules in order, with the pairs that each takes away.',
  })
  rules!: RuleCountType[];

  @Field(() => [CriterionEffect], {
    description: 'What each criterion really decides, by how much the allowed pairs differ in it.',
  })
  effects!: CriterionEffect[];

  @Field(() => [PersonType], {
    description: 'Executives whom the rules leave without any champion.',
  })
  withoutChampion!: PersonType[];
}

@ObjectType({ description: 'One mail as it will be sent.' })
export class MailPreview {
  @Field({ description: 'Name of the reader.' })
  toName!: string;

  @Field(() => Boolean, {
    description: 'False when the reader has no address: they will not be told.',
  })
  hasAddress!: boolean;

  @Field({ description: 'Subject.' })
  subject!: string;

  @Field(() => [String], { description: 'Text, paragraph by paragraph.' })
  paragraphs!: string[];

  @Field({ description: 'Words on the button, which opens the pairing.' })
  button!: string;

  @Field({ description: 'Small print.' })
  small!: string;
}

@ObjectType({ description: 'What publishing a round would do.' })
export class PublishPreview {
  @Field(() => Int, { description: 'Pairings that will be proposed.' })
  pairings!: number;

  @Field(() => Int, { description: 'Executives who meet a champion for the first time.' })
  newPairs!: number;

  @Field(() => Int, { description: 'Executives who had another champion before.' })
  changedPairs!: number;

  @Field(() => Int, { description: 'The same two as the last time.' })
  repeatedPairs!: number;

  @Field(() => Int, { description: 'Pairings that run today; publishing touches none of them.' })
  running!: number;

  @Field(() => Int, { description: 'People who will be told.' })
  people!: number;

  @Field(() => Int, { description: 'Proposals not decided; they are left out.' })
  undecided!: number;

  @Field(() => Int, { description: 'Executives left open or without a champion.' })
  waiting!: number;

  @Field(() => [PersonType], {
    description: 'People who have no e-mail address and will not be told.',
  })
  withoutAddress!: PersonType[];

  @Field(() => [MailPreview], {
    description: 'The two mails of the first pairing, as they will look.',
  })
  mails!: MailPreview[];
}

@ObjectType('MatchingRound', { description: 'One round of matching executives with champions.' })
export class RoundType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field({ description: 'Name.' })
  name!: string;

  @Field(() => RoundStateEnum, { description: 'Where the round stands.' })
  state!: string;

  @Field(() => RoundRulesType, { description: 'What it runs under.' })
  rules!: RoundRulesType;

  @Field(() => [PersonType], { description: 'Executives who sit this round out.' })
  leftOut!: PersonType[];

  @Field(() => Int, { description: 'Per cent done while matches are being proposed.' })
  progress!: number;

  @Field(() => String, { nullable: true, description: 'Why the last proposing did not finish.' })
  failure!: string | null;

  @Field(() => InstantScalar, { description: 'When it was started.' })
  createdAt!: Date;

  @Field(() => InstantScalar, { nullable: true, description: 'When matches were last proposed.' })
  proposedAt!: Date | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was published.' })
  publishedAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Proposals that the last re-proposing changed.',
  })
  changed!: number | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When the mails leave; until then publishing can be stopped.',
  })
  publishAt!: Date | null;

  @Field(() => Int, { description: 'Number of the rules in force; see `rulesHistory`.' })
  rulesVersion!: number;

  @Field(() => RoundCounts, { description: 'How far it is decided.' })
  counts!: RoundCounts;

  @Field(() => Int, {
    description: 'Changes by one with every change; pass it back when changing.',
  })
  version!: number;

  /** Not fields. */
  allRules!: RoundRules;
  leftOutIds!: string[];
  heldById!: string | null;
}

@InputType({ description: 'Weights of the criteria in whole per mille; they add up to 1,000.' })
export class RoundWeightsInput {
  @Field(() => Int, { description: 'Shared topics and problems.' }) topics!: number;
  @Field(() => Int, { description: 'The stated goal names what the champion offers.' })
  goal!: number;
  @Field(() => Int, { description: 'Another function, or the same one.' }) function!: number;
  @Field(() => Int, { description: 'Working hours that overlap.' }) hours!: number;
  @Field(() => Int, { description: 'The same site or the same time zone.' }) place!: number;
  @Field(() => Int, { description: 'Free places of the champion.' }) load!: number;
  @Field(() => Int, { description: 'A second language in common.' }) languages!: number;
  @Field(() => Int, { description: 'The champion had no pairing in the last cycle.' })
  turn!: number;
}
