import { ChampionsModule } from '@flipside/champions-api';
import { PeopleModule } from '@flipside/people-api';
import { Module } from '@nestjs/common';
import { CloseMonths, closeMonthsTimer } from './figures/close-months.job.js';
import { FigureReleaseEntity, PairingHealthEntity } from './figures/figure.entities.js';
import { FiguresReader } from './figures/figures.reader.js';
import { FiguresResolver } from './figures/figures.resolver.js';
import { FindHealth, findHealthTimer } from './health/find-health.job.js';
import { HealthResolver } from './health/health.resolver.js';
import { HourlyRateEntity } from './money/hourly-rate.entity.js';
import { HourlyRatesResolver } from './money/hourly-rates.resolver.js';
import { SetHourlyRates } from './money/set-hourly-rates.js';
import { ProgrammeHomeReader } from './programme-home.reader.js';
import { ProgrammeHomeResolver } from './programme-home.resolver.js';
import { ReadyToScaleReader, ReadyToScaleResolver } from './ready-to-scale.resolver.js';
import { RhythmReader } from './rhythm.reader.js';
import { RhythmResolver } from './rhythm.resolver.js';

export const insightsEntities = [FigureReleaseEntity, PairingHealthEntity, HourlyRateEntity];
export const insightsJobs = [CloseMonths, FindHealth];
export const insightsTimers = [closeMonthsTimer, findHealthTimer];
export const insightsResolvers = [
  ReadyToScaleResolver,
  ProgrammeHomeResolver,
  RhythmResolver,
  FiguresResolver,
  HealthResolver,
  HourlyRatesResolver,
];

@Module({
  imports: [ChampionsModule, PeopleModule],
  providers: [
    ReadyToScaleReader,
    RhythmReader,
    FiguresReader,
    SetHourlyRates,
    ...insightsJobs,
    ProgrammeHomeReader,
    ...insightsResolvers,
  ],
})
export class InsightsModule {}
