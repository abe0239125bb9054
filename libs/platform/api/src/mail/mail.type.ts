import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Refusal } from '../errors.js';
import { EmailScalar, InstantScalar } from '../scalars.js';
import { MAIL_REFUSAL_CODES, type MailRefusalCode } from './mail-refusals.js';

export const MailStateType = {
  QUEUED: 'queued',
  SENT: 'sent',
  KEPT: 'kept',
  FAILED: 'failed',
  DROPPED: 'dropped',
} as const;
export type MailStateType = (typeof MailStateType)[keyof typeof MailStateType];

registerEnumType(MailStateType, {
  name: 'MailState',
  description: 'How far a mail has come.',
  valuesMap: {
    QUEUED: { description: 'Waits to be sent, or to be tried again.' },
    SENT: { description: 'The mail server has taken it.' },
    KEPT: { description: 'Kept here, because no mail server was set.' },
    FAILED: { description: 'Given up after many tries.' },
    DROPPED: { description: 'Not sent, because what it was about had changed.' },
  },
});

@ObjectType('MailMessage', { description: 'A mail as it was decided.' })
export class MailMessageType {
  @Field(() => ID, { description: 'Identifier of the mail.' })
  id!: string;

  @Field({ description: 'What it is about, in one word.' })
  kind!: string;

  @Field(() => MailStateType, { description: 'How far it has come.' })
  state!: MailStateType;

  @Field({ description: 'Name of the recipient.' })
  toName!: string;

  @Field(() => EmailScalar, { description: 'Address of the recipient.' })
  toEmail!: string;

  @Field({ description: 'Subject line.' })
  subject!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The text. Null for sign-in links, which only their recipient may read.',
  })
  text!: string | null;

  @Field(() => String, { nullable: true, description: 'Source of the calendar part, iCalendar.' })
  calendar!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the calendar part asks for: REQUEST or CANCEL.',
  })
  calendarMethod!: string | null;

  @Field(() => Int, { description: 'How often sending was tried.' })
  attempts!: number;

  @Field(() => String, {
    nullable: true,
    description: 'What the mail server said last, if it refused.',
  })
  lastError!: string | null;

  @Field(() => InstantScalar, { description: 'When it was decided.' })
  createdAt!: Date;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was sent or kept.' })
  sentAt!: Date | null;

  @Field({ description: 'True when an administrator may try it again.' })
  isRetriable!: boolean;
}

@ObjectType({ description: 'How many mails are in a state.' })
export class MailStateCount {
  @Field(() => MailStateType, { description: 'The state.' })
  state!: MailStateType;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'Whether and how mail leaves this installation.' })
export class MailDelivery {
  @Field({ description: 'True when a mail server is set.' })
  isConfigured!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The mail server as host:port; null when none is set.',
  })
  server!: string | null;

  @Field({ description: 'The mailbox that mails come from.' })
  from!: string;

  @Field({ description: 'What an operator can do, in words.' })
  advice!: string;

  @Field(() => [MailStateCount], { description: 'Mails by state; states without any are absent.' })
  counts!: MailStateCount[];
}

@InputType({ description: 'Which mails to list; what is left out is not asked for.' })
export class MailFilter {
  @Field(() => MailStateType, { nullable: true, description: 'In this state.' })
  state?: MailStateType | null;

  @Field(() => String, {
    nullable: true,
    description: 'Part of the recipient’s name or address, or of the subject.',
  })
  text?: string | null;
}

@InputType({ description: 'Which mail to try again.' })
export class RetryMailInput {
  @Field(() => ID, { description: 'Identifier of the mail.' })
  id!: string;
}

@ObjectType({ description: 'The mail that will be tried again.' })
export class RetryMailPayload {
  @Field(() => MailMessageType, { description: 'The mail as it is now.' })
  mail!: MailMessageType;
}

const codes = Object.fromEntries(MAIL_REFUSAL_CODES.map((code) => [code, code]));
registerEnumType(codes, {
  name: 'MailRefusalCode',
  description: 'Why a mail cannot be tried again.',
});

@ObjectType('MailRefusal', {
  implements: () => Refusal,
  description: 'Why a mail cannot be tried again.',
})
export class MailRefusalType extends Refusal {
  @Field(() => codes, { description: 'The reason, for programs.' })
  code!: MailRefusalCode;
}
