import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DayScalar } from '@flipside/platform-api';
import type { WhatIf } from '@flipside/champions-domain';
import { CoverageNode } from '../coverage/coverage.type.js';

export const PeopleFrom = { KNOWN: 'known', TREND: 'trend', PRESENT: 'present' } as const;
registerEnumType(PeopleFrom, {
  name: 'PeopleFrom',
  description: 'Where the number of people in a forecast comes from.',
  valuesMap: {
    KNOWN: { description: 'Today’s people and changes with a date.' },
    TREND: { description: 'The trend of past months, without those of a re-organisation.' },
    PRESENT: { description: 'Today’s people, because nothing else is known.' },
  },
});

export const WalkKind = {
  STARTS: 'starts',
  PIPELINE: 'pipeline',
  TERMS: 'terms',
  LEAVERS: 'leavers',
  MOVERS: 'movers',
  BREAKS: 'breaks',
  EXITS: 'exits',
  PEOPLE: 'people',
} as const;
registerEnumType(WalkKind, {
  name: 'WalkKind',
  description: 'What changes a gap.',
  valuesMap: {
    STARTS: { description: 'Approved, returning or arriving on a known day.' },
    PIPELINE: { description: 'On the way, as many as experience says.' },
    TERMS: { description: 'Terms that end.' },
    LEAVERS: { description: 'Champions who leave the company.' },
    MOVERS: { description: 'Champions who move elsewhere.' },
    BREAKS: { description: 'Breaks that begin.' },
    EXITS: { description: 'Early exits, as many as experience says.' },
    PEOPLE: { description: 'More or fewer people to cover.' },
  },
});

export const CertaintyEnum = { KNOWN: 'known', EXPECTED: 'expected' } as const;
registerEnumType(CertaintyEnum, {
  name: 'Certainty',
  description: 'How sure a step is.',
  valuesMap: {
    KNOWN: { description: 'It has a date.' },
    EXPECTED: { description: 'It follows from experience.' },
  },
});

@ObjectType({ description: 'A whole number as a range: 8 of 10 simulated futures lie inside.' })
export class CountRange {
  @Field(() => Int, { description: '10th percentile.' }) low!: number;
  @Field(() => Int, { description: 'Most likely.' }) likely!: number;
  @Field(() => Int, { description: '90th percentile.' }) high!: number;
}

@ObjectType({ description: 'Coverage on a day to come.' })
export class ForecastPointType {
  @Field(() => Int, { description: 'Days from today.' }) days!: number;
  @Field(() => DayScalar, { description: 'The day.' }) on!: string;
  @Field(() => CountRange, { description: 'Champions.' }) champions!: CountRange;
  @Field(() => CountRange, { description: 'Champions needed.' }) required!: CountRange;
  @Field(() => CountRange, { description: 'Champions missing.' }) gap!: CountRange;
  @Field(() => Int, { description: 'Nominations to start now to close the likely gap.' })
  nominationsToStart!: number;
}

@ObjectType({ description: 'Somebody behind a step.' })
export class WalkPerson {
  @Field(() => ID, { description: 'The person.' }) personId!: string;
  @Field({ description: 'Name.' }) name!: string;
  @Field(() => DayScalar, { nullable: true, description: 'When; null when not known.' }) on!:
    string | null;
}

@ObjectType({ description: 'One step from today’s gap to the likely one.' })
export class WalkStepType {
  @Field(() => WalkKind, { description: 'What it is.' }) kind!: string;
  @Field(() => Int, { description: 'Champions more or fewer, against the need.' }) change!: number;
  @Field(() => CertaintyEnum, { description: 'How sure.' }) certainty!: string;
  @Field(() => [WalkPerson], { description: 'Who is behind it.' }) persons!: WalkPerson[];
}

@ObjectType({ description: 'From today’s gap to the likely one, step by step.' })
export class GapWalkType {
  @Field(() => Int, { description: 'Days from today.' }) days!: number;
  @Field(() => Int, { description: 'Champions less the need today: −4 when four are missing.' })
  from!: number;
  @Field(() => [WalkStepType], { description: 'The steps; they add up.' }) steps!: WalkStepType[];
  @Field(() => Int, { description: 'Champions less the need at the end.' }) to!: number;
}

