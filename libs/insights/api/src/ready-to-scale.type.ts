import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';

export const ScaleCriterionEnum = {
  COVERAGE: 'coverage',
  LOAD: 'load',
  RHYTHM: 'rhythm',
} as const;
registerEnumType(ScaleCriterionEnum, {
  name: 'ScaleCriterion',
  description: 'What a unit needs before it takes in more executives.',
  valuesMap: {
    COVERAGE: { description: 'It has the champions it needs.' },
    LOAD: {
      description:
        'At most four fifths of the hours its champions agreed to are asked, all asks counted.',
    },
    RHYTHM: { description: 'Its pairings meet in at least seven of ten fortnights.' },
  },
});

@ObjectType({ description: 'One criterion, and how it stands.' })
export class ScaleReasonType {
  @Field(() => ScaleCriterionEnum, { description: 'Which.' }) criterion!: string;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is met; null where too little is known to say.',
  })
  isMet!: boolean | null;
  @Field({ description: 'Why, in a sentence.' }) sentence!: string;
}

@ObjectType({ description: 'Whether a unit is ready for more.' })
export class ScaleUnit {
  @Field(() => ID, { description: 'The unit.' }) unitId!: string;
  @Field({ description: 'Its name.' }) name!: string;
  @Field({ description: 'Whether all criteria are met.' }) isReady!: boolean;
  @Field(() => [ScaleReasonType], { description: 'The criteria.' }) reasons!: ScaleReasonType[];
}
