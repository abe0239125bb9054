import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import type { Clock } from '@flipside/kernel';
import { AccessGuard } from './access.guard.js';
import { CLOCK } from './clock-token.js';
import { CONFIG, type Config } from './config.js';
import { Database } from './database.js';
import { graphqlOptions } from './graphql-options.js';
import { HealthzController } from './health/healthz.controller.js';
import { LinkLimit } from './mail-actions/link-limit.js';
import { MailActionController } from './mail-actions/mail-action.controller.js';
import { MailActions } from './mail-actions/mail-action.js';
import { MailPolicies } from './mail/mail-policy.js';
import { MailSamplesController } from './mail/mail-samples.controller.js';
import { MailSamples } from './mail/mail-samples.js';
import { MailSamplesResolver } from './mail/mail-samples.resolver.js';
import { MailOutboxReader } from './mail/mail-outbox.reader.js';
import { MailOutboxResolver } from './mail/mail-outbox.resolver.js';
import { RetryMail } from './mail/retry-mail.js';
import { SendMail } from './mail/send-mail.js';
import { ROLE_SQL } from './role-sql.js';
import { Vault } from './vault/vault.js';

/** What every context may inject: the database, the clock, the configuration. */
@Module({})
export class PlatformModule {
  static forRoot(parts: {
    config: Config;
    clock: Clock;
    database: Database;
    roleSql: readonly string[];
  }): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: parts.config },
      { provide: CLOCK, useValue: parts.clock },
      { provide: Database, useValue: parts.database },
      { provide: ROLE_SQL, useValue: parts.roleSql },
      { provide: Vault, useValue: new Vault(parts.config.secret, parts.config.earlierSecrets) },
    ];
    return {
      module: PlatformModule,
      global: true,
      imports: [GraphQLModule.forRoot(graphqlOptions())],
      controllers: [HealthzController, MailActionController, MailSamplesController],
      providers: [
        ...providers,
        LinkLimit,
        MailActions,
        MailPolicies,
        MailSamples,
        MailSamplesResolver,
        SendMail,
        MailOutboxReader,
        MailOutboxResolver,
        RetryMail,
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
      exports: [...providers, LinkLimit, MailActions, MailPolicies, MailSamples, SendMail],
    };
  }
}
