import { InstantScalar } from '@flipside/platform-api';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  HandsOnShare,
  LoggedAbsence,
  ObservedBehaviour,
  SessionUsefulness,
} from '../learnings.enums.js';
import { resultOf } from '../learning-result.js';

@ObjectType({ description: 'What the champion said about a session. Only the two people read it.' })
export class SessionLog {
  @Field(() => ID, { description: 'The session it is about.' })
  sessionId!: string;

  @Field({ description: 'Whether they met.' })
  met!: boolean;

  @Field(() => LoggedAbsence, { nullable: true, description: 'Who could not come.' })
  absentSide!: LoggedAbsence | null;

  @Field(() => [String], { description: 'Topics ticked, at most 8. HR sees these.' })
  topics!: string[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the next step of the log before is done.',
  })
  lastStepDone!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was tried on real work.' })
  onRealWork!: boolean | null;

  @Field(() => HandsOnShare, { nullable: true, description: 'Share of hands-on work.' })
  handsOn!: HandsOnShare | null;

  @Field(() => [ObservedBehaviour], { description: 'What the champion saw, at most 3.' })
  behaviours!: ObservedBehaviour[];

  @Field({ description: 'What the executive will do differently, in one line.' })
  changeLine!: string;

  @Field({ description: 'What comes next.' })
  nextStep!: string;

  @Field({ description: 'What did not work.' })
  didNotWork!: string;

  @Field({ description: 'Name of the champion who logged it.' })
  authorName!: string;

  @Field(() => InstantScalar, { description: 'When it was logged.' })
  loggedAt!: Date;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was last changed.' })
  changedAt!: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'The executive’s own answer to “did you meet?”.',
  })
  executiveSaysMet!: boolean | null;

  @Field(() => Int, { description: 'Send it back when changing the log.' })
  version!: number;

  @Field({ description: 'Whether the viewer may change it now.' })
  viewerCanChange!: boolean;
}

@ObjectType({ description: 'One version of a log, for the two people only.' })
export class SessionLogVersion {
  @Field(() => InstantScalar, { description: 'When it was written.' })
  writtenAt!: Date;

  @Field({ description: 'Whether it corrected an earlier one.' })
  isCorrection!: boolean;

  @Field({ description: 'Whether they met.' })
  met!: boolean;

  @Field(() => [String], { description: 'Topics ticked.' })
  topics!: string[];

  @Field({ description: 'What the executive will do differently.' })
  changeLine!: string;

  @Field({ description: 'What comes next.' })
  nextStep!: string;

  @Field({ description: 'What did not work.' })
  didNotWork!: string;
}

@ObjectType({ description: 'A session ready to be logged: what the form already knows.' })
export class SessionLogForm {
  @Field(() => ID, { description: 'The session.' })
  sessionId!: string;

  @Field(() => ID, { description: 'The pairing it belongs to.' })
  pairingId!: string;

  @Field(() => InstantScalar, { description: 'When it began.' })
  startsAt!: Date;

  @Field(() => Int, { description: 'Length in minutes.' })
  durationMin!: number;

  @Field({ description: 'Name of the other person.' })
  otherName!: string;

  @Field(() => [String], { description: 'Topics to choose from, the likeliest first.' })
  offeredTopics!: string[];

  @Field({ description: 'The task that was prepared for it, for its two people; may be empty.' })
  plannedTask!: string;

  @Field(() => String, { nullable: true, description: 'The recipe that was prepared for it.' })
  plannedRecipe!: string | null;

  @Field({ description: 'The next step of the log before, for its two people; may be empty.' })
  lastNextStep!: string;

  @Field(() => SessionUsefulness, {
    nullable: true,
    description: 'How useful the viewer found the session. Nobody reads another’s answer.',
  })
  usefulness!: SessionUsefulness | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the viewer finds that the two fit. Nobody reads another’s answer.',
  })
  isGoodFit!: boolean | null;

  @Field(() => SessionLog, { nullable: true, description: 'The log, once there is one.' })
  log!: SessionLog | null;

  @Field({ description: 'Whether the viewer may log or change it now.' })
  viewerCanLog!: boolean;
}

