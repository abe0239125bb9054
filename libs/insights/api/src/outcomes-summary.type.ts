import { OutcomeCategory } from '@flipside/learnings-api';
import { DayScalar } from '@flipside/platform-api';
import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Hours a month as a range; negative when changes cost time.' })
export class HoursRange {
  @Field(() => Int, { description: 'At least.' })
  low!: number;

  @Field(() => Int, { description: 'Less than.' })
  high!: number;
}

@ObjectType({ description: 'Outcomes of one category and one grade.' })
export class OutcomeCell {
  @Field({ description: 'True when too few pairings stand behind the figures to show them.' })
  isWithheld!: boolean;

  @Field(() => Int, { nullable: true, description: 'Outcomes that hold now; null when withheld.' })
  outcomes!: number | null;

  @Field(() => HoursRange, { nullable: true, description: 'Hours a month, manual effort only.' })
  hours!: HoursRange | null;
}

@ObjectType({
  description: 'One category. Its three grades stand side by side and are never added.',
})
export class OutcomeCategoryRow {
  @Field(() => OutcomeCategory, { description: 'The category.' })
  category!: OutcomeCategory;

  @Field(() => OutcomeCell, { description: 'One person says so.' })
  claimed!: OutcomeCell;

  @Field(() => OutcomeCell, { description: 'A second person confirms it.' })
  corroborated!: OutcomeCell;

  @Field(() => OutcomeCell, { description: 'There is data from before and after.' })
  measured!: OutcomeCell;
}

@ObjectType({ description: 'Practices that executives tried, kept and passed on.' })
export class PracticesInUse {
  @Field(() => Int, { nullable: true, description: 'Tried; null when withheld.' })
  tried!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of these kept; null when withheld.' })
  kept!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of these passed on; null when withheld.' })
  passedOn!: number | null;
}

@ObjectType({ description: 'Sessions of the last 26 weeks. Activity, not an outcome.' })
export class Participation {
  @Field(() => Int, { description: 'Sessions held.' })
  held!: number;

  @Field(() => Int, { description: 'Sessions that were due and not called off before.' })
  planned!: number;
}

@ObjectType({ description: 'Whether work is changing, for groups large enough to speak of.' })
export class OutcomesSummary {
  @Field(() => DayScalar, { description: 'Figures hold up to this day; they move once a month.' })
  asOf!: string;

  @Field(() => Int, { description: 'Fewest pairings, or people, behind any figure.' })
  smallGroupLimit!: number;

  @Field({ description: 'True while fewer pairings than the limit recorded anything.' })
  isTooEarly!: boolean;

  @Field(() => Int, { description: 'Pairings that recorded an outcome, up to the limit.' })
  pairingsSoFar!: number;

  @Field(() => [OutcomeCategoryRow], {
    description: 'The five categories; empty while it is too early.',
  })
  categories!: OutcomeCategoryRow[];

  @Field(() => PracticesInUse, { description: 'Practices in use.' })
  practices!: PracticesInUse;

  @Field(() => Participation, { description: 'Participation, last and small.' })
  participation!: Participation;
}
