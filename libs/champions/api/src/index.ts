import { ChampionPeriodEntity } from './champions/champion-period.entity.js';
import { ChampionEntity } from './champions/champion.entity.js';
import { ChampionsResolver } from './champions/champions.resolver.js';
import { CoverageResolver } from './coverage/coverage.resolver.js';
import { NominationEventEntity } from './nominations/nomination-event.entity.js';
import { NominationEntity } from './nominations/nomination.entity.js';
import { NominationsResolver } from './nominations/nominations.resolver.js';

export { championRoleSql } from './champion-role-sql.js';
export { ChampionReader, type ChampionView } from './champions/champion.reader.js';
export { Champion, MyLoad } from './champions/champion.type.js';
export { ChampionsModule } from './champions.module.js';
export { championsCli } from './coverage/coverage.cli.js';
export { headlineOf, nodeOf } from './coverage/coverage-view.js';
export { CoverageReader, type CoverageReport, gapUnits } from './coverage/coverage.reader.js';
export { CoverageHeadline, CoverageNode } from './coverage/coverage.type.js';
export { NominationReader, type NominationView } from './nominations/nomination.reader.js';
export { Nomination } from './nominations/nomination.type.js';
export { ChampionEntity, ChampionPeriodEntity, NominationEntity, NominationEventEntity };

/** Every table of this context, for the data source and the drift check. */
export const championsEntities: readonly (new () => object)[] = [
  ChampionEntity,
  ChampionPeriodEntity,
  NominationEntity,
  NominationEventEntity,
];

/** For the printed schema. */
export const championsResolvers = [CoverageResolver, ChampionsResolver, NominationsResolver];
