import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, DayScalar, InstantScalar } from '@flipside/platform-api';
import { RELAXATIONS } from '@flipside/sessions-domain';
import { payloadOrRefusal } from '../booking.type.js';
import { SessionPerson } from '../session.type.js';

export const PlanStateName = {
  PLANNING: 'planning',
  REVIEW: 'review',
  PUBLISHING: 'publishing',
  PUBLISHED: 'published',
  DISCARDED: 'discarded',
} as const;
registerEnumType(PlanStateName, {
  name: 'QuarterPlanState',
  description: 'How far the plan of a quarter is.',
  valuesMap: {
    PLANNING: { description: 'Times are being looked for.' },
    REVIEW: { description: 'A draft to look at.' },
    PUBLISHING: { description: 'Its pairings are being booked, or will be in a moment.' },
    PUBLISHED: { description: 'Booked.' },
    DISCARDED: { description: 'Thrown away.' },
  },
});

export const PlannedStateName = {
  PLACED: 'placed',
  UNPLACED: 'unplaced',
  BOOKED: 'booked',
  TAKEN: 'taken',
  DROPPED: 'dropped',
} as const;
registerEnumType(PlannedStateName, {
  name: 'PlannedPairingState',
  description: 'Where a pairing stands in a plan.',
  valuesMap: {
    PLACED: { description: 'Has a time in the draft.' },
    UNPLACED: { description: 'Has no time; the reason is told.' },
    BOOKED: { description: 'Its sessions are booked.' },
    TAKEN: { description: 'Its time was booked by somebody else meanwhile; it is planned again.' },
    DROPPED: { description: 'Wanted no sessions any more when the plan was published.' },
  },
});

export const PlannedFilterName = {
  ALL: 'all',
  PLACED: 'placed',
  UNPLACED: 'unplaced',
  CHANGED: 'changed',
  LOCKED: 'locked',
  BOOKED: 'booked',
} as const;
registerEnumType(PlannedFilterName, {
  name: 'PlannedPairingFilter',
  description: 'Which pairings of a plan to list.',
  valuesMap: {
    ALL: { description: 'All.' },
    PLACED: { description: 'With a time that is not booked yet.' },
    UNPLACED: { description: 'Without a time.' },
    CHANGED: { description: 'Changed by the last run.' },
    LOCKED: { description: 'Locked.' },
    BOOKED: { description: 'Booked.' },
  },
});

export const RelaxationName = Object.fromEntries(
  RELAXATIONS.map((each) => [each.toUpperCase(), each]),
);
registerEnumType(RelaxationName, {
  name: 'PlanRelaxation',
  description: 'One condition that, given up alone, would give a pairing times.',
});

@ObjectType({ description: 'One change that would give a pairing times.' })
export class PlanHelp {
  @Field(() => RelaxationName, { description: 'Which condition.' })
  relaxation!: string;

  @Field(() => Int, { description: 'How many rhythms it would make possible.' })
  times!: number;

  @Field({ description: 'In words.' })
  words!: string;
}

@ObjectType({ description: 'One pairing in the plan of a quarter.' })
export class PlannedPairing {
  @Field(() => ID, { description: 'Identifier within all plans.' })
  id!: string;

  @Field(() => ID, { description: 'The pairing.' })
  pairingId!: string;

  @Field(() => SessionPerson, { description: 'The executive.' })
  executive!: SessionPerson;

  @Field(() => SessionPerson, { description: 'The champion.' })
  champion!: SessionPerson;

