import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { FLAGS, HARD_RULE_NAMES, type Flag, type HardRuleName } from '@flipside/pairings-domain';
import { connectionOf, TimeZoneScalar } from '@flipside/platform-api';
import { PersonType } from '@flipside/people-api';
import { DecisionEnum, ReasonType } from './matching-enums.type.js';

const upper = <T extends string>(values: readonly T[]) =>
  Object.fromEntries(values.map((value) => [value.toUpperCase(), value])) as Record<string, T>;

export const FlagEnum = upper(FLAGS);
registerEnumType(FlagEnum, {
  name: 'ProposalFlag',
  description: 'Something to look at before accepting a proposal.',
});

export const HardRuleEnum = upper(HARD_RULE_NAMES);
registerEnumType(HardRuleEnum, {
  name: 'HardRule',
  description: 'A condition that forbids a pairing whatever the score.',
});

@ObjectType('RuleCount', { description: 'How many champions or pairs one hard rule takes away.' })
export class RuleCountType {
  @Field(() => HardRuleEnum, { description: 'The rule.' })
  rule!: HardRuleName;

  @Field({ description: 'The rule as a sentence.' })
  sentence!: string;

  @Field(() => Int, { description: 'If it were the only rule.' })
  alone!: number;

  @Field(() => Int, { description: 'Of those that the rules before it left.' })
  inOrder!: number;
}

@ObjectType({ description: 'A flag with its sentence.' })
export class ProposalFlagType {
  @Field(() => FlagEnum, { description: 'The flag, for programs.' })
  code!: Flag;

  @Field({ description: 'The flag as a sentence.' })
  text!: string;
}

/** A person as the review shows them beside the other one. */
@ObjectType({
  description: 'One of the two people of a proposal, with what the proposal rests on.',
})
export class ProposalSide {
  @Field(() => PersonType, { description: 'The person.' })
  person!: PersonType;

  @Field(() => [String], { description: 'Topics wanted, or skills and problems offered.' })
  topics!: string[];

  @Field({ description: 'Stated goal of an executive; empty for champions.' })
  goal!: string;

  @Field(() => [String], { description: 'Languages by name.' })
  languages!: string[];

  @Field(() => TimeZoneScalar, { description: 'Zone in which the person works.' })
  timeZone!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Pairings that take a place today; for champions.',
  })
  held!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Most pairings at the same time; for champions.',
  })
  capacity!: number | null;
}

export const RoomEnum = { FREE: 'free', MOVES: 'moves', FULL: 'full' } as const;
registerEnumType(RoomEnum, {
  name: 'AlternativeRoom',
  description: 'What choosing an alternative would change elsewhere in the round.',
  valuesMap: {
    FREE: { description: 'Moves nobody.' },
    MOVES: { description: 'Takes the champion from one undecided proposal.' },
    FULL: { description: 'All places are decided.' },
  },
});

@ObjectType({
  description:
    'What a decision costs the round as a whole, exactly, when the rest is proposed again.',
})
export class MatchPrice {
  @Field(() => Int, { description: 'Points that the best result loses; negative when it gains.' })
  points!: number;

  @Field(() => Int, { description: 'Executives more (or, negative, fewer) without a champion.' })
  unmatched!: number;

  @Field(() => Int, { description: 'Other pairings that would move.' })
  moves!: number;

  @Field({ description: 'The price as words.' })
  sentence!: string;
}

export const WhyNotEnum = {
  CHOSEN: 'chosen',
  RULES: 'rules',
  PRICE: 'price',
  FIXED: 'fixed',
  UNKNOWN: 'unknown',
} as const;
registerEnumType(WhyNotEnum, {
  name: 'WhyNotKind',
  description: 'Why somebody is not proposed.',
  valuesMap: {
    CHOSEN: { description: 'They are.' },
    RULES: { description: 'A rule forbids it, whatever it would be worth.' },
    PRICE: { description: 'It would cost the others more than it gains.' },
    FIXED: { description: 'Decisions already made hold every place.' },
    UNKNOWN: { description: 'The person was not in this round.' },
  },
});

