export {
  learningsEntities,
  learningsJobs,
  LearningsModule,
  learningsResolvers,
  learningsTimers,
} from './learnings.module.js';
export { AskPractices } from './persistence/ask-practices.job.js';
export { ChangeRecipes } from './recipes/change-recipes.js';
export { LogSession } from './log/log-session.js';
export { confirmByMail } from './log/confirm-by-mail.js';
export { ConfirmSession } from './log/confirm-session.js';
export { EvidenceGrade, OutcomeCategory } from './learnings.enums.js';
export { postOutcomeMonth } from './outcomes/post-outcome-month.js';