  @Field(() => PlannedStateName, { description: 'Where it stands.' })
  state!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The proposed rhythm in words, on the executive’s clock.',
  })
  rhythm!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The rhythm in the run before, where that was another one.',
  })
  rhythmBefore!: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'Day of the first session.' })
  firstOn!: string | null;

  @Field(() => Int, { description: 'Sessions in the quarter.' })
  sessions!: number;

  @Field(() => [String], { description: 'Dates left out, with the cause.' })
  leftOut!: string[];

  @Field(() => String, { nullable: true, description: 'Why it has no time.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'The same as a code.' })
  reasonCode!: string | null;

  @Field(() => [PlanHelp], { description: 'What would help, most helpful first.' })
  helps!: PlanHelp[];

  @Field({ description: 'Whether planning again leaves its time alone.' })
  isLocked!: boolean;
}

export const PlannedPairingConnection = connectionOf(PlannedPairing);

@ObjectType({ description: 'How many pairings of a plan are what.' })
export class QuarterPlanCounts {
  @Field(() => Int, { description: 'Pairings in the plan.' }) total!: number;
  @Field(() => Int, { description: 'With a time that is not booked yet.' }) placed!: number;
  @Field(() => Int, { description: 'Without a time.' }) unplaced!: number;
  @Field(() => Int, { description: 'Booked.' }) booked!: number;
  @Field(() => Int, { description: 'That wanted no sessions any more.' }) dropped!: number;
  @Field(() => Int, { description: 'Locked.' }) locked!: number;
  @Field(() => Int, { description: 'That leave out one date.' }) withDateLeftOut!: number;
  @Field(() => Int, { description: 'Sessions in all.' }) sessions!: number;
  @Field(() => Int, { description: 'Moved by the last run.' }) moved!: number;
  @Field(() => Int, { description: 'That the last run gave a time.' }) gained!: number;
  @Field(() => Int, { description: 'That lost their time in the last run.' }) lost!: number;
  @Field(() => Int, { description: 'In the last run for the first time.' }) joined!: number;
}

@ObjectType({ description: 'A quarter planned for the whole network.' })
export class QuarterPlan {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => DayScalar, { description: 'First day of the quarter.' })
  startsOn!: string;

  @Field(() => DayScalar, { description: 'Last day of the quarter.' })
  endsOn!: string;

  @Field(() => PlanStateName, { description: 'How far it is.' })
  state!: string;

  @Field(() => Int, { description: 'Per cent done while it is made or published.' })
  progress!: number;

  @Field(() => String, { nullable: true, description: 'What went wrong last, and what to do.' })
  failure!: string | null;

  @Field(() => InstantScalar, { description: 'When it was begun.' })
  createdAt!: Date;

  @Field(() => InstantScalar, { nullable: true, description: 'When the last run ended.' })
  plannedAt!: Date | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When booking begins; until then nobody is told anything.',
  })
  publishAt!: Date | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When all was booked.' })
  publishedAt!: Date | null;

  @Field(() => Int, { description: 'Rises with each change; send it back with a change.' })
  version!: number;

  @Field(() => Int, {
    description: 'Pairings left out because their sessions reach the end of the quarter already.',
  })
  alreadyBooked!: number;

  @Field(() => QuarterPlanCounts, { description: 'How many pairings are what.' })
  counts!: QuarterPlanCounts;
}

@InputType({ description: 'A quarter to plan.' })
export class StartQuarterPlanInput {
  @Field(() => DayScalar, { description: 'First day, from today to eight weeks ahead.' })
  startsOn!: string;
}

@InputType({ description: 'A plan.' })
export class QuarterPlanInput {
  @Field(() => ID, { description: 'The plan.' })
  planId!: string;
}

@InputType({ description: 'A plan as it was shown.' })
export class QuarterPlanChangeInput {
  @Field(() => ID, { description: 'The plan.' })
  planId!: string;

  @Field(() => Int, { description: 'The version that was shown.' })
  version!: number;
}

@InputType({ description: 'A plan to publish.' })
export class PublishQuarterPlanInput extends QuarterPlanChangeInput {
  @Field(() => ID, {
    description: 'A random UUID made for this press of the button; the same one publishes once.',
  })
  key!: string;
}

@InputType({ description: 'Times to lock or unlock.' })
export class LockPlannedPairingsInput {
  @Field(() => ID, { description: 'The plan.' })
  planId!: string;

  @Field(() => [ID], { description: 'Pairings in it.' })
  pairingIds!: string[];

  @Field({ description: 'True to lock, false to unlock.' })
  isLocked!: boolean;
}

@ObjectType({ description: 'The plan after the change.' })
export class QuarterPlanPayload {
  @Field(() => QuarterPlan, { description: 'The plan.' })
  plan!: QuarterPlan;
}

export const StartQuarterPlanResult = payloadOrRefusal(
  'StartQuarterPlanResult',
  QuarterPlanPayload,
);
export const ChangeQuarterPlanResult = payloadOrRefusal(
  'ChangeQuarterPlanResult',
  QuarterPlanPayload,
);
