import type { Type } from '@nestjs/common';
import type { JobHandler, Timer } from '@flipside/platform-api';
import { MailMessageEntity } from '@flipside/platform-api';
import { championRoleSql, championsEntities, ChampionsModule, championsResolvers } from '@flipside/champions-api';
import {
  executiveRoleSql,
  pairingsEntities,
  pairingsJobs,
  PairingsModule,
  pairingsResolvers,
  pairingsTimers,
} from '@flipside/pairings-api';
import { grantedRoleSql, peopleEntities, peopleJobs, PeopleModule, peopleResolvers } from '@flipside/people-api';

/** What one context brings to the server. */
interface Context {
  readonly module: Type;
  readonly entities: readonly (new () => object)[];
  /** Job handlers, taken from the running module. */
  readonly jobs?: readonly Type<Pick<JobHandler<never>, 'handle'>>[];
  readonly timers?: readonly Timer[];
  readonly resolvers: readonly Type[];
  /** SELECTs that give roles; see ROLE_SQL. */
  readonly roleSql?: readonly string[];
}

/** The contexts switched on, in the order in which they may know each other. */
export const contexts: readonly Context[] = [
  {
    module: PeopleModule,
    entities: peopleEntities,
    jobs: peopleJobs,
    resolvers: peopleResolvers,
    roleSql: [grantedRoleSql],
  },
  {
    module: ChampionsModule,
    entities: championsEntities,
    resolvers: championsResolvers,
    roleSql: [championRoleSql],
  },
  {
    module: PairingsModule,
    entities: pairingsEntities,
    jobs: pairingsJobs,
    timers: pairingsTimers,
    resolvers: pairingsResolvers,
    roleSql: [executiveRoleSql],
  },
];

export const entities = [MailMessageEntity, ...contexts.flatMap((context) => context.entities)];
