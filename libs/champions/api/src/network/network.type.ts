import {
  createUnionType,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';
import { DayScalar } from '@flipside/platform-api';
import { ChampionRefusalType } from '../champion-refusal.type.js';
import { ChampionPayload } from '../champions/champion.type.js';
import type { ProfileSection } from './confirm-sections.js';

export const ProfileSectionEnum = {
  ABOUT: 'about',
  SKILLS: 'skills',
  PROBLEMS: 'problems',
  TOOLS: 'tools',
  AVAILABILITY: 'availability',
} as const;
registerEnumType(ProfileSectionEnum, {
  name: 'ProfileSection',
  description: 'A part of a champion’s profile that is confirmed by itself.',
  valuesMap: {
    ABOUT: { description: 'In their own words.' },
    SKILLS: { description: 'Good at.' },
    PROBLEMS: { description: 'Problems they like to help with.' },
    TOOLS: { description: 'Tools they know.' },
    AVAILABILITY: { description: 'Hours, pairings, and whether they take new ones.' },
  },
});

@ObjectType({ description: 'A champion without a confirmed act for long.' })
export class QuietChampion {
  @Field(() => ID, { description: 'The champion.' }) personId!: string;
  @Field({ description: 'Full name.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Home unit.' }) unitName!: string | null;
  @Field(() => Int, { description: 'Days since the last act, or since the first day.' })
  days!: number;
}

@ObjectType({ description: 'Whether the network lives.' })
export class NetworkHealth {
  @Field(() => Int, { description: 'Active champions.' }) active!: number;
  @Field(() => Int, { description: 'Those with a confirmed act in 30 days.' }) alive!: number;
  @Field({ description: 'The heartbeat in a sentence.' }) heartbeat!: string;
  @Field(() => [QuietChampion], { description: 'Quiet for 45 days or longer, at most 50.' })
  quiet!: readonly QuietChampion[];
  @Field(() => Int, { description: 'Distinct people who nominated in a year.' })
  nominators!: number;
  @Field(() => Int, { description: 'Units of ten people or more.' }) units!: number;
  @Field({ description: 'Breadth of nominators in a sentence.' }) breadth!: string;
  @Field(() => Int, { description: 'Profile sections confirmed in 180 days.' })
  freshSections!: number;
  @Field(() => Int, { description: 'All profile sections of active champions.' })
  sections!: number;
  @Field(() => Int, { description: 'Former champions, still here, who may be asked.' })
  alumniInTouch!: number;
}

@ObjectType({ description: 'Something on record about a champion.' })
export class RecordEntry {
  @Field(() => DayScalar, { description: 'When.' }) on!: string;
  @Field({ description: 'nomination, interview, role, pairing, act, thanks, override or remark.' })
  kind!: string;
  @Field({ description: 'What happened.' }) words!: string;
  @Field(() => String, { nullable: true, description: 'Who did it.' }) actorName!: string | null;
}

@ObjectType({ description: 'A section of a profile and when it was confirmed.' })
export class SectionFreshness {
  @Field(() => ProfileSectionEnum, { description: 'Which.' }) section!: ProfileSection;
  @Field(() => DayScalar, { nullable: true, description: 'When; null if never.' })
  confirmedOn!: string | null;
  @Field({ description: 'Confirmed in the last 180 days.' }) isFresh!: boolean;
}

@InputType({ description: 'Sections of your profile that are still right.' })
export class ConfirmSectionsArgs {
  @Field(() => [ProfileSectionEnum], { description: 'Which.' }) sections!: ProfileSection[];
}

@ObjectType({ description: 'For how long a champion said yes.' })
export class ChampionTerm {
  @Field(() => DayScalar, { description: 'Last day of the term.' }) endsOn!: string;
  @Field({ description: 'It ends within 60 days or is over: time to say whether they go on.' })
  isAsked!: boolean;
}

@InputType({ description: 'Your last day as a champion.' })
export class StepDownArgs {
  @Field(() => DayScalar, { nullable: true, description: 'Today if left out.' })
  lastDay?: string | null;
}

@InputType({ description: 'Whether you may be asked although you are no champion any more.' })
export class StayInTouchArgs {
  @Field({ description: 'Yes or no; it can be changed at any time.' }) stays!: boolean;
}

const resultOf = (name: string, description: string) =>
  createUnionType({
    name,
    description,
    types: () => [ChampionPayload, ChampionRefusalType] as const,
    resolveType: (value: object) => ('code' in value ? ChampionRefusalType : ChampionPayload),
  });

export const RenewTermResult = resultOf('RenewTermResult', 'Renewed, or why not.');
export const StepDownResult = resultOf('StepDownResult', 'Ended, or why not.');
export const StayInTouchResult = resultOf('StayInTouchResult', 'Noted, or why not.');
export const ConfirmSectionsResult = resultOf('ConfirmSectionsResult', 'Confirmed, or why not.');
