import { Args, createUnionType, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { connectionOf, PageArgs, type Connection } from '../connection.js';
import { barrier } from '../errors.js';
import { Roles } from '../viewer.js';
import { MailOutboxReader } from './mail-outbox.reader.js';
import {
  MailDelivery,
  MailFilter,
  MailMessageType,
  MailRefusalType,
  RetryMailInput,
  RetryMailPayload,
} from './mail.type.js';
import { RetryMail } from './retry-mail.js';

@ObjectType({ description: 'A page of mails.' })
export class MailMessageConnection extends connectionOf(MailMessageType, 'MailMessage') {}

const RetryMailResult = createUnionType({
  name: 'RetryMailResult',
  description: 'The mail that will be tried again, or why it cannot be.',
  types: () => [RetryMailPayload, MailRefusalType] as const,
  resolveType: (value: object) =>
    value instanceof MailRefusalType ? MailRefusalType : RetryMailPayload,
});

@Resolver()
export class MailOutboxResolver {
  constructor(
    private readonly reader: MailOutboxReader,
    private readonly retrying: RetryMail,
  ) {}

  @Query(() => MailMessageConnection, { description: 'Mails of this installation, latest first.' })
  @Roles('ADMINISTRATOR')
  mailMessages(
    @Args() page: PageArgs,
    @Args('filter', { type: () => MailFilter, nullable: true, description: 'Which mails.' })
    filter: MailFilter | null,
  ): Promise<Connection<MailMessageType>> {
    return this.reader.page(filter ?? {}, page);
  }

  @Query(() => MailMessageType, { description: 'One mail.' })
  @Roles('ADMINISTRATOR')
  async mailMessage(
    @Args('id', { type: () => ID, description: 'Identifier of the mail.' }) id: string,
  ): Promise<MailMessageType> {
    return (await this.reader.byId(id)) ?? notFound();
  }

  @Query(() => MailDelivery, { description: 'Whether and how mail leaves this installation.' })
  @Roles('ADMINISTRATOR')
  mailDelivery(): Promise<MailDelivery> {
    return this.reader.delivery();
  }

  @Mutation(() => RetryMailResult, { description: 'Tries a kept or failed mail again.' })
  @Roles('ADMINISTRATOR')
  async retryMail(
    @Args('input', { description: 'Which mail.' }) input: RetryMailInput,
  ): Promise<typeof RetryMailResult> {
    const result = await this.retrying.run(input);
    if (!result.ok) return Object.assign(new MailRefusalType(), result.refusal);
    return { mail: (await this.reader.byId(result.value.id)) ?? notFound() };
  }
}

function notFound(): never {
  throw barrier('NOT_FOUND');
}
