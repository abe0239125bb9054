import {
  createUnionType,
  Field,
  Float,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';
import type { ChampionState } from '@flipside/champions-domain';
import { connectionOf, DayScalar, TimeZoneScalar } from '@flipside/platform-api';
import { ChampionRefusalType } from '../champion-refusal.type.js';

export const ChampionStateEnum = {
  APPROVED: 'approved',
  ACTIVE: 'active',
  RESTING: 'resting',
  ALUMNI: 'alumni',
} as const;
registerEnumType(ChampionStateEnum, {
  name: 'ChampionState',
  description: 'What a champion is today.',
  valuesMap: {
    APPROVED: { description: 'Named; the first day is still to come.' },
    ACTIVE: { description: 'Counts for coverage and can be asked.' },
    RESTING: { description: 'On a break or on leave: not counted and not asked.' },
    ALUMNI: { description: 'Was a champion.' },
  },
});

@ObjectType({ description: 'A champion as colleagues see them.' })
export class Champion {
  @Field(() => ID, { description: 'Identifier of the person.' }) personId!: string;
  @Field({ description: 'Full name.' }) name!: string;
  @Field({ description: 'Job title.' }) title!: string;
  @Field(() => ID, { nullable: true, description: 'Home unit.' }) unitId!: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the home unit.' }) unitName!:
    string | null;
  @Field(() => String, { nullable: true, description: 'Name of the location.' }) locationName!:
    string | null;
  @Field(() => TimeZoneScalar, { description: 'Zone the champion works in.' }) timeZone!: string;
  @Field(() => [String], { description: 'Languages spoken, as codes.' }) languages!: string[];
  @Field(() => ChampionStateEnum, { description: 'State today.' }) state!: ChampionState;
  @Field(() => DayScalar, { nullable: true, description: 'First day, while it is still to come.' })
  startsOn!: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'First day back from a break.' })
  restsUntil!: string | null;
  @Field({ description: 'In their own words.' }) about!: string;
  @Field(() => [String], { description: 'Good at.' }) skills!: string[];
  @Field(() => [String], { description: 'Problems they like to help with.' }) problems!: string[];
  @Field(() => [String], { description: 'Tools they know.' }) tools!: string[];
  @Field({ description: 'Whether they take new pairings.' }) takesNewPairings!: boolean;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'When they last confirmed their profile.',
  })
  profileConfirmedOn!: string | null;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'Since when the profile waits to be confirmed; null while it is fresh.',
  })
  fadedOn!: string | null;
  @Field({ description: 'Whether they may be asked although they are no champion any more.' })
  staysInTouch!: boolean;
  @Field(() => Int, {
    nullable: true,
    description: 'Most pairings at a time; null unless it is yours or you run the programme.',
  })
  capacity!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Hours a month agreed; null unless it is yours or you run the programme.',
  })
  agreedHours!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'More hours that they offer and that wait for the programme’s yes.',
  })
  wantedHours!: number | null;
  @Field({ description: 'Whether you may say yes or no to these hours.' })
  viewerCanAnswerHours!: boolean;
  @Field(() => Int, {
    description: 'Goes up with each change; send it back when changing the profile.',
  })
  version!: number;
  @Field({ description: 'Whether you may change this profile.' }) viewerCanEdit!: boolean;
  @Field({ description: 'Whether you may end the role.' }) viewerCanEnd!: boolean;
}

@ObjectType('ChampionChoices', {
  description: 'What current champions say of themselves, the most frequent first.',
})
export class ChampionChoicesType {
  @Field(() => [String], { description: 'Good at.' }) skills!: string[];
  @Field(() => [String], { description: 'Problems they like to help with.' }) problems!: string[];
  @Field(() => [String], { description: 'Tools they know.' }) tools!: string[];
  @Field(() => [String], { description: 'Languages they speak, as codes.' }) languages!: string[];
  @Field(() => [TimeZoneScalar], { description: 'Zones they work in.' }) timeZones!: string[];
}

@ObjectType({ description: 'What a champion agreed to, for the champion alone.' })
export class MyLoad {
  @Field(() => Champion, { description: 'Your own record.' }) champion!: Champion;
  @Field(() => Float, { description: 'Hours a month you agreed on.' }) agreedHours!: number;
  @Field(() => Int, { description: 'Most pairings you take at a time.' }) capacity!: number;
}

export const ChampionConnection = connectionOf(Champion);

