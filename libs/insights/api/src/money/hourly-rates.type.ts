import {
  INSIGHTS_REFUSAL_CODES,
  type InsightsRefusal,
  type InsightsRefusalCode,
} from '@flipside/insights-domain';
import { DayScalar, Refusal } from '@flipside/platform-api';
import {
  createUnionType,
  Field,
  Float,
  InputType,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';

const Codes = Object.fromEntries(INSIGHTS_REFUSAL_CODES.map((code) => [code, code])) as {
  [Code in InsightsRefusalCode]: Code;
};
registerEnumType(Codes, {
  name: 'InsightsRefusalCode',
  description: 'Why something about figures cannot be done now.',
});

@ObjectType('InsightsRefusal', {
  implements: () => [Refusal],
  description: 'Something about figures that cannot be done now.',
})
export class InsightsRefusalType extends Refusal {
  @Field(() => Codes, { description: 'The reason, for programs.' })
  code!: InsightsRefusalCode;
}

export const refusalOf = (refusal: InsightsRefusal): InsightsRefusalType =>
  Object.assign(new InsightsRefusalType(), refusal);

@ObjectType({ description: 'What an hour costs or is worth, as finance approved it.' })
export class HourlyRates {
  @Field(() => Float, { description: 'An hour of an executive.' })
  executive!: number;

  @Field(() => Float, { description: 'An hour of a champion.' })
  champion!: number;

  @Field(() => Float, { description: 'An hour of those whose work got shorter.' })
  staff!: number;

  @Field({ description: 'The currency, three letters.' })
  currency!: string;

  @Field({ description: 'Who of finance approved it.' })
  approvedBy!: string;

  @Field(() => DayScalar, { description: 'From when it holds.' })
  holdsFrom!: string;
}

@InputType({ description: 'What finance approved from a day on.' })
export class SetHourlyRatesInput {
  @Field(() => Float, { description: 'An hour of an executive, above 0.' })
  executive!: number;

  @Field(() => Float, { description: 'An hour of a champion, above 0.' })
  champion!: number;

  @Field(() => Float, { description: 'An hour of those whose work got shorter, above 0.' })
  staff!: number;

  @Field({ description: 'The currency, three letters.' })
  currency!: string;

  @Field({ description: 'Who of finance approved it, up to 100 characters.' })
  approvedBy!: string;

  @Field(() => DayScalar, { description: 'From when it holds: after the earlier rates.' })
  holdsFrom!: string;
}

@ObjectType({ description: 'The rates as they were set.' })
export class HourlyRatesPayload {
  @Field(() => HourlyRates, { description: 'The rates.' })
  rates!: HourlyRates;
}

export const SetHourlyRatesResult = createUnionType({
  name: 'SetHourlyRatesResult',
  description: 'The rates, or why not.',
  types: () => [HourlyRatesPayload, InsightsRefusalType] as const,
  resolveType: (value: object) => ('code' in value ? InsightsRefusalType : HourlyRatesPayload),
});

@ObjectType({ description: 'A published figure in money: hours × rates that finance approved.' })
export class MoneyFigure {
  @Field({ description: 'What it is.' })
  title!: string;

  @Field({ description: 'The amount as a range, for hours are known to ten.' })
  text!: string;

  @Field({ description: 'Every hour and every rate in it.' })
  formula!: string;

  @Field(() => DayScalar, { description: 'First day of its month.' })
  from!: string;

  @Field({ description: 'Who of finance approved the rates.' })
  approvedBy!: string;
}
