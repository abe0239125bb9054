import { Roles } from '@flipside/platform-api';
import { Query, Resolver } from '@nestjs/graphql';
import { FluencyFigure, OutcomesReport } from './figure.type.js';
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

  @Roles('HR_LEAD')
  @Query(() => [FluencyFigure], {
    description:
      'Fluency of all executives together, as observed by champions, month by month. A figure appears from the small-group limit on, and stands still until as many changed.',
  })
  fluencyFigures(): Promise<FluencyFigure[]> {
    return this.reader.fluency();
  }
}
