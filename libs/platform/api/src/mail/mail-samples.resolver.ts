import { Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Roles } from '../viewer.js';
import { MailSamples, type ShownMail } from './mail-samples.js';

@ObjectType('MailSample', {
  description: 'A mail as people get it, with invented names and times.',
})
export class MailSampleType {
  @Field(() => ID, { description: 'Its kind and its place; its look is at /mail-samples/<id>.' })
  id!: string;

  @Field({ description: 'Short word of the outbox.' })
  kind!: string;

  @Field({ description: 'When it is sent.' })
  occasion!: string;

  @Field({ description: 'To whom, by an invented name.' })
  toName!: string;

  @Field({ description: 'Subject line.' })
  subject!: string;

  @Field({ description: 'Its plain text.' })
  text!: string;

  @Field({ description: 'Whether a calendar invitation, or what becomes of one, comes with it.' })
  hasInvitation!: boolean;
}

@Resolver()
export class MailSamplesResolver {
  constructor(private readonly samples: MailSamples) {}

  @Query(() => [MailSampleType], {
    description: 'Every mail that the product sends, with invented names and times.',
  })
  @Roles('ADMINISTRATOR', 'HR_LEAD')
  mailSamples(): Promise<readonly ShownMail[]> {
    return this.samples.all();
  }
}
