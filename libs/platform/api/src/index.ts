import { ActionLinkEntity } from './mail-actions/action-link.entity.js';
import { MailMessageEntity } from './mail/mail-message.entity.js';
import { MailOutboxResolver } from './mail/mail-outbox.resolver.js';
import { MailSamplesResolver } from './mail/mail-samples.resolver.js';
import { DataKeyEntity } from './vault/data-key.entity.js';

export { AccessGuard } from './access.guard.js';
export { CLOCK } from './clock-token.js';
export { CONFIG, ConfigError, readConfig, type Config, type Smtp } from './config.js';
export {
  connectionOf,
  decodeCursor,
  encodeCursor,
  PageArgs,
  PageInfo,
  pageOf,
  pageSize,
  type Connection,
} from './connection.js';
export {
  constraintOf,
  countingStatements,
  Database,
  dataSourceOptions,
  parseDatabaseUrl,
  sqlStateOf,
  urlOfDatabase,
  type Tx,
} from './database.js';
export { Barrier, barrier, Refusal, type BarrierCode } from './errors.js';
export {
  checkConnection,
  checkExtensions,
  checkMigrations,
  unreachable,
} from './health/check-database.js';
export { checkJobs } from './health/check-jobs.js';
export { checkMailServer, checkOutbox } from './health/check-mail.js';
export {
  broken,
  healthy,
  HealthState,
  worrying,
  worstOf,
  type HealthCheck,
} from './health/health-check.js';
export { idempotent, isAnswered } from './idempotent.js';
export {
  defineJob,
  defineTimer,
  enqueue,
  type JobDefinition,
  type JobHandler,
  type Timer,
} from './jobs/job.js';
export { drainJobs, migrateJobs, startJobs, type RunningJobs } from './jobs/job-runner.js';
export { actionLink } from './mail-actions/action-link.js';
export {
  MailActions,
  type ActionCall,
  type ActionChoice,
  type ActionPage,
  type ActionPress,
  type ActionResult,
  type MailAction,
} from './mail-actions/mail-action.js';
export { enqueueMail, replaceWaiting, sendMail, type MailDraft } from './mail/enqueue-mail.js';
export { deadActionPage } from './mail-actions/action-page.js';
export { LinkLimit } from './mail-actions/link-limit.js';
export { sendBusyPage, sendPage } from './mail-actions/send-page.js';
export {
  MailPolicies,
  type LeavingMail,
  type MailFoot,
  type MailPolicy,
} from './mail/mail-policy.js';
export { mailHtml, type MailSection } from './mail/mail-html.js';
export { INVENTED, MailSamples, type MailSample } from './mail/mail-samples.js';
export { isMailbox, mailboxFor, readReplyAddress, replyAddress } from './mail/reply-address.js';
export { SendMail, toMime } from './mail/send-mail.js';
export { escapeHtml, plainPage, PLAIN_PAGE_STYLE_HASH } from './plain-page.js';
export { PlatformModule } from './platform.module.js';
export { RequestContext } from './request-context.js';
export { ROLE_SQL } from './role-sql.js';
export {
  DayScalar,
  EmailScalar,
  InstantScalar,
  LocalTimeScalar,
  TimeZoneScalar,
} from './scalars.js';
export { decrypt, encrypt, wrappingKey } from './vault/sealing.js';
export { prepareVault } from './vault/vault-key.js';
export {
  betweenThem,
  LOST_TEXT,
  onlyMe,
  twoOfUs,
  Vault,
  type Cell,
  type KeyOwner,
} from './vault/vault.js';
export { ACCESS, CurrentViewer, Public, Role, Roles, type Access, type Viewer } from './viewer.js';

/** Every table of the platform, for the data source and the drift check. */
export const platformEntities = [MailMessageEntity, ActionLinkEntity, DataKeyEntity];

/** For the printed schema: root fields of the platform itself. */
export const platformResolvers = [MailOutboxResolver, MailSamplesResolver];
