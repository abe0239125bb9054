import { CurrentViewer, PageArgs, Roles, type Viewer } from '@flipside/platform-api';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { asUnion } from '../learning-result.js';
import { ContributionRecord } from './contribution-record.js';
import { GiveThanks } from './give-thanks.js';
import { ThanksReader } from './thanks.reader.js';
import { GiveThanksInput, GiveThanksResult, ThanksConnection } from './thanks.type.js';

@Resolver()
export class ThanksResolver {
  constructor(
    private readonly reader: ThanksReader,
    private readonly giving: GiveThanks,
    private readonly record: ContributionRecord,
  ) {}

  @Roles('EMPLOYEE')
  @Query(() => ThanksConnection, { description: 'Thanks that the viewer received, newest first.' })
  thanksReceived(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs) {
    return this.reader.received(viewer, page);
  }

  @Roles('EMPLOYEE')
  @Query(() => String, {
    description: 'What the viewer contributed as champion, as text to keep (Markdown).',
  })
  contributionRecord(@CurrentViewer() viewer: Viewer) {
    return this.record.of(viewer);
  }

  @Roles('EMPLOYEE')
  @Mutation(() => GiveThanksResult, { description: 'Thanks the champion of one’s pairing.' })
  async giveThanks(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The thanks.' }) input: GiveThanksInput,
  ) {
    const result = await this.giving.run(viewer, input);
    return asUnion(result, async (id) => ({ thanks: await this.reader.given(viewer, id) }));
  }
}
