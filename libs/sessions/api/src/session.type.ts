import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DayScalar, InstantScalar, LocalTimeScalar, TimeZoneScalar } from '@flipside/platform-api';

export const SessionStatusName = {
  OFFERED: 'offered',
  BOOKED: 'booked',
  HELD: 'held',
  NOT_HELD: 'not_held',
  UNCONFIRMED: 'unconfirmed',
  SKIPPED: 'skipped',
  CANCELLED: 'cancelled',
  EXPIRED: 'expired',
} as const;
export type SessionStatusName = (typeof SessionStatusName)[keyof typeof SessionStatusName];

registerEnumType(SessionStatusName, {
  name: 'SessionStatus',
  description: 'State of a session. A moved session stays booked.',
  valuesMap: {
    OFFERED: { description: 'A hold that waits for the other side.' },
    BOOKED: { description: 'Agreed; after its end it waits for a word.' },
    HELD: { description: 'Took place.' },
    NOT_HELD: { description: 'Did not take place, and was not called off.' },
    UNCONFIRMED: { description: 'Nobody said within two weeks what happened.' },
    SKIPPED: { description: 'Left out of its series.' },
    CANCELLED: { description: 'Called off.' },
    EXPIRED: { description: 'An offer that ran out.' },
  },
});

export const SessionSideName = { EXECUTIVE: 'executive', CHAMPION: 'champion' } as const;
export type SessionSideName = (typeof SessionSideName)[keyof typeof SessionSideName];

registerEnumType(SessionSideName, {
  name: 'SessionSide',
  description: 'One of the two people of a session.',
  valuesMap: {
    EXECUTIVE: { description: 'The executive.' },
    CHAMPION: { description: 'The champion.' },
  },
});

export const AbsentSideName = { ...SessionSideName, BOTH: 'both' } as const;
export type AbsentSideName = (typeof AbsentSideName)[keyof typeof AbsentSideName];

registerEnumType(AbsentSideName, {
  name: 'AbsentSide',
  description: 'Who was missing from a session that was not held.',
  valuesMap: {
    EXECUTIVE: { description: 'The executive.' },
    CHAMPION: { description: 'The champion.' },
    BOTH: { description: 'Both.' },
  },
});

export const SkipReasonName = {
  EXECUTIVE_AWAY: 'executive_away',
  CHAMPION_AWAY: 'champion_away',
  HOLIDAY: 'holiday',
  OTHER_WORK: 'other_work',
  NOTHING_NEW: 'nothing_new',
} as const;
export type SkipReasonName = (typeof SkipReasonName)[keyof typeof SkipReasonName];

registerEnumType(SkipReasonName, {
  name: 'SkipReason',
  description: 'Why a session is skipped or cancelled. None has to be given.',
  valuesMap: {
    EXECUTIVE_AWAY: { description: 'The executive is away.' },
    CHAMPION_AWAY: { description: 'The champion is away.' },
    HOLIDAY: { description: 'A public holiday.' },
    OTHER_WORK: { description: 'Other work comes first.' },
    NOTHING_NEW: { description: 'There is nothing to talk about this time.' },
  },
});

@ObjectType({ description: 'A person of a session, by name.' })
export class SessionPerson {
  @Field(() => ID, { description: 'Identifier of the person.' })
  id!: string;

  @Field({ description: 'Full name.' })
  name!: string;
}

@ObjectType({
  description:
    'A stretch of time as one person’s clock shows it. Print these parts; convert nothing.',
})
export class WallSpan {
  @Field(() => TimeZoneScalar, { description: 'The zone of this clock.' })
  zone!: string;