@InputType({ description: 'Which champions to list. Everything given must hold.' })
export class ChampionFilterInput {
  @Field(() => String, {
    nullable: true,
    description: 'Words that appear in name, title, skills, problems, tools or text.',
  })
  text?: string | null;
  @Field(() => ID, { nullable: true, description: 'In this unit or below it.' }) unitId?:
    string | null;
  @Field(() => ID, { nullable: true, description: 'At this location.' }) locationId?: string | null;
  @Field(() => String, { nullable: true, description: 'Good at exactly this.' }) skill?:
    string | null;
  @Field(() => String, { nullable: true, description: 'Helps with exactly this problem.' })
  problem?: string | null;
  @Field(() => String, { nullable: true, description: 'Knows exactly this tool.' }) tool?:
    string | null;
  @Field(() => String, { nullable: true, description: 'Speaks this language, as a code.' })
  language?: string | null;
  @Field(() => TimeZoneScalar, { nullable: true, description: 'Works in this zone.' }) timeZone?:
    string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only who is active and takes new pairings.',
  })
  isAvailable?: boolean | null;
  @Field(() => [ChampionStateEnum], {
    nullable: true,
    description: 'Active and resting ones if left out.',
  })
  states?: ChampionState[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only alumni, still here, who said that they may be asked.',
  })
  isInTouch?: boolean | null;
}

@InputType({
  description: 'Somebody to be named champion. What is left out comes from the programme.',
})
export class NameChampionArgs {
  @Field(() => ID, { description: 'The person.' }) personId!: string;
  @Field(() => DayScalar, { nullable: true, description: 'First day; today if left out.' })
  startsOn?: string;
  @Field(() => Int, { nullable: true, description: 'Most pairings at a time, 0 to 20.' })
  capacity?: number;
  @Field(() => Float, { nullable: true, description: 'Hours a month, 0 to 40.' })
  agreedHours?: number;
  @Field(() => [String], { nullable: true, description: 'Good at.' }) skills?: string[];
  @Field(() => [String], { nullable: true, description: 'Problems they like to help with.' })
  problems?: string[];
  @Field(() => [String], { nullable: true, description: 'Tools they know.' }) tools?: string[];
}

@InputType({
  description:
    'Changes to your own profile. What is left out stays as it was, and as old as it was.',
})
export class ChangeChampionProfileArgs {
  @Field(() => Int, { description: 'Version you looked at.' }) version!: number;
  @Field(() => String, {
    nullable: true,
    description: 'In your own words, up to 1,000 characters. Everybody here can read it.',
  })
  about?: string;
  @Field(() => [String], { nullable: true, description: 'Good at.' }) skills?: string[];
  @Field(() => [String], { nullable: true, description: 'Problems you like to help with.' })
  problems?: string[];
  @Field(() => [String], { nullable: true, description: 'Tools you know.' }) tools?: string[];
  @Field(() => Int, { nullable: true, description: 'Most pairings at a time, 0 to 20.' })
  capacity?: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Hours a month, 0 to 40. More than was approved waits for the programme’s yes.',
  })
  agreedHours?: number;
  @Field(() => Boolean, { nullable: true, description: 'Whether you take new pairings.' })
  takesNewPairings?: boolean;
}

@InputType({ description: 'An answer to more hours that a champion offers.' })
export class AnswerHoursArgs {
  @Field(() => ID, { description: 'The champion.' }) personId!: string;
  @Field(() => Float, { description: 'The hours you looked at.' }) hours!: number;
  @Field({ description: 'True for yes; false leaves the hours as they are.' }) isAgreed!: boolean;
}

@InputType({ description: 'A break from today on.' })
export class TakeBreakArgs {
  @Field(() => DayScalar, { description: 'First day back.' }) until!: string;
}

@InputType({ description: 'The end of somebody’s time as a champion.' })
export class EndChampionArgs {
  @Field(() => ID, { description: 'The person.' }) personId!: string;
  @Field(() => DayScalar, { nullable: true, description: 'Last day; today if left out.' })
  lastDay?: string;
  @Field({ description: 'For the programme’s record, up to 500 characters; not sent to anybody.' })
  reason!: string;
}

@ObjectType({ description: 'The champion as they are now.' })
export class ChampionPayload {
  @Field(() => Champion, { description: 'The champion.' }) champion!: Champion;
}

/** A result of its own for each mutation, so that each can grow without touching the others. */
const resultOf = (name: string, description: string) =>
  createUnionType({
    name,
    description,
    types: () => [ChampionPayload, ChampionRefusalType] as const,
    resolveType: (value: object) => ('code' in value ? ChampionRefusalType : ChampionPayload),
  });

export const NameChampionResult = resultOf('NameChampionResult', 'Named, or why not.');
export const ChangeChampionProfileResult = resultOf(
  'ChangeChampionProfileResult',
  'Changed, or why not.',
);
export const AnswerHoursResult = resultOf('AnswerHoursResult', 'Answered, or why not.');
export const TakeBreakResult = resultOf('TakeBreakResult', 'On a break, or why not.');
export const EndBreakResult = resultOf('EndBreakResult', 'Back, or why not.');
export const EndChampionResult = resultOf('EndChampionResult', 'Ended, or why not.');
