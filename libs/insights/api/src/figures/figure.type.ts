import { FLUENCY, FLUENCY_FIGURES, type FluencyFigureKind } from '@flipside/learnings-domain';
import { DayScalar } from '@flipside/platform-api';
import { HourlyRates, MoneyFigure } from '../money/hourly-rates.type.js';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

export const FigureKind = { OUTCOME: 'outcome', ACTIVITY: 'activity' } as const;
export type FigureKind = (typeof FigureKind)[keyof typeof FigureKind];
registerEnumType(FigureKind, {
  name: 'FigureKind',
  description: 'Whether a figure speaks of change in work or of taking part.',
  valuesMap: {
    OUTCOME: { description: 'Work has changed.' },
    ACTIVITY: { description: 'People took part. Never a result by itself.' },
  },
});

@ObjectType({ description: 'One number of a figure.' })
export class FigureNumber {
  @Field({ description: 'What it is.' })
  label!: string;

  @Field({ description: 'The number in words: hours as a range of tens, the rest as it is.' })
  text!: string;

  @Field(() => Float, { nullable: true, description: 'The number; of a range its lower end.' })
  value!: number | null;
}

@ObjectType({ description: 'A figure of one large unit, or of one goal.' })
export class FigureUnit {
  @Field(() => ID, { description: 'The unit, or the goal.' })
  unitId!: string;

  @Field({ description: 'Its name.' })
  unitName!: string;

  @Field(() => Int, { description: 'Pairings or people behind it.' })
  n!: number;

  @Field({ description: 'The figure in a sentence.' })
  sentence!: string;

  @Field(() => [FigureNumber], { description: 'Its numbers.' })
  numbers!: FigureNumber[];
}

@ObjectType({
  description:
    'A figure as it was published for a month, with everything that has to stand beside a number. Screen, export and this answer are the same.',
})
export class Figure {
  @Field(() => ID, { description: 'Names the figure.' })
  key!: string;

  @Field(() => FigureKind, { description: 'Outcome or activity.' })
  kind!: FigureKind;

  @Field({ description: 'Its title.' })
  title!: string;

  @Field({ description: 'How it is counted.' })
  definition!: string;

  @Field({ description: 'The figure in a sentence, or why it is not shown.' })
  sentence!: string;

  @Field({ description: 'True when too few stand behind it; then it has no numbers.' })
  isWithheld!: boolean;

  @Field(() => Int, { nullable: true, description: 'Pairings or people behind it.' })
  n!: number | null;

  @Field({ description: 'Whom n counts: pairings or people.' })
  of!: string;

  @Field(() => DayScalar, { nullable: true, description: 'First day of its month.' })
  from!: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'Its data date: the last day that it knows of.',
  })
  dataOn!: string | null;

  @Field({
    nullable: true,
    description:
      'Why it is older than the last closed month: too few changed since to show a newer one.',
  })
  note?: string;

  @Field(() => [FigureNumber], { description: 'Its numbers; none when withheld.' })
  numbers!: FigureNumber[];

  @Field(() => [FigureUnit], {
    description:
      'Large units, of change by goal the goals, where enough stand behind each and behind what is left.',
  })
  units!: FigureUnit[];
}

@ObjectType({
  description: 'Whether work is changing. Everything on the outcomes page and the board page.',
})
export class OutcomesReport {
  @Field(() => DayScalar, { description: 'Today.' })
  asOf!: string;

  @Field(() => DayScalar, { nullable: true, description: 'First day of the last closed month.' })
  lastMonth!: string | null;

  @Field(() => DayScalar, { description: 'When the month before this one is, or was, closed.' })
  closesOn!: string;

  @Field(() => Int, { description: 'Fewest pairings, or people, behind any figure.' })
  smallGroupLimit!: number;

  @Field({ description: 'The time zone whose days these are.' })
  timeZone!: string;

  @Field(() => [Figure], { description: 'Every monthly figure, in the order of the page.' })
  figures!: Figure[];

  @Field(() => HourlyRates, {
    nullable: true,
    description: 'The latest rates that finance approved; null before any.',
  })
  rates!: HourlyRates | null;

  @Field(() => [MoneyFigure], {
    description:
      'Cost, and worth of corroborated and measured hours, side by side. None without rates.',
  })
  money!: MoneyFigure[];
}

const FluencyFigureKind = Object.fromEntries(
  FLUENCY_FIGURES.map((kind) => [kind.toUpperCase(), kind]),
);
registerEnumType(FluencyFigureKind, {
  name: 'FluencyFigureKind',
  description: 'What a figure about fluency counts.',
  valuesMap: Object.fromEntries(
    FLUENCY_FIGURES.map((kind) => [kind.toUpperCase(), { description: fluencySays(kind) }]),
  ),
});

function fluencySays(kind: FluencyFigureKind): string {
  if (kind === 'calibrated') return 'People whose reliance fits.';
  if (kind === 'improved') return 'People whose level rose by one or more in some dimension.';
  return `Levels in: ${FLUENCY[kind].name}.`;
}

@ObjectType({ description: 'A figure about the fluency of all executives, as it was published.' })
export class FluencyFigure {
  @Field(() => FluencyFigureKind, { description: 'What it counts.' })
  kind!: FluencyFigureKind;

  @Field(() => DayScalar, { description: 'Its data date: the last day of its month.' })
  dataOn!: string;

  @Field(() => Int, { description: 'People behind it.' })
  people!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Middle level, of two the lower; null for shares.',
  })
  median!: number | null;

  @Field(() => Int, { description: 'People at level 2 or above, or of whom the share is true.' })
  count!: number;
}
