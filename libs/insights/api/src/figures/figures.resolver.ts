import { Roles } from '@flipside/platform-api';
import { Query, Resolver } from '@nestjs/graphql';
import { OutcomesReport } from './figure.type.js';
import { FiguresReader } from './figures.reader.js';

@Resolver()
export class FiguresResolver {
  constructor(private readonly reader: FiguresReader) {}

  @Roles('HR_LEAD')
  @Query(() => OutcomesReport, {
    description: 'Whether work is changing. Groups below the small-group limit are withheld.',
  })
  outcomesReport() {
    return this.reader.report();
  }
}
