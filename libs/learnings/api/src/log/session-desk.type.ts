import { InstantScalar, TimeZoneScalar } from '@flipside/platform-api';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A session that waits for a word from the viewer.' })
export class SessionTask {
  @Field(() => ID, { description: 'The session.' })
  sessionId!: string;

  @Field(() => InstantScalar, { description: 'When it begins or began.' })
  startsAt!: Date;

  @Field(() => InstantScalar, { description: 'When it ends or ended.' })
  endsAt!: Date;

  @Field(() => Int, { description: 'Length in minutes.' })
  durationMin!: number;

  @Field(() => TimeZoneScalar, {
    description: 'The zone whose clock the viewer follows then: on a journey, the one over there.',
  })
  zone!: string;

  @Field({ description: 'Name of the other person.' })
  otherName!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'What the other person already said about having met, if anything.',
  })
  otherSaysMet!: boolean | null;
}

@ObjectType({ description: 'What came of the last session that was held in a pairing.' })
export class LastTime {
  @Field(() => ID, { description: 'The session.' })
  sessionId!: string;

  @Field(() => ID, { description: 'The pairing.' })
  pairingId!: string;

  @Field(() => InstantScalar, { description: 'When it began.' })
  startsAt!: Date;

  @Field({ description: 'Name of the other person.' })
  otherName!: string;

  @Field(() => [String], { description: 'Topics ticked.' })
  topics!: string[];

  @Field({ description: 'What changes, in one line; empty when nothing was written.' })
  changeLine!: string;

  @Field({ description: 'What comes next; empty when nothing was agreed.' })
  nextStep!: string;
}

@ObjectType({ description: 'A session soon to come, with what the champion needs to prepare it.' })
export class SessionToPrepare {
  @Field(() => SessionTask, { description: 'The session.' })
  session!: SessionTask;

  @Field(() => LastTime, { nullable: true, description: 'The last session held with this person.' })
  lastTime!: LastTime | null;
}
