export {
  insightsEntities,
  insightsJobs,
  InsightsModule,
  insightsResolvers,
  insightsTimers,
} from './insights.module.js';
export { CloseMonths } from './figures/close-months.job.js';
export { SetHourlyRates } from './money/set-hourly-rates.js';
export { FindHealth } from './health/find-health.job.js';
