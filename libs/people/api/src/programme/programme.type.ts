import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InstantScalar, TimeZoneScalar } from '@flipside/platform-api';
import {
  WorkingIntervalInput,
  WorkingIntervalType,
} from '../availability/working-interval.type.js';
import { PersonType } from '../directory/person.type.js';

export const RoundingType = { UP: 'up', NEAREST: 'nearest' } as const;
export type RoundingType = (typeof RoundingType)[keyof typeof RoundingType];

registerEnumType(RoundingType, {
  name: 'Rounding',
  description: 'How the number of champions a unit needs becomes a whole number.',
  valuesMap: {
    UP: { description: 'Any rest asks for one more champion.' },
    NEAREST: { description: 'The nearest whole number, at least one.' },
  },
});

@ObjectType({ description: 'A kind of employment in the roster.' })
export class EmploymentTypeCount {
  @Field({ description: 'As the roster calls it.' })
  name!: string;

  @Field(() => Int, { description: 'People employed so today.' })
  people!: number;
}

@ObjectType('Programme', { description: 'The rules under which the network runs.' })
export class ProgrammeType {
  @Field({ description: 'Name of the programme.' })
  name!: string;

  @Field(() => Int, { description: 'One champion for this many people.' })
  targetRatio!: number;

  @Field(() => Int, { description: 'Units with fewer people than this count with their parent.' })
  smallUnitLimit!: number;

  @Field(() => RoundingType, { description: 'How needed champions become a whole number.' })
  rounding!: RoundingType;

  @Field({ description: 'The rounding rule in words, with an example.' })
  roundingInWords!: string;

  @Field(() => [String], { description: 'Kinds of employment that count as people.' })
  eligibleTypes!: string[];

  @Field({ description: 'Whether people on leave count.' })
  countsLeave!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      'People down to this level take part as executives (1 = the head of the company); null = only by hand.',
  })
  executiveLevel!: number | null;

  @Field(() => TimeZoneScalar, { description: 'Zone where neither person nor location has one.' })
  defaultTimeZone!: string;

  @Field(() => [WorkingIntervalType], { description: 'Week of everybody who has set none.' })
  defaultHours!: WorkingIntervalType[];

  @Field(() => Int, { description: 'Days from one session to the next.' })
  cadenceDays!: number;

  @Field(() => Int, { description: 'Minutes of a session.' })
  sessionMinutes!: number;

  @Field(() => Int, { description: 'Most pairings a new champion accepts.' })
  championCapacity!: number;

  @Field(() => Float, { description: 'Hours a month a new champion agrees to.' })
  championHours!: number;

  @Field(() => Int, { description: 'Hours before a session within which none is offered.' })
  minNoticeHours!: number;

  @Field(() => Int, { description: 'Fewest people behind a published figure about experience.' })
  smallGroupLimit!: number;

  @Field(() => InstantScalar, { nullable: true, description: 'When a roster was last imported.' })
  lastImportAt!: Date | null;

  @Field(() => Int, { description: 'Pass it back with a change.' })
  version!: number;
}

@InputType({ description: 'Rules as they are to be; what is left out stays.' })
export class ProgrammeRulesInput {
  @Field(() => String, {
    nullable: true,
    description: 'Name of the programme, 1 to 60 characters.',
  })
  name?: string | null;

  @Field(() => Int, { nullable: true, description: 'People per champion, 1 to 1,000.' })
  targetRatio?: number | null;

  @Field(() => Int, { nullable: true, description: 'Small-unit limit, 1 to 1,000.' })
  smallUnitLimit?: number | null;

  @Field(() => RoundingType, { nullable: true, description: 'Rounding.' })
  rounding?: RoundingType | null;

  @Field(() => [String], { nullable: true, description: 'Kinds of employment that count.' })
  eligibleTypes?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether people on leave count.' })
  countsLeave?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Level down to which people are executives, 1 to 99; null = only by hand.',
  })
  executiveLevel?: number | null;

  @Field(() => TimeZoneScalar, { nullable: true, description: 'Default zone.' })
  defaultTimeZone?: string | null;

  @Field(() => [WorkingIntervalInput], { nullable: true, description: 'Default week.' })
  defaultHours?: WorkingIntervalInput[] | null;

  @Field(() => Int, { nullable: true, description: 'Days between sessions, 7 to 42.' })
  cadenceDays?: number | null;

  @Field(() => Int, { nullable: true, description: 'Minutes of a session: 15, 30, 45 or 60.' })
  sessionMinutes?: number | null;

  @Field(() => Int, { nullable: true, description: 'Pairings per new champion, 1 to 20.' })
  championCapacity?: number | null;

  @Field(() => Float, { nullable: true, description: 'Hours a month per new champion, 1 to 40.' })
  championHours?: number | null;

  @Field(() => Int, { nullable: true, description: 'Notice in hours, 0 to 336.' })
  minNoticeHours?: number | null;

  @Field(() => Int, { nullable: true, description: 'Smallest group in figures, 3 to 100.' })
  smallGroupLimit?: number | null;
}

@ObjectType('RuleChange', { description: 'One rule that a change touched.' })
export class RuleChangeType {
  @Field({ description: 'Name of the rule’s field.' })
  rule!: string;

  @Field({ description: 'What the rule is called on the settings page.' })
  label!: string;

  @Field({ description: 'How it was, in words.' })
  before!: string;

  @Field({ description: 'How it became, in words.' })
  after!: string;
}

@ObjectType('ProgrammeChange', { description: 'A change of the rules: who, when and what.' })
export class ProgrammeChangeType {
  @Field(() => ID, { description: 'Identifier of the change.' })
  id!: string;

  @Field(() => InstantScalar, { description: 'When.' })
  at!: Date;

  @Field(() => PersonType, {
    nullable: true,
    description: 'By whom; null for the installation itself.',
  })
  actor!: PersonType | null;

  @Field(() => [RuleChangeType], { description: 'The rules that differ.' })
  rules!: RuleChangeType[];

  @Field({ description: 'True while no later change touched the same rules.' })
  isUndoable!: boolean;
}

@ObjectType({ description: 'What a set of rules means for the company of today.' })
export class ProgrammeFigures {
  @Field(() => Int, { description: 'People who count.' })
  people!: number;

  @Field(() => Int, { description: 'Champions the whole company needs.' })
  championsNeeded!: number;

  @Field(() => Int, {
    description: 'Units with people that are too small for a target of their own.',
  })
  smallUnits!: number;

  @Field(() => Int, { description: 'Units with a target of their own.' })
  unitsWithTarget!: number;

  @Field(() => Int, { description: 'People whose level makes them executives.' })
  executives!: number;
}

@ObjectType({ description: 'What changes with other rules, before anything is saved.' })
export class ProgrammeEffect {
  @Field(() => ProgrammeFigures, { description: 'Under the rules in force.' })
  now!: ProgrammeFigures;

  @Field(() => ProgrammeFigures, { description: 'Under the other rules.' })
  then!: ProgrammeFigures;
}