@ObjectType({ description: 'All that HR sees of a session. It holds no words that anybody typed.' })
export class SessionFacts {
  @Field(() => ID, { description: 'The session.' })
  sessionId!: string;

  @Field({ description: 'The champion.' })
  championName!: string;

  @Field({ description: 'The executive.' })
  executiveName!: string;

  @Field(() => InstantScalar, { description: 'When it began.' })
  startsAt!: Date;

  @Field(() => Int, { description: 'Length in minutes.' })
  durationMin!: number;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether they met; null before anybody said.',
  })
  met!: boolean | null;

  @Field({ description: 'Whether the two people say different things about it.' })
  isDisputed!: boolean;

  @Field(() => [String], { description: 'Topics ticked.' })
  topics!: string[];
}

/** What either of the two says about a session: did they meet, and was it any good. */
@InputType({ isAbstract: true })
class AnswerInput {
  @Field(() => ID, { description: 'The session.' })
  sessionId!: string;

  @Field({ description: 'Whether they met.' })
  met!: boolean;

  @Field(() => SessionUsefulness, {
    nullable: true,
    description: 'How useful it was for the viewer’s own work; for nobody else to read.',
  })
  usefulness?: SessionUsefulness | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'False tells HR that one of the two thinks they do not fit, never which.',
  })
  isGoodFit?: boolean | null;
}

@InputType({ description: 'What is said about a session. Nothing but `met` is needed.' })
export class SessionLogInput extends AnswerInput {
  @Field(() => LoggedAbsence, {
    nullable: true,
    description: 'Who could not come, if they did not.',
  })
  absentSide?: LoggedAbsence | null;

  @Field(() => [String], { defaultValue: [], description: 'Up to 8 of the offered topics.' })
  topics!: string[];

  @Field(() => Boolean, { nullable: true, description: 'Tried on real work?' })
  onRealWork?: boolean | null;

  @Field(() => HandsOnShare, { nullable: true, description: 'Share of hands-on work.' })
  handsOn?: HandsOnShare | null;

  @Field(() => [ObservedBehaviour], {
    defaultValue: [],
    description: 'Up to 3 things the champion saw.',
  })
  behaviours!: ObservedBehaviour[];

  @Field({ defaultValue: '', description: 'What changes, at most 280 characters.' })
  changeLine!: string;

  @Field({ defaultValue: '', description: 'What comes next, at most 140 characters.' })
  nextStep!: string;

  @Field({ defaultValue: '', description: 'What did not work, at most 280 characters.' })
  didNotWork!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Is the next step of the log before done?',
  })
  lastStepDone?: boolean | null;
}

@InputType({ description: 'A new log.' })
export class LogSessionInput extends SessionLogInput {
  @Field(() => ID, {
    description: 'A UUID made when the form opened. Sending it twice saves once.',
  })
  submissionKey!: string;

  @Field(() => InstantScalar, {
    nullable: true,
    description:
      'When it was written, if it could not be sent at once. Later words outweigh earlier.',
  })
  writtenAt?: Date | null;
}

@InputType({ description: 'A changed log.' })
export class ChangeSessionLogInput extends SessionLogInput {
  @Field(() => Int, { description: 'The version that was on screen.' })
  version!: number;
}

@InputType({ description: 'The executive’s answer to “did you meet?”.' })
export class ConfirmSessionInput extends AnswerInput {}

@ObjectType({ description: 'The log as saved.' })
export class SessionLogPayload {
  @Field(() => SessionLog, { description: 'The log.' })
  log!: SessionLog;
}

@ObjectType({ description: 'The session after the executive answered.' })
export class ConfirmSessionPayload {
  @Field(() => ID, { description: 'The session.' })
  sessionId!: string;

  @Field({ description: 'Whether the two people now say different things.' })
  isDisputed!: boolean;
}

export const LogSessionResult = resultOf(
  'LogSessionResult',
  'The saved log, or why it was not saved.',
  SessionLogPayload,
);
export const ChangeSessionLogResult = resultOf(
  'ChangeSessionLogResult',
  'The changed log, or why it was not changed.',
  SessionLogPayload,
);
export const ConfirmSessionResult = resultOf(
  'ConfirmSessionResult',
  'The answer as saved, or why it was not.',
  ConfirmSessionPayload,
);
