import type { Type } from '@nestjs/common';
import type { JobHandler, Timer } from '@flipside/platform-api';
import { platformEntities, platformResolvers } from '@flipside/platform-api';
import {
  championRoleSql,
  championsEntities,
  championsJobs,
  ChampionsModule,
  championsResolvers,
  championsTimers,
} from '@flipside/champions-api';
import {
  executiveRoleSql,
  pairingsEntities,
  pairingsJobs,
  PairingsModule,
  pairingsResolvers,
  pairingsTimers,
} from '@flipside/pairings-api';
import {
  insightsEntities,
  insightsJobs,
  InsightsModule,
  insightsResolvers,
  insightsTimers,
} from '@flipside/insights-api';
import {
  learningsEntities,
  learningsJobs,
  LearningsModule,
  learningsResolvers,
  learningsTimers,
} from '@flipside/learnings-api';
import {
  grantedRoleSql,
  peopleEntities,
  peopleJobs,
  PeopleModule,
  peopleResolvers,
} from '@flipside/people-api';
import {
  delegateRoleSql,
  sessionsEntities,
  sessionsJobs,
  SessionsModule,
  sessionsResolvers,
  sessionsTimers,
} from '@flipside/sessions-api';

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
    jobs: championsJobs,
    timers: championsTimers,
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
  {
    module: SessionsModule,
    entities: sessionsEntities,
    jobs: sessionsJobs,
    timers: sessionsTimers,
    resolvers: sessionsResolvers,
    roleSql: [delegateRoleSql],
  },
  {
    module: LearningsModule,
    entities: learningsEntities,
    jobs: learningsJobs,
    timers: learningsTimers,
    resolvers: learningsResolvers,
  },
  {
    module: InsightsModule,
    entities: insightsEntities,
    jobs: insightsJobs,
    timers: insightsTimers,
    resolvers: insightsResolvers,
  },
];

export const entities = [...platformEntities, ...contexts.flatMap((context) => context.entities)];

/** Every class that answers GraphQL fields. */
export const resolvers: readonly Type[] = [
  ...platformResolvers,
  ...contexts.flatMap((context) => context.resolvers),
];
