import { Module } from '@nestjs/common';
import { ChampionReader } from './champions/champion.reader.js';
import { ChampionsResolver } from './champions/champions.resolver.js';
import { ChangeChampionProfile } from './champions/change-champion-profile.js';
import { EndBreak } from './champions/end-break.js';
import { EndChampion } from './champions/end-champion.js';
import { NameChampion } from './champions/name-champion.js';
import { TakeBreak } from './champions/take-break.js';
import { CoverageUnitReader } from './coverage/coverage-unit.reader.js';
import { CoverageReader } from './coverage/coverage.reader.js';
import { CoverageResolver } from './coverage/coverage.resolver.js';
import { AnswerNomination } from './nominations/answer-nomination.js';
import { MoveNomination } from './nominations/move-nomination.js';
import { Nominate } from './nominations/nominate.js';
import { NominationReader } from './nominations/nomination.reader.js';
import { NominationsResolver } from './nominations/nominations.resolver.js';
import { WithdrawNomination } from './nominations/withdraw-nomination.js';

@Module({
  providers: [
    CoverageReader,
    CoverageUnitReader,
    CoverageResolver,
    ChampionReader,
    ChampionsResolver,
    NameChampion,
    ChangeChampionProfile,
    TakeBreak,
    EndBreak,
    EndChampion,
    NominationReader,
    NominationsResolver,
    Nominate,
    AnswerNomination,
    WithdrawNomination,
    MoveNomination,
  ],
  exports: [CoverageReader, ChampionReader, NominationReader],
})
export class ChampionsModule {}
