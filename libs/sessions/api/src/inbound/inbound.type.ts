import { Field, ID, ObjectType } from '@nestjs/graphql';
import { InstantScalar } from '@flipside/platform-api';

@ObjectType({
  description:
    'A mail that came to the platform’s mailbox. Its subject and its words are not kept.',
})
export class InboundMail {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Address of the sender; null when there is none, or more than one.',
  })
  from!: string | null;

  @Field(() => InstantScalar, { description: 'When it came.' })
  receivedAt!: Date;

  @Field({ description: 'What it was, as far as a program can tell.' })
  what!: string;

  @Field({ description: 'What came of it.' })
  label!: string;

  @Field({ description: 'Why, and what can be done about it.' })
  why!: string;

  @Field({ description: 'True when nothing was done.' })
  isRefused!: boolean;
}

@ObjectType({ description: 'How mail comes in, and whether it does.' })
export class InboundWay {
  @Field({ description: 'The platform’s mailbox.' })
  mailbox!: string;

  @Field({ description: 'How it is read, in words.' })
  how!: string;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When the mailbox was read last; null where a relay brings mail.',
  })
  readAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it could not be read the last time; null when it could.',
  })
  problem!: string | null;
}
