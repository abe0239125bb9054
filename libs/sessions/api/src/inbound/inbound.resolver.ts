import { Args, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { connectionOf, PageArgs, Roles, type Connection } from '@flipside/platform-api';
import { InboundReader } from './inbound.reader.js';
import { InboundMail, InboundWay } from './inbound.type.js';

@ObjectType({ description: 'A page of incoming mails.' })
export class InboundMailConnection extends connectionOf(InboundMail, 'InboundMail') {}

@Resolver()
export class InboundResolver {
  constructor(private readonly inbound: InboundReader) {}

  @Query(() => InboundMailConnection, { description: 'Mails that came in, latest first.' })
  @Roles('ADMINISTRATOR')
  inboundMails(
    @Args() page: PageArgs,
    @Args('isRefusedOnly', {
      type: () => Boolean,
      defaultValue: false,
      description: 'Only those with which nothing was done.',
    })
    isRefusedOnly: boolean,
  ): Promise<Connection<InboundMail>> {
    return this.inbound.page(isRefusedOnly, page);
  }

  @Query(() => InboundWay, { description: 'How mail comes in, and whether it does.' })
  @Roles('ADMINISTRATOR')
  inboundWay(): Promise<InboundWay> {
    return this.inbound.way();
  }
}
