import { DayScalar } from '@flipside/platform-api';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

export const RhythmState = {
  SLIPPING: 'slipping',
  NEW: 'new',
  PAUSED: 'paused',
  ON_RHYTHM: 'on_rhythm',
  ENDED: 'ended',
} as const;
export type RhythmState = (typeof RhythmState)[keyof typeof RhythmState];
registerEnumType(RhythmState, {
  name: 'RhythmState',
  description: 'Where a pairing stands, in neutral words.',
  valuesMap: {
    SLIPPING: { description: 'The last session is longer ago than agreed.' },
    NEW: { description: 'Too early to say.' },
    PAUSED: { description: 'Resting; these days do not count.' },
    ON_RHYTHM: { description: 'They meet as agreed.' },
    ENDED: { description: 'Over.' },
  },
});

export const FortnightState = {
  HELD: 'held',
  MOVED: 'moved',
  SKIPPED: 'skipped',
  NO_WORD: 'no_word',
  NOT_BOOKED: 'not_booked',
} as const;
export type FortnightState = (typeof FortnightState)[keyof typeof FortnightState];
registerEnumType(FortnightState, {
  name: 'FortnightState',
  description: 'How a finished fortnight of a pairing went.',
  valuesMap: {
    HELD: { description: 'They met.' },
    MOVED: { description: 'They met at another time than first booked.' },
    SKIPPED: { description: 'Left out on purpose.' },
    NO_WORD: { description: 'Booked, and nobody came or nobody said.' },
    NOT_BOOKED: { description: 'Nothing was booked.' },
  },
});

@ObjectType({ description: 'One planned period of a pairing, half-open.' })
export class RhythmFortnight {
  @Field(() => DayScalar, { description: 'First day.' })
  from!: string;

  @Field(() => DayScalar, { description: 'First day after it.' })
  to!: string;

  @Field(() => FortnightState, { description: 'How it went.' })
  state!: FortnightState;

  @Field(() => String, { nullable: true, description: 'Why it was left out, in a few words.' })
  reason!: string | null;
}

@ObjectType({ description: 'A person of a pairing, as far as HR needs to offer help.' })
export class RhythmPerson {
  @Field(() => ID, { description: 'The person.' })
  id!: string;

  @Field({ description: 'Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email!: string | null;
}

@ObjectType({ description: 'Parts and whole, so that a share is never shown without its counts.' })
export class CountedShare {
  @Field(() => Int, { description: 'Fortnights with a held session.' })
  held!: number;

  @Field(() => Int, { description: 'Fortnights counted: over, and not mostly paused.' })
  counted!: number;
}

@ObjectType({
  description: 'The rhythm of one pairing. Dates and states only, no words of the two.',
})
export class PairingRhythm {
  @Field(() => ID, { description: 'The pairing.' })
  pairingId!: string;

  @Field(() => RhythmPerson, { description: 'The executive.' })
  executive!: RhythmPerson;

  @Field(() => RhythmPerson, { description: 'The champion.' })
  champion!: RhythmPerson;

  @Field(() => RhythmState, { description: 'Where it stands.' })
  state!: RhythmState;

  @Field({ description: 'Why it stands there, in one sentence.' })
  because!: string;

  @Field(() => [RhythmFortnight], { description: 'The last 6 finished fortnights, oldest first.' })
  fortnights!: RhythmFortnight[];

  @Field(() => CountedShare, {
    description: 'Fortnights with a session, of those counted, 26 weeks.',
  })
  adherence!: CountedShare;

  @Field(() => Int, { description: 'Days beyond the rhythm and 4 days of grace.' })
  debtDays!: number;

  @Field(() => DayScalar, { nullable: true, description: 'Day of the last held session.' })
  lastHeldOn!: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'Day of the next booked session.' })
  nextOn!: string | null;
}

@ObjectType({ description: 'Rhythm of the pairings whose executives sit in one large unit.' })
export class UnitRhythm {
  @Field(() => ID, { description: 'The unit.' })
  unitId!: string;

  @Field({ description: 'Its name.' })
  unitName!: string;

  @Field({ description: 'True when too few pairings stand behind the figure to show it.' })
  isWithheld!: boolean;

  @Field(() => Int, { nullable: true, description: 'Pairings; null when withheld.' })
  pairings!: number | null;

  @Field(() => CountedShare, { nullable: true, description: 'Null when withheld.' })
  adherence!: CountedShare | null;
}

@ObjectType({ description: 'How many pairings are in each state.' })
export class RhythmCounts {
  @Field(() => Int, { description: 'Slipping.' })
  slipping!: number;

  @Field(() => Int, { description: 'New.' })
  new!: number;

  @Field(() => Int, { description: 'Paused.' })
  paused!: number;

  @Field(() => Int, { description: 'On rhythm.' })
  onRhythm!: number;

  @Field(() => Int, { description: 'Ended within the period.' })
  ended!: number;
}

@ObjectType({ description: 'The rhythm of all pairings of the last 26 weeks.' })
export class Rhythm {
  @Field(() => DayScalar, { description: 'The day it is true for, in the programme’s zone.' })
  asOf!: string;

  @Field(() => DayScalar, { description: 'First day of the period.' })
  since!: string;

  @Field(() => RhythmCounts, { description: 'Pairings by state.' })
  counts!: RhythmCounts;

  @Field(() => CountedShare, {
    description: 'All counted fortnights of all pairings, those that ended included.',
  })
  adherence!: CountedShare;

  @Field(() => [PairingRhythm], {
    description: 'The pairings asked for, those in need first, at most 500.',
  })
  pairings!: PairingRhythm[];

  @Field(() => [UnitRhythm], {
    description: 'By large unit of the executive; fewer than 3 pairings are withheld.',
  })
  byUnit!: UnitRhythm[];
}
