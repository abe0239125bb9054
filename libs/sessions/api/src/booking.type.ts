import type { Type } from '@nestjs/common';
import {
  createUnionType,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';
import { DayScalar, InstantScalar, Refusal } from '@flipside/platform-api';
import {
  SESSION_REFUSALS,
  type SessionRefusal,
  type SessionRefusalCode,
} from '@flipside/sessions-domain';
import {
  OtherClock,
  SessionPerson,
  SessionType,
  SkipReasonName,
  WallSpan,
} from './session.type.js';

const codes = Object.fromEntries(Object.keys(SESSION_REFUSALS).map((code) => [code, code]));
registerEnumType(codes, {
  name: 'SessionRefusalCode',
  description: 'Why something about sessions cannot be done now.',
});

export const OptionKindName = {
  BEST: 'best',
  SOONEST: 'soonest',
  OTHER_TIME: 'other_time',
} as const;
export type OptionKindName = (typeof OptionKindName)[keyof typeof OptionKindName];
registerEnumType(OptionKindName, {
  name: 'SessionOptionKind',
  description: 'What a time is offered as.',
  valuesMap: {
    BEST: { description: 'Suits both best.' },
    SOONEST: { description: 'The soonest day that suits both.' },
    OTHER_TIME: { description: 'Another weekday or part of the day.' },
  },
});

@ObjectType({ description: 'A single time that suits both people.' })
export class TimeOption {
  @Field(() => InstantScalar, { description: 'Start.' })
  startsAt!: Date;

  @Field(() => WallSpan, { description: 'On the reader’s clock.' })
  yourTime!: WallSpan;

  @Field(() => [OtherClock], { description: 'On the other people’s clocks, where they differ.' })
  otherTimes!: OtherClock[];
}

@ObjectType('SessionOption', {
  description:
    'One of the times an executive chooses from: a first session and the rhythm that follows.',
})
export class SessionOptionType {
  @Field(() => ID, {
    description: 'First date as wall time in the executive’s zone; send it back to book.',
  })
  id!: string;

  @Field(() => OptionKindName, { description: 'What it is offered as.' })
  kind!: OptionKindName;

  @Field({ description: 'A button’s words, for example "Tue 9:30".' })
  label!: string;

  @Field(() => TimeOption, { description: 'The first session.' })
  first!: TimeOption;

  @Field(() => Int, { description: 'Weeks between sessions.' })
  everyWeeks!: number;

  @Field(() => [DayScalar], {
    description: 'Days of all sessions that take place, in the executive’s zone.',
  })
  days!: string[];

  @Field(() => [String], { description: 'Why this time, and what to know of it.' })
  reasons!: string[];
}

@ObjectType({ description: 'A pairing that waits for a first time, with three that suit both.' })
export class PairingToBook {
  @Field(() => ID, { description: 'Identifier of the pairing.' })
  pairingId!: string;

  @Field(() => SessionPerson, { description: 'The executive.' })
  executive!: SessionPerson;

  @Field(() => SessionPerson, { description: 'The champion.' })
  champion!: SessionPerson;

  @Field(() => Int, { description: 'Length of a session in minutes.' })
  minutes!: number;

  @Field(() => [SessionOptionType], { description: 'Three times; fewer when fewer suit both.' })
  options!: SessionOptionType[];
}

@ObjectType('SessionRefusal', {
  implements: () => Refusal,
  description: 'Something about sessions that cannot be done now.',
})
export class SessionRefusalType extends Refusal {
  @Field(() => codes, { description: 'The reason, for programs.' })
  code!: SessionRefusalCode;

  @Field(() => [SessionOptionType], {
    description: 'Fresh times for the series, when one was just taken.',
  })
  options!: SessionOptionType[];

  @Field(() => [TimeOption], {
    description: 'Fresh times for the session, when one was just taken.',
  })
  times!: TimeOption[];
}

/** A command's refusal as the API's answer, with fresh times where there are some. */
export const refusalOf = (
  refusal: SessionRefusal,
  fresh: { options?: SessionOptionType[]; times?: TimeOption[] } = {},
): SessionRefusalType =>
  Object.assign(new SessionRefusalType(), refusal, { options: [], times: [], ...fresh });

/** The answer of a mutation: what it did, or the refusal. */
export const payloadOrRefusal = <P extends object>(
  name: string,
  Payload: Type<P>,
): P | SessionRefusalType =>
  createUnionType({
    name,
    description: 'What was done, or why it cannot be done now.',
    types: () => [Payload, SessionRefusalType] as const,
    resolveType: (value: object) =>
      value instanceof SessionRefusalType ? SessionRefusalType : Payload,
  });

@InputType({ description: 'The chosen one of the offered times.' })
export class BookSeriesInput {
  @Field(() => ID, { description: 'The pairing.' })
  pairingId!: string;

  @Field(() => ID, {
    description: 'Identifier of the option: first date as wall time in the executive’s zone.',
  })
  optionId!: string;

  @Field(() => ID, {
    description: 'A random UUID made when the times are shown; the same one never books twice.',
  })
  idempotencyKey!: string;
}

@InputType({ description: 'One more session beside the series.' })
export class BookSessionInput {
  @Field(() => ID, { description: 'The pairing.' })
  pairingId!: string;

  @Field(() => InstantScalar, { description: 'Start.' })
  startsAt!: Date;

  @Field(() => ID, {
    description: 'A random UUID made when the times are shown; the same one never books twice.',
  })
  idempotencyKey!: string;
}

@InputType({ description: 'Another time for a session.' })
export class MoveSessionInput {
  @Field(() => ID, { description: 'The session.' })
  sessionId!: string;

  @Field(() => InstantScalar, { description: 'New start.' })
  startsAt!: Date;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that was shown; left out, the newest is meant.',
  })
  version?: number | null;
}