@ObjectType({ description: 'Why a champion is not with an executive.' })
export class WhyNotType {
  @Field(() => WhyNotEnum, { description: 'A rule, or the price.' })
  kind!: string;

  @Field(() => [String], {
    description: 'The rules as sentences. Choices of people are never told.',
  })
  sentences!: string[];

  @Field(() => Int, { nullable: true, description: 'Points the pair would have.' })
  points!: number | null;

  @Field(() => Int, { nullable: true, description: 'Points of the pair that stands instead.' })
  pointsInstead!: number | null;

  @Field(() => MatchPrice, { nullable: true, description: 'What making the pair would cost.' })
  price!: MatchPrice | null;

  @Field(() => String, { nullable: true, description: 'What would have to change.' })
  change!: string | null;
}

@ObjectType({ description: 'Another champion for an executive.' })
export class AlternativeType {
  @Field(() => PersonType, { description: 'The champion.' })
  champion!: PersonType;

  @Field(() => Int, { description: 'Points of 10,000.' })
  points!: number;

  @Field(() => [ReasonType], { description: 'Why, criterion by criterion.' })
  reasons!: ReasonType[];

  @Field(() => RoomEnum, { description: 'What choosing this champion would change elsewhere.' })
  room!: 'free' | 'moves' | 'full';

  @Field(() => MatchPrice, {
    nullable: true,
    description: 'What choosing them costs the whole; null when decisions already made exclude it.',
  })
  price!: MatchPrice | null;
}

@ObjectType('Proposal', {
  description: 'One executive in a round: who is proposed, or why nobody is.',
})
export class ProposalType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => PersonType, { description: 'The executive.' })
  executive!: PersonType;

  @Field(() => PersonType, {
    nullable: true,
    description: 'The champion proposed; null when nobody is.',
  })
  champion!: PersonType | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Points of 10,000; null when nobody is proposed.',
  })
  points!: number | null;

  @Field(() => [ProposalFlagType], { description: 'What to look at before accepting.' })
  flags!: ProposalFlagType[];

  @Field(() => DecisionEnum, { description: 'What HR decided.' })
  decision!: string;

  @Field(() => String, { nullable: true, description: 'Why nobody is proposed, as a sentence.' })
  cause!: string | null;

  @Field(() => Int, {
    description: 'Changes by one with every change; pass it back when deciding.',
  })
  version!: number;

  /** Not fields: read for the details of one proposal. */
  roundId!: string;
}

@ObjectType({ description: 'A page of the proposals of a round.' })
export class ProposalConnection extends connectionOf(ProposalType, 'Proposal') {}

@ObjectType({ description: 'What one proposal rests on.' })
export class ProposalDetail {
  @Field(() => ProposalType, { description: 'The proposal.' })
  proposal!: ProposalType;

  @Field(() => ProposalSide, { description: 'The executive.' })
  executive!: ProposalSide;

  @Field(() => ProposalSide, { nullable: true, description: 'The champion proposed.' })
  champion!: ProposalSide | null;

  @Field(() => [ReasonType], {
    description: 'Why, criterion by criterion; the points add up to the proposal’s.',
  })
  reasons!: ReasonType[];

  @Field(() => [AlternativeType], { description: 'The next three champions for this executive.' })
  alternatives!: AlternativeType[];

  @Field(() => Int, {
    nullable: true,
    description: 'Place of the champion in the executive’s own list by points, from 1.',
  })
  rank!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many champions the rules allow.' })
  allowed!: number | null;

  @Field(() => MatchPrice, {
    nullable: true,
    description: 'What not suggesting the two would cost; null for nobody and for fixed pairs.',
  })
  runnerUp!: MatchPrice | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Points that one more place with this champion would gain the whole.',
  })
  placeValue!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'For an executive without a champion: what would have to change.',
  })
  remedy!: string | null;

  @Field(() => [RuleCountType], {
    description: 'For an executive without a champion: what each rule takes away.',
  })
  ruleCounts!: RuleCountType[];
}
