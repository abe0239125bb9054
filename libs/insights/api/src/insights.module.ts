import { ChampionsModule } from '@flipside/champions-api';
import { Module } from '@nestjs/common';
import { OutcomesSummaryReader } from './outcomes-summary.reader.js';
import { OutcomesSummaryResolver } from './outcomes-summary.resolver.js';
import { ProgrammeHomeReader } from './programme-home.reader.js';
import { ProgrammeHomeResolver } from './programme-home.resolver.js';
import { ReadyToScaleReader, ReadyToScaleResolver } from './ready-to-scale.resolver.js';
import { RhythmReader } from './rhythm.reader.js';
import { RhythmResolver } from './rhythm.resolver.js';

/** Insights owns no tables: it reads what the other contexts wrote. */
export const insightsEntities: never[] = [];
export const insightsJobs: never[] = [];
export const insightsResolvers = [
  ReadyToScaleResolver,
  ProgrammeHomeResolver,
  RhythmResolver,
  OutcomesSummaryResolver,
];

@Module({
  imports: [ChampionsModule],
  providers: [
    ReadyToScaleReader,
    RhythmReader,
    OutcomesSummaryReader,
    ProgrammeHomeReader,
    ...insightsResolvers,
  ],
})
export class InsightsModule {}
