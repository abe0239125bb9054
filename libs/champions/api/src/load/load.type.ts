import { createUnionType, Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DayScalar, InstantScalar } from '@flipside/platform-api';
import { ChampionRefusalType } from '../champion-refusal.type.js';
import { ChampionPayload } from '../champions/champion.type.js';

@ObjectType({ description: 'One kind of ask in the four weeks around today.' })
export class AskedKind {
  @Field({ description: 'pairing, session, help, office_hour, demo, judging and so on.' })
  kind!: string;
  @Field(() => Int, { description: 'How many.' }) count!: number;
  @Field(() => Float, { description: 'Hours they ask together.' }) hours!: number;
}

@ObjectType({ description: 'A week of a champion.' })
export class PlannedWeek {
  @Field(() => DayScalar, { description: 'Its Monday.' }) weekOn!: string;
  @Field({ description: 'Whether it is kept free of asks.' }) isRest!: boolean;
}

@ObjectType({ description: 'What is asked of you now, in hours per four weeks.' })
export class OwnLoad {
  @Field(() => Float, { description: 'In the fullest four weeks around today.' })
  askedHours!: number;
  @Field(() => Float, { description: 'The same four weeks ago.' }) earlierHours!: number;
  @Field(() => [AskedKind], { description: 'By kind.' }) kinds!: readonly AskedKind[];
  @Field(() => [PlannedWeek], { description: 'The next eight weeks, this one first.' })
  weeks!: readonly PlannedWeek[];
}

@ObjectType({ description: 'What is asked of one champion against what was agreed.' })
export class LoadRow {
  @Field(() => ID, { description: 'The champion.' }) personId!: string;
  @Field({ description: 'Full name.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Home unit.' }) unitName!: string | null;
  @Field(() => Float, { description: 'Hours in the fullest four weeks around today.' })
  askedHours!: number;
  @Field(() => Float, { description: 'Hours agreed per four weeks.' }) agreedHours!: number;
  @Field({ description: 'Whether more is asked than was agreed.' }) isOver!: boolean;
}

@ObjectType({ description: 'An ask that a champion’s agreed hours do not reach.' })
export class BeyondAsk {
  @Field({ description: 'pairing, session, help, office_hour, demo, judging and so on.' })
  kind!: string;
  @Field(() => ID, { description: 'The pairing, session, request or office hour.' })
  askId!: string;
  @Field(() => DayScalar, { description: 'Its day, or the first one of a pairing.' }) on!: string;
  @Field(() => Float, { description: 'Hours it asks per four weeks.' }) hours!: number;
}

@ObjectType({ description: 'More is asked of a champion now than they agreed to.' })
export class OverAgreed {
  @Field(() => ID, { description: 'The champion.' }) personId!: string;
  @Field({ description: 'Full name.' }) name!: string;
  @Field(() => Float, { description: 'Hours agreed per four weeks.' }) agreedHours!: number;
  @Field(() => Float, { description: 'Hours beyond what was agreed.' }) hoursOver!: number;
  @Field(() => DayScalar, {
    description: 'The day that made it too much: of the first ask beyond, or of agreeing to less.',
  })
  since!: string;
  @Field({ description: 'Whether everything was asked before fewer hours were agreed.' })
  isByFewerHours!: boolean;
  @Field(() => [BeyondAsk], { description: 'What the agreed hours do not reach, by day.' })
  beyond!: readonly BeyondAsk[];
  @Field(() => String, {
    nullable: true,
    description: 'The reason on record; null while any of these asks has none.',
  })
  reason!: string | null;
}

@ObjectType({ description: 'More was asked of a champion than agreed, and why.' })
export class OverrideRow {
  @Field(() => ID, { description: 'Identifier.' }) id!: string;
  @Field(() => ID, { description: 'The champion.' }) championId!: string;
  @Field({ description: 'Name of the champion.' }) championName!: string;
  @Field({ description: 'Kind of ask.' }) kind!: string;
  @Field(() => Float, { description: 'Hours beyond what was agreed.' }) hoursOver!: number;
  @Field({ description: 'Why.' }) reason!: string;
  @Field(() => String, { nullable: true, description: 'Who decided it.' }) actorName!:
    string | null;
  @Field(() => InstantScalar, { description: 'When.' }) at!: Date;
}

@ObjectType({ description: 'A champion who would give more time than was approved.' })
export class HoursOffer {
  @Field(() => ID, { description: 'The champion.' }) personId!: string;
  @Field({ description: 'Full name.' }) name!: string;
  @Field(() => Float, { description: 'Hours a month agreed now.' }) agreedHours!: number;
  @Field(() => Float, { description: 'Hours a month offered.' }) wantedHours!: number;
}

@ObjectType({ description: 'How load is spread over active champions; resting ones are out.' })
export class NetworkLoad {
  @Field(() => DayScalar, { description: 'Day of the figures, in the programme’s zone.' })
  asOf!: string;
  @Field(() => Int, { description: 'Active champions.' }) champions!: number;
  @Field(() => Float, { description: 'Hours asked of all of them per four weeks.' })
  askedHours!: number;
  @Field(() => Float, { description: 'Hours they agreed to.' }) agreedHours!: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Gini coefficient of hours asked, 0 even to 1; null when nothing is asked.',
  })
  gini!: number | null;
  @Field(() => Int, { description: 'How many champions the busiest tenth are.' }) topCount!: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Share of all hours that they carry, 0 to 1.',
  })
  topShare!: number | null;
  @Field({ description: 'The same in a sentence.' }) sentence!: string;
  @Field(() => [LoadRow], { description: 'All of them, those with least room first.' })
  loads!: readonly LoadRow[];
  @Field(() => [OverAgreed], {
    description: 'Of whom more is asked than agreed, those with most beyond first, at most 50.',
  })
  over!: readonly OverAgreed[];
  @Field(() => [OverrideRow], { description: 'Overrides of the last four weeks, newest first.' })
  overrides!: readonly OverrideRow[];
  @Field(() => [HoursOffer], { description: 'Offers of more time that wait for your answer.' })
  offers!: readonly HoursOffer[];
}

@InputType({ description: 'Why more is asked of a champion than agreed.' })
export class RecordOverAgreedArgs {
  @Field(() => ID, { description: 'The champion.' }) personId!: string;
  @Field({ description: 'One line, up to 500 characters.' }) reason!: string;
}

@ObjectType({ description: 'The reason is on record.' })
export class RecordOverAgreedPayload {
  @Field(() => ID, { description: 'The champion.' }) personId!: string;
}

export const RecordOverAgreedResult = createUnionType({
  name: 'RecordOverAgreedResult',
  description: 'On record, or why not.',
  types: () => [RecordOverAgreedPayload, ChampionRefusalType] as const,
  resolveType: (value: object) => ('code' in value ? ChampionRefusalType : RecordOverAgreedPayload),
});

@InputType({ description: 'A week to keep free of asks, or not any more.' })
export class PlanRestWeekArgs {
  @Field(() => DayScalar, { description: 'Its Monday; this week to half a year ahead.' })
  weekOn!: string;
  @Field({ description: 'False takes it back.' }) isRest!: boolean;
}

export const PlanRestWeekResult = createUnionType({
  name: 'PlanRestWeekResult',
  description: 'Planned, or why not.',
  types: () => [ChampionPayload, ChampionRefusalType] as const,
  resolveType: (value: object) => ('code' in value ? ChampionRefusalType : ChampionPayload),
});
