export {
  insightsEntities,
  insightsJobs,
  InsightsModule,
  insightsResolvers,
} from './insights.module.js';