  @Field({ description: 'The zone’s town, for example "Berlin".' })
  place!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The same town, when the reader is on a journey then and this is the clock over there.',
  })
  elsewhere!: string | null;

  @Field(() => Int, { description: 'Minutes east of UTC at the start.' })
  offsetMinutes!: number;

  @Field({ description: 'The offset in words, for example "UTC+1".' })
  offset!: string;

  @Field(() => DayScalar, { description: 'Day of the start.' })
  day!: string;

  @Field({ description: 'The day in words, for example "Tue 16 Mar".' })
  dayInWords!: string;

  @Field(() => LocalTimeScalar, { description: 'Time of the start.' })
  startTime!: string;

  @Field(() => LocalTimeScalar, { description: 'Time of the end.' })
  endTime!: string;

  @Field({ description: 'Both times in words, for example "9:00–9:30".' })
  timeInWords!: string;
}

@ObjectType({ description: 'Somebody else’s clock, where it differs from the reader’s.' })
export class OtherClock {
  @Field({ description: 'Whose clock.' })
  name!: string;

  @Field(() => WallSpan, { description: 'What it shows.' })
  time!: WallSpan;
}

@ObjectType('Session', { description: 'One planned meeting of a pairing.' })
export class SessionType {
  @Field(() => ID, { description: 'Identifier of the session.' })
  id!: string;

  @Field(() => ID, { description: 'The pairing it belongs to.' })
  pairingId!: string;

  @Field(() => ID, {
    description: 'The series it belongs to; a single session has one of its own.',
  })
  seriesId!: string;

  @Field(() => SessionStatusName, { description: 'State.' })
  status!: SessionStatusName;

  @Field({ description: 'The state in words, with a mark when it was moved.' })
  statusInWords!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was skipped or cancelled, in words.',
  })
  reasonInWords!: string | null;

  @Field(() => AbsentSideName, {
    nullable: true,
    description: 'Who was missing, if it was not held.',
  })
  absentSide!: AbsentSideName | null;

  @Field({ description: 'True when the two people said different things about it.' })
  isDisputed!: boolean;

  @Field(() => [String], {
    description: 'What its people should look at before it, in words; empty for others.',
  })
  attentionInWords!: string[];

  @Field({ description: 'True when it was given another time than planned.' })
  isMoved!: boolean;

  @Field(() => InstantScalar, { description: 'Start.' })
  startsAt!: Date;

  @Field(() => InstantScalar, { description: 'End.' })
  endsAt!: Date;

  @Field(() => Int, { description: 'Length in minutes.' })
  minutes!: number;

  @Field({ description: 'True once the end has passed.' })
  hasEnded!: boolean;

  @Field(() => WallSpan, { description: 'On the reader’s clock.' })
  yourTime!: WallSpan;

  @Field(() => [OtherClock], { description: 'On the other people’s clocks, where they differ.' })
  otherTimes!: OtherClock[];

  @Field(() => SessionPerson, { description: 'The executive.' })
  executive!: SessionPerson;

  @Field(() => SessionPerson, { description: 'The champion.' })
  champion!: SessionPerson;

  @Field(() => SessionSideName, {
    nullable: true,
    description: 'Which of the two the reader is; null for others.',
  })
  viewerSide!: SessionSideName | null;

  @Field(() => SessionPerson, {
    nullable: true,
    description: 'For whom the reader looks after it, as a delegate.',
  })
  onBehalfOf!: SessionPerson | null;

  @Field(() => String, { nullable: true, description: 'Where to join. For the two people only.' })
  meetingLink!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it is for, in one line. For the two people only.',
  })
  agenda!: string | null;

  @Field(() => Int, { description: 'Rises with every change; send it back with a change.' })
  version!: number;

  @Field({ description: 'Whether the reader can move it now.' })
  viewerCanMove!: boolean;

  @Field({ description: 'Whether the reader can offer the other side other times now.' })
  viewerCanPropose!: boolean;

  @Field({ description: 'Whether the reader can skip it now.' })
  viewerCanSkip!: boolean;

  @Field({ description: 'Whether the reader can cancel it now.' })
  viewerCanCancel!: boolean;

  @Field({ description: 'Whether the reader can bring it back now.' })
  viewerCanRestore!: boolean;

  @Field({ description: 'Whether the reader can say now what came of it.' })
  viewerCanRecord!: boolean;
}
