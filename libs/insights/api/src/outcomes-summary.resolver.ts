import { Roles } from '@flipside/platform-api';
import { Query, Resolver } from '@nestjs/graphql';
import { OutcomesSummaryReader } from './outcomes-summary.reader.js';
import { OutcomesSummary } from './outcomes-summary.type.js';

@Resolver()
export class OutcomesSummaryResolver {
  constructor(private readonly reader: OutcomesSummaryReader) {}

  @Roles('HR_LEAD')
  @Query(() => OutcomesSummary, {
    description: 'Whether work is changing. Groups below the small-group limit are withheld.',
  })
  outcomesSummary() {
    return this.reader.summary();
  }
}
