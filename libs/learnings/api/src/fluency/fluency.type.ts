import {
  FLUENCY,
  FLUENCY_DIMENSIONS,
  TRUST,
  TRUSTS,
  type FluencyDimension as Dimension,
  type Trust as TrustCode,
} from '@flipside/learnings-domain';
import { InstantScalar } from '@flipside/platform-api';
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { resultOf } from '../learning-result.js';

/** Codes of the domain as an enum: upper case for the wire, lower case inside. */
const enumOf = <Code extends string>(codes: readonly Code[]): Record<string, Code> =>
  Object.fromEntries(codes.map((code) => [code.toUpperCase(), code]));
const described = <Code extends string>(codes: readonly Code[], say: (code: Code) => string) =>
  Object.fromEntries(codes.map((code) => [code.toUpperCase(), { description: say(code) }]));

const FluencyDimension = enumOf(FLUENCY_DIMENSIONS);
registerEnumType(FluencyDimension, {
  name: 'FluencyDimension',
  description: 'What somebody can be fluent in.',
  valuesMap: described(FLUENCY_DIMENSIONS, (code) => `${FLUENCY[code].name}.`),
});

const TrustCalibration = enumOf(TRUSTS);
registerEnumType(TrustCalibration, {
  name: 'TrustCalibration',
  description: 'How far reliance on AI fits its reliability. Never added to a level.',
  valuesMap: described(TRUSTS, (code) => `${TRUST[code]}.`),
});

@ObjectType({ description: 'One dimension as both see it.' })
export class FluencyView {
  @Field(() => FluencyDimension, { description: 'The dimension.' })
  dimension!: Dimension;

  @Field(() => Int, { nullable: true, description: 'The executive’s own view, 0 to 4.' })
  self!: number | null;

  @Field(() => Int, { nullable: true, description: 'What the champion observed, 0 to 4.' })
  observed!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Own view minus observation; null until both have looked.',
  })
  gap!: number | null;
}

@ObjectType({ description: 'A level in one dimension.' })
export class FluencyLevel {
  @Field(() => FluencyDimension, { description: 'The dimension.' })
  dimension!: Dimension;

  @Field(() => Int, { description: '0 to 4.' })
  level!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Where the executive sees, looking back, that they were at first.',
  })
  then!: number | null;
}

@ObjectType({ description: 'One look at an executive’s fluency.' })
export class FluencyRating {
  @Field(() => ID, { description: 'Identity of the rating.' })
  id!: string;

  @Field(() => InstantScalar, { description: 'When.' })
  at!: Date;

  @Field({ description: 'Who looked.' })
  raterName!: string;

  @Field({ description: 'Whether it is the executive’s own view.' })
  isSelf!: boolean;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'The session in which it was observed.',
  })
  sessionStartsAt!: Date | null;

  @Field(() => [FluencyLevel], { description: 'The levels that were given.' })
  levels!: FluencyLevel[];

  @Field(() => TrustCalibration, { nullable: true, description: 'Trust, where it was looked at.' })
  trust!: TrustCode | null;
}

@ObjectType({ description: 'One dimension as its owner saw it first and sees it now.' })
export class BeforeAndNow {
  @Field(() => FluencyDimension, { description: 'The dimension.' })
  dimension!: Dimension;

  @Field(() => Int, { description: 'Level at the first look, 0 to 4.' })
  before!: number;

  @Field(() => InstantScalar, { description: 'When that was.' })
  beforeAt!: Date;

  @Field(() => Int, {
    nullable: true,
    description: 'The same first look as the viewer sees it from today; null when not said.',
  })
  then!: number | null;

  @Field(() => Int, { description: 'Level at the latest look, 0 to 4.' })
  now!: number;

  @Field(() => InstantScalar, { description: 'When that was.' })
  nowAt!: Date;
}

@ObjectType({ description: 'How fluent the executive of a pairing is, for its two people alone.' })
export class Fluency {
  @Field(() => ID, { description: 'The pairing.' })
  pairingId!: string;

  @Field({ description: 'Whether the viewer is the executive.' })
  viewerIsExecutive!: boolean;

  @Field({ description: 'The other person.' })
  otherName!: string;

  @Field({ description: 'Whether the viewer is asked for a look now.' })
  isDue!: boolean;

  @Field({ description: 'Whether the viewer can rate: a champion needs a held session first.' })
  viewerCanRate!: boolean;

  @Field(() => [FluencyView], { description: 'Every dimension, own view beside observation.' })
  views!: FluencyView[];

  @Field(() => TrustCalibration, { nullable: true, description: 'Trust as the executive sees it.' })
  trustSelf!: TrustCode | null;

  @Field(() => TrustCalibration, { nullable: true, description: 'Trust as it was observed.' })
  trustObserved!: TrustCode | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Mean change of observed levels since the first look; null before a second one.',
  })
  gain!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The same as a share of what was still open, meaned; null where everything began at 4.',
  })
  normalisedGain!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Observed levels gained in 90 days by least squares; null before a third look.',
  })
  slope!: number | null;

  @Field(() => [FluencyRating], { description: 'Every look, newest first, at most 100.' })
  ratings!: FluencyRating[];
}

@InputType({ description: 'A level in one dimension.' })
export class FluencyLevelInput {
  @Field(() => FluencyDimension, { description: 'The dimension.' })
  dimension!: Dimension;

  @Field(() => Int, { description: '0 to 4.' })
  level!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Looking back, 0 to 4: where one was at the first look. From the second look on.',
  })
  then?: number | null;
}

@InputType({ description: 'A look at fluency, by the executive or their champion.' })
export class RateFluencyInput {
  @Field(() => ID, { description: 'A UUID made on the device, so that sending twice adds one.' })
  id!: string;

  @Field(() => ID, { description: 'The pairing.' })
  pairingId!: string;

  @Field(() => [FluencyLevelInput], { description: 'Levels; a dimension may be left out.' })
  levels!: FluencyLevelInput[];

  @Field(() => TrustCalibration, { nullable: true, description: 'Trust; may be left out.' })
  trust?: TrustCode | null;
}

@ObjectType({ description: 'Fluency as it stands now.' })
export class FluencyPayload {
  @Field(() => Fluency, { description: 'Fluency.' })
  fluency!: Fluency;
}

export const RateFluencyResult = resultOf(
  'RateFluencyResult',
  'Fluency with the new look, or why not.',
  FluencyPayload,
);