@InputType({ description: 'Two sessions of one person that change places.' })
export class SwapSessionsInput {
  @Field(() => ID, { description: 'The session.' })
  sessionId!: string;

  @Field(() => ID, { description: 'The session whose time it takes, and that takes its time.' })
  withSessionId!: string;
}

@InputType({ description: 'Where a session and the coming ones of its series are held.' })
export class SetMeetingLinkInput {
  @Field(() => ID, { description: 'The session.' })
  sessionId!: string;

  @Field({ description: 'An address that begins with https://; empty takes the old one away.' })
  meetingLink!: string;
}

@InputType({ description: 'What stands about a session of which two things were said.' })
export class DecideDisputeInput {
  @Field(() => ID, { description: 'The session.' })
  sessionId!: string;

  @Field({ description: 'Whether it took place.' })
  tookPlace!: boolean;
}

@InputType({ description: 'A session that does not take place.' })
export class CallOffSessionInput {
  @Field(() => ID, { description: 'The session.' })
  sessionId!: string;

  @Field(() => SkipReasonName, { nullable: true, description: 'Why; may be left out.' })
  reason?: SkipReasonName | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that was shown; left out, the newest is meant.',
  })
  version?: number | null;
}

@InputType({ description: 'The session that is meant.' })
export class SessionInput {
  @Field(() => ID, { description: 'The session.' })
  sessionId!: string;
}

@InputType({ description: 'The series that is meant.' })
export class SeriesInput {
  @Field(() => ID, { description: 'The series.' })
  seriesId!: string;
}

@ObjectType({ description: 'What was booked.' })
export class BookedPayload {
  @Field(() => ID, { description: 'The new series.' })
  seriesId!: string;

  @Field(() => [SessionType], {
    description: 'Its sessions in order, with dates that are left out.',
  })
  sessions!: SessionType[];
}

@ObjectType({ description: 'A session after a change.' })
export class SessionPayload {
  @Field(() => SessionType, { description: 'As it is now.' })
  session!: SessionType;
}

@ObjectType({ description: 'A booking that was taken back.' })
export class UndoneBookingPayload {
  @Field(() => ID, { description: 'The pairing that waits for a time again.' })
  pairingId!: string;
}

export const BookSeriesResult = payloadOrRefusal('BookSeriesResult', BookedPayload);
export const BookSessionResult = payloadOrRefusal('BookSessionResult', BookedPayload);
export const ChangeSessionResult = payloadOrRefusal('ChangeSessionResult', SessionPayload);
export const UndoBookingResult = payloadOrRefusal('UndoBookingResult', UndoneBookingPayload);
