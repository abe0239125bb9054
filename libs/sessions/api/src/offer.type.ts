import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InstantScalar } from '@flipside/platform-api';
import { TimeOption, payloadOrRefusal } from './booking.type.js';
import { SessionPerson, WallSpan } from './session.type.js';

export const OfferKindName = { MAKE_UP: 'make_up', MOVE: 'move' } as const;
export type OfferKindName = (typeof OfferKindName)[keyof typeof OfferKindName];
registerEnumType(OfferKindName, {
  name: 'SessionOfferKind',
  description: 'What held times are for.',
  valuesMap: {
    MAKE_UP: { description: 'Another session for one that fell through.' },
    MOVE: { description: 'Other times for a session that is booked.' },
  },
});

export const RhythmAnswerName = { OTHER_HOUR: 'other_hour', PAUSE: 'pause', KEEP: 'keep' } as const;
export type RhythmAnswerName = (typeof RhythmAnswerName)[keyof typeof RhythmAnswerName];
registerEnumType(RhythmAnswerName, {
  name: 'RhythmAnswer',
  description: 'What helps after two sessions in a row fell through.',
  valuesMap: {
    OTHER_HOUR: { description: 'Another usual hour.' },
    PAUSE: { description: 'A break.' },
    KEEP: { description: 'Neither: go on as before.' },
  },
});

@ObjectType({ description: 'One time that is held for both people.' })
export class HeldTime {
  @Field(() => ID, { description: 'The held session: send it back to take this time.' })
  sessionId!: string;

  @Field(() => TimeOption, { description: 'When.' })
  time!: TimeOption;

  @Field(() => String, {
    nullable: true,
    description: 'What to know about it: that it lies outside of somebody’s working hours.',
  })
  note!: string | null;
}

@ObjectType('SessionOffer', { description: 'Times that are held until somebody answers.' })
export class SessionOfferType {
  @Field(() => ID, { description: 'Identifier of the offer.' })
  id!: string;

  @Field(() => OfferKindName, { description: 'What the times are for.' })
  kind!: OfferKindName;

  @Field(() => ID, { description: 'The session that fell through, or that would move.' })
  aboutSessionId!: string;

  @Field(() => WallSpan, { description: 'When that session was, or is, on the reader’s clock.' })
  aboutTime!: WallSpan;

  @Field(() => SessionPerson, { description: 'The executive.' })
  executive!: SessionPerson;

  @Field(() => SessionPerson, { description: 'The champion.' })
  champion!: SessionPerson;

  @Field({ description: 'Whether the reader answers: the person asked, or a delegate who may.' })
  isYoursToAnswer!: boolean;

  @Field(() => SessionPerson, { description: 'The person whose side answers.' })
  answeredBy!: SessionPerson;

  @Field({ description: 'Whether the reader may say no to these times, or take them back.' })
  viewerCanLetGo!: boolean;

  @Field(() => SessionPerson, {
    nullable: true,
    description: 'For whom the reader looks after it, as a delegate.',
  })
  onBehalfOf!: SessionPerson | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who offered the times, and for whom; null when the programme did.',
  })
  proposedByName!: string | null;

  @Field(() => InstantScalar, { description: 'Until when the times are held.' })
  expiresAt!: Date;

  @Field({ description: 'The same on the reader’s clock, for example "Wed 13 Jan, 9:00".' })
  expiresInWords!: string;

  @Field(() => Int, { description: 'Which round of other times this is, from 1 to 3.' })
  round!: number;

  @Field(() => [HeldTime], { description: 'One to three times, soonest first.' })
  times!: HeldTime[];
}

@ObjectType({ description: 'Asked once after two sessions in a row fell through.' })
export class RhythmQuestion {
  @Field(() => ID, { description: 'Identifier of the question.' })
  id!: string;

  @Field(() => ID, { description: 'The pairing.' })
  pairingId!: string;

  @Field({ description: 'Why it is asked, in words.' })
  because!: string;

  @Field(() => SessionPerson, { description: 'The executive.' })
  executive!: SessionPerson;

  @Field(() => SessionPerson, { description: 'The champion.' })
  champion!: SessionPerson;

  @Field(() => ID, {
    nullable: true,
    description: 'The coming session whose usual hour could change; null when none is booked.',
  })
  nextSessionId!: string | null;

  @Field({
    description: 'Whether the reader may pause the pairing: its executive, not a delegate.',
  })
  viewerCanPause!: boolean;
}

@InputType({ description: 'Other times for a session, offered to the other side.' })
export class ProposeTimesInput {
  @Field(() => ID, { description: 'The session.' })
  sessionId!: string;

  @Field(() => [InstantScalar], { description: 'One to three starts.' })
  starts!: Date[];

  @Field(() => ID, {
    description: 'A random UUID made when the times are shown; the same one never offers twice.',
  })
  idempotencyKey!: string;
}

@InputType({ description: 'Another usual hour from one session on.' })
export class MoveFollowingInput {
  @Field(() => ID, { description: 'The first session that changes.' })
  sessionId!: string;

  @Field(() => InstantScalar, { description: 'Its new start; those after it follow.' })
  startsAt!: Date;

  @Field({
    defaultValue: true,
    description: 'Whether sessions that were moved by hand before keep their time.',
  })
  keepsMoved!: boolean;

  @Field(() => ID, {
    description: 'A random UUID made when the times are shown; the same one never moves twice.',
  })
  idempotencyKey!: string;
}

@InputType({ description: 'An answer to a question about the rhythm.' })
export class AnswerRhythmQuestionInput {
  @Field(() => ID, { description: 'The question.' })
  questionId!: string;

  @Field(() => RhythmAnswerName, { description: 'What was chosen.' })
  answer!: RhythmAnswerName;
}

@ObjectType({ description: 'A question that was answered.' })
export class AnsweredQuestionPayload {
  @Field(() => ID, { description: 'The question.' })
  questionId!: string;
}

export const AnswerRhythmQuestionResult = payloadOrRefusal(
  'AnswerRhythmQuestionResult',
  AnsweredQuestionPayload,
);
