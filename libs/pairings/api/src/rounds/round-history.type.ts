import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PersonType } from '@flipside/people-api';
import { InstantScalar } from '@flipside/platform-api';
import { CriterionEffect, RoundRulesType } from './round.type.js';

@ObjectType({ description: 'What a round comes to under some rules.' })
export class RulesEffectType {
  @Field(() => Int, { description: 'Executives with a champion.' })
  matched!: number;

  @Field(() => Int, { description: 'Points of all pairs.' })
  totalPoints!: number;

  @Field(() => Int, { nullable: true, description: 'Points of the weakest pair.' })
  worstPoints!: number | null;

  @Field(() => Int, { description: 'Executives whose champion would differ from now.' })
  changed!: number;
}

@ObjectType({ description: 'What other rules would do, before anything is saved.' })
export class RulesPreview {
  @Field(() => RulesEffectType, { description: 'Under the rules as they are.' })
  before!: RulesEffectType;

  @Field(() => RulesEffectType, { description: 'Under the rules asked about.' })
  after!: RulesEffectType;
}

@ObjectType({ description: 'What one size of continuity leads to.' })
export class ContinuityPoint {
  @Field(() => Int, { description: 'Points that a pair already proposed is ahead.' })
  bonus!: number;

  @Field(() => Int, { description: 'Pairs proposed now that would change.' })
  changed!: number;

  @Field(() => Int, { description: 'Points of the result, places counted, continuity not.' })
  totalPoints!: number;
}

@ObjectType({ description: 'One set of rules that a round had.' })
export class RulesVersionType {
  @Field(() => Int, { description: '1, 2, 3 …' })
  version!: number;

  @Field(() => RoundRulesType, { description: 'The rules.' })
  rules!: RoundRulesType;

  @Field(() => PersonType, { nullable: true, description: 'Who set them.' })
  changedBy!: PersonType | null;

  @Field(() => InstantScalar, { description: 'When.' })
  changedAt!: Date;
}

@ObjectType({ description: 'One computation of a round; its inputs and proof are kept.' })
export class MatchingRunType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => Int, { description: '1, 2, 3 … within the round.' })
  number!: number;

  @Field(() => InstantScalar, { description: 'When it was made.' })
  madeAt!: Date;

  @Field(() => PersonType, { nullable: true, description: 'Who asked for it.' })
  madeBy!: PersonType | null;

  @Field(() => Int, { description: 'Rules it ran under.' })
  rulesVersion!: number;

  @Field(() => Int, { description: 'Executives with a champion.' })
  matched!: number;

  @Field(() => Int, { description: 'Points of all pairs.' })
  totalPoints!: number;

  @Field(() => Int, { nullable: true, description: 'Points of the weakest pair.' })
  worstPoints!: number | null;

  @Field({ description: 'Fingerprint (SHA-256) of everything it was computed from.' })
  inputDigest!: string;
}

@ObjectType({ description: 'One step in the life of a round.' })
export class RoundStepType {
  @Field(() => Int, { description: '1, 2, 3 …' })
  seq!: number;

  @Field({ description: 'What was done, as words.' })
  sentence!: string;

  @Field(() => PersonType, { nullable: true, description: 'Who did it.' })
  actor!: PersonType | null;

  @Field(() => InstantScalar, { description: 'When.' })
  at!: Date;

  @Field(() => PersonType, { nullable: true, description: 'The executive concerned.' })
  executive!: PersonType | null;

  @Field(() => PersonType, { nullable: true, description: 'The champion concerned.' })
  champion!: PersonType | null;

  @Field(() => String, { nullable: true, description: 'Why, where somebody said so.' })
  reason!: string | null;

  @Field(() => Int, { nullable: true, description: 'Points it cost the best result, as shown.' })
  pricePoints!: number | null;
}

export const PairChangeEnum = {
  SAME: 'same',
  CHANGED: 'changed',
  NEW: 'new',
  GONE: 'gone',
} as const;
registerEnumType(PairChangeEnum, {
  name: 'PairChange',
  description: 'How an executive fares in a second draft.',
  valuesMap: {
    SAME: { description: 'The same champion.' },
    CHANGED: { description: 'Another champion.' },
    NEW: { description: 'A champion only in the second draft.' },
    GONE: { description: 'A champion only in the first draft.' },
  },
});

@ObjectType({ description: 'One executive in two drafts.' })
export class PairDifferenceType {
  @Field(() => PersonType, { description: 'The executive.' })
  executive!: PersonType;

  @Field(() => PersonType, { nullable: true, description: 'The champion in the first draft.' })
  before!: PersonType | null;

  @Field(() => PersonType, { nullable: true, description: 'The champion in the second draft.' })
  after!: PersonType | null;

  @Field(() => PairChangeEnum, { description: 'How the two differ.' })
  kind!: string;

  @Field(() => Int, { description: 'Points of the second less those of the first.' })
  points!: number;
}

@ObjectType({ description: 'Two drafts side by side. Differences are second − first.' })
export class DraftDifferenceType {
  @Field(() => MatchingRunType, { description: 'The first draft.' })
  before!: MatchingRunType;

  @Field(() => MatchingRunType, { description: 'The second draft.' })
  after!: MatchingRunType;

  @Field(() => Int, { description: 'Executives with the same champion, or nobody, in both.' })
  same!: number;

  @Field(() => Int, { description: 'Executives with another champion.' })
  changed!: number;

  @Field(() => Int, { description: 'Executives with a champion only in the second.' })
  added!: number;

  @Field(() => Int, { description: 'Executives with a champion only in the first.' })
  gone!: number;

  @Field(() => Int, { description: 'Points of the second less those of the first.' })
  points!: number;

  @Field(() => [CriterionEffect], { description: 'The difference line by line; they add up.' })
  byCriterion!: CriterionEffect[];

  @Field(() => [PairDifferenceType], {
    description: 'Executives who differ, the largest loss first.',
  })
  pairs!: PairDifferenceType[];
}