@ObjectType({ description: 'Nominations to start in time.' })
export class PlannedStartType {
  @Field(() => Int, { description: 'Nominations to start.' }) nominations!: number;
  @Field(() => DayScalar, { description: 'At the latest.' }) by!: string;
  @Field({ description: 'The month that would otherwise be short, as YYYY-MM.' }) month!: string;
  @Field(() => Int, { description: 'Champions missing then, if nothing is done.' }) gap!: number;
}

@ObjectType({ description: 'Terms that end together.' })
export class TermCliff {
  @Field(() => DayScalar, { description: 'The day.' }) on!: string;
  @Field(() => Int, { description: 'Champions whose term ends then.' }) champions!: number;
}

@ObjectType({ description: 'What coverage will be, with what is under way now.' })
export class CoverageForecast {
  @Field(() => ID, { nullable: true, description: 'The unit; null for the company.' }) unitId!:
    string | null;
  @Field({ description: 'Name of the unit, or of nobody in particular: the company.' })
  name!: string;
  @Field(() => DayScalar, { description: 'Today.' }) today!: string;
  @Field(() => Int, { description: 'People today, after what is tried out.' }) people!: number;
  @Field(() => Int, { description: 'Champions today, after what is tried out.' })
  champions!: number;
  @Field(() => Int, { description: 'Champions needed today.' }) required!: number;
  @Field(() => Int, { description: 'People per champion aimed at.' }) targetRatio!: number;
  @Field({
    description: '"Most likely 3 of 4 by Thu, 19 February 2027; between 2 and 3 champions."',
  })
  sentence!: string;
  @Field(() => [ForecastPointType], { description: 'In 30, 90, 180 and 365 days.' })
  points!: ForecastPointType[];
  @Field({ description: 'Whether there is enough history to draw a line.' }) isDrawn!: boolean;
  @Field(() => PeopleFrom, { description: 'Where the people come from.' }) peopleFrom!: string;
  @Field(() => [TermCliff], { description: 'Days on which many terms end.' }) cliffs!: TermCliff[];
  @Field({ description: 'What the rates are taken from.' }) basis!: string;
  @Field(() => GapWalkType, { description: 'What changes the gap, and who.' }) walk!: GapWalkType;
  @Field(() => [PlannedStartType], { description: 'What to start by when, for a year.' })
  plan!: PlannedStartType[];
}

@ObjectType({ description: 'A unit whose gap is likely to grow.' })
export class ShortNext {
  @Field(() => CoverageNode, { description: 'The unit today.' }) unit!: CoverageNode;
  @Field(() => Int, { description: 'Champions likely missing then.' }) gap!: number;
}

@InputType({ description: 'Something to try out; nothing is changed.' })
export class WhatIfArgs implements WhatIf {
  @Field(() => Int, { nullable: true, description: 'Champions fewer, 0 to 10,000.' }) lose?: number;
  @Field(() => Int, { nullable: true, description: 'Champions more, 0 to 10,000.' }) add?: number;
  @Field(() => Int, { nullable: true, description: 'People more, or fewer when negative.' })
  peopleChange?: number;
  @Field(() => Int, { nullable: true, description: 'People per champion, 1 to 1,000.' })
  targetRatio?: number;
  @Field(() => [ID], { nullable: true, description: 'Champions who stop tomorrow.' })
  losing?: string[];
}

@ObjectType({ description: 'A unit’s numbers at the end of a month.' })
export class OutlookMonth {
  @Field(() => DayScalar, { description: 'The day.' }) on!: string;
  @Field(() => Int, { description: 'Champions needed.' }) required!: number;
  @Field(() => Int, { description: 'Active champions.' }) champions!: number;
  @Field(() => Int, { description: 'Champions missing.' }) gap!: number;
}

@ObjectType('UnitOutlook', { description: 'Where a unit comes from and where it is likely to be.' })
export class UnitOutlookType {
  @Field(() => ID, { description: 'The unit.' }) unitId!: string;
  @Field(() => [OutlookMonth], {
    description: 'Ends of the last twelve months and today; months without the unit are left out.',
  })
  months!: OutlookMonth[];
  @Field(() => Int, { description: 'Champions likely to be missing in 90 days.' })
  gapAhead!: number;
}
