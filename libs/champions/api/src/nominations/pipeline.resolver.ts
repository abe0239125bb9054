import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isId } from '@flipside/kernel';
import { INTERVIEW_GUIDE } from '@flipside/champions-domain';
import { barrier, CurrentViewer, Roles, type Viewer } from '@flipside/platform-api';
import { type ChampionRefusalType, refusalOf } from '../champion-refusal.type.js';
import { canRunProgramme } from '../champions/champion.policy.js';
import { AnswerForTeam } from './answer-for-team.js';
import { NominationReader, type NominationView } from './nomination.reader.js';
import { ManagerAnswerEnum } from './nomination-enums.js';
import {
  AnswerForTeamArgs,
  AnswerForTeamResult,
  CandidateSuggestion,
  DeclineDraft,
  GuideQuestion,
  Nomination,
  NominationInterview,
  type NominationPayload,
  RecruitingRules,
  SetRecruitingRulesArgs,
  SetRecruitingRulesResult,
  TakeSuggestionArgs,
  TakeSuggestionResult,
} from './nomination.type.js';
import { SetRecruitingRules } from './set-recruiting-rules.js';
import { Suggestions } from './suggestions.js';

type Answer = Promise<NominationPayload | ChampionRefusalType>;

/** What the programme team alone sees of a nomination, suggestions of candidates, and the rules of recruiting. */
@Resolver(() => Nomination)
export class PipelineResolver {
  constructor(
    private readonly reader: NominationReader,
    private readonly team: AnswerForTeam,
    private readonly suggesting: Suggestions,
    private readonly setting: SetRecruitingRules,
  ) {}

  @ResolveField(() => NominationInterview, {
    nullable: true,
    description: 'The record of the interview; null unless you run the programme.',
  })
  interview(
    @CurrentViewer() viewer: Viewer,
    @Parent() { id }: Nomination,
  ): Promise<NominationInterview | null> {
    return canRunProgramme(viewer) ? this.reader.interview(id) : Promise.resolve(null);
  }

  @ResolveField(() => [DeclineDraft], {
    description: 'Answers to start from when declining; empty unless you run the programme.',
  })
  declineDrafts(
    @CurrentViewer() viewer: Viewer,
    @Parent() nomination: NominationView,
  ): DeclineDraft[] {
    return canRunProgramme(viewer) ? this.reader.drafts(nomination) : [];
  }

  @ResolveField(() => ManagerAnswerEnum, {
    nullable: true,
    description: 'What the manager knows or says; null unless you run the programme.',
  })
  managerAnswer(@CurrentViewer() viewer: Viewer, @Parent() nomination: NominationView) {
    return canRunProgramme(viewer) ? nomination.managerAnswer : null;
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'The manager who was told or asked; null unless you run the programme.',
  })
  managerName(@CurrentViewer() viewer: Viewer, @Parent() nomination: NominationView) {
    return canRunProgramme(viewer) ? nomination.managerName : null;
  }

  @Query(() => [GuideQuestion], { description: 'The short guide of an interview.' })
  @Roles('HR_LEAD')
  interviewGuide(): readonly GuideQuestion[] {
    return INTERVIEW_GUIDE;
  }

  @Query(() => [CandidateSuggestion], {
    description: 'People whose own doings speak for them, the strongest first.',
  })
  @Roles('HR_LEAD')
  candidateSuggestions(): Promise<CandidateSuggestion[]> {
    return this.suggesting.list();
  }

  @Query(() => RecruitingRules, { description: 'Rules of recruiting.' })
  @Roles('HR_LEAD')
  recruitingRules(): Promise<RecruitingRules> {
    return this.setting.rules();
  }

  @Mutation(() => TakeSuggestionResult, {
    description: 'Takes somebody suggested into the pipeline as a candidate; nobody is told.',
  })
  @Roles('HR_LEAD')
  async takeSuggestion(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Whom.' }) { personId }: TakeSuggestionArgs,
  ): Answer {
    if (!isId(personId)) throw barrier('NOT_FOUND');
    const done = await this.suggesting.take(viewer, { personId });
    return done.ok ? done.value : refusalOf(done.refusal);
  }

  @Mutation(() => AnswerForTeamResult, {
    description: 'Says as the manager whether somebody may give the hours.',
  })
  @Roles('EMPLOYEE')
  async answerForTeam(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which, and what.' })
    { nominationId, mayGiveHours }: AnswerForTeamArgs,
  ): Answer {
    if (!isId(nominationId)) throw barrier('NOT_FOUND');
    const done = await this.team.run(viewer, {
      nominationId,
      answer: mayGiveHours ? 'yes' : 'no',
    });
    return done.ok ? done.value : refusalOf(done.refusal);
  }

  @Mutation(() => SetRecruitingRulesResult, { description: 'Sets rules of recruiting.' })
  @Roles('HR_LEAD')
  async setRecruitingRules(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'What changes.' }) input: SetRecruitingRulesArgs,
  ): Promise<RecruitingRules | ChampionRefusalType> {
    const done = await this.setting.run(viewer, input);
    return done.ok ? done.value : refusalOf(done.refusal);
  }
}
