import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isId } from '@flipside/kernel';
import { FOUR_FIFTHS } from '@flipside/pairings-domain';
import { barrier, CurrentViewer, RequestContext, Roles, type Viewer } from '@flipside/platform-api';
import { answerOf, type PairingRefusalType } from '../pairing-refusal.type.js';
import { rulesGiven } from '../rounds/rules-given.js';
import { RemoveAttribute, SetSmallestGroup } from './change-impact.js';
import { ImpactOverviewReader } from './impact-overview.reader.js';
import type { OutcomeReport, SideReport } from './impact-outcome.js';
import { ImpactReader } from './impact.reader.js';
import {
  ImpactOutcome,
  ImpactOverview,
  NoticeSectionType,
  RemoveAttributeInput,
  RemoveAttributeResult,
  SetSmallestGroupInput,
  SetSmallestGroupResult,
  TryRulesInput,
  TryRulesResult,
  type ImpactPayload,
  type ImpactSide,
  type TryRulesPayload,
} from './impact.type.js';

const known = (id: string): string => {
  if (!isId(id)) throw barrier('NOT_FOUND');
  return id;
};

@Resolver()
export class ImpactResolver {
  constructor(
    private readonly reader: ImpactReader,
    private readonly overviews: ImpactOverviewReader,
    private readonly removal: RemoveAttribute,
    private readonly limit: SetSmallestGroup,
  ) {}

  @Query(() => ImpactOverview, { description: 'What an impact analyst can choose from.' })
  @Roles('IMPACT_ANALYST')
  impactOverview(@Context() context: RequestContext): Promise<ImpactOverview> {
    return this.overviews.overview(context);
  }

  @Query(() => ImpactOutcome, {
    description: 'How a round treats groups of people. Every reading is noted.',
  })
  @Roles('IMPACT_ANALYST')
  async impactReport(
    @CurrentViewer() viewer: Viewer,
    @Args('roundId', { type: () => ID, description: 'The round.' }) roundId: string,
    @Args('attributeIds', { type: () => [ID], description: 'One attribute, or two to cross.' })
    attributeIds: string[],
  ): Promise<ImpactOutcome> {
    const report = await this.reader.report(viewer, {
      roundId: known(roundId),
      attributeIds: attributeIds.map(known),
    });
    return outcomeType(report, report.ruleSentences);
  }

  @Query(() => [NoticeSectionType], {
    description:
      'What matching uses and does not use, its rules and weights, and who decides, in plain words.',
  })
  @Roles('EMPLOYEE')
  matchingNotice(): Promise<NoticeSectionType[]> {
    return this.overviews.notice();
  }

  @Mutation(() => TryRulesResult, {
    description: 'Tries rules on an open round and reports on both outcomes; nothing is kept.',
  })
  @Roles('IMPACT_ANALYST')
  async tryRules(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The rules.' }) input: TryRulesInput,
  ): Promise<TryRulesPayload | PairingRefusalType> {
    const tried = await this.reader.trial(viewer, {
      roundId: known(input.roundId),
      attributeIds: input.attributeIds.map(known),
      rules: rulesGiven(input.rules),
    });
    return answerOf(tried, ({ before, after }) => ({
      before: outcomeType(before),
      after: outcomeType(after),
    }));
  }

  @Mutation(() => RemoveAttributeResult, { description: 'Deletes an attribute with its labels.' })
  @Roles('IMPACT_ANALYST')
  async removeImpactAttribute(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The attribute.' }) { attributeId }: RemoveAttributeInput,
    @Context() context: RequestContext,
  ): Promise<ImpactPayload | PairingRefusalType> {
    const result = await this.removal.run(viewer, known(attributeId));
    return answerOf(result, async () => ({ overview: await this.overviews.overview(context) }));
  }

  @Mutation(() => SetSmallestGroupResult, {
    description: 'Sets how few people a figure of the impact report may speak of.',
  })
  @Roles('IMPACT_ANALYST')
  async setSmallestGroup(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The number.' }) { smallestGroup }: SetSmallestGroupInput,
    @Context() context: RequestContext,
  ): Promise<ImpactPayload | PairingRefusalType> {
    const result = await this.limit.run(viewer, smallestGroup);
    return answerOf(result, async () => ({ overview: await this.overviews.overview(context) }));
  }
}

const namesOf = (group: readonly (string | null)[]): string[] =>
  group.map((name) => name ?? 'not known');

const outcomeType = (
  { champions, executives, ...totals }: OutcomeReport,
  sentences: ReadonlyMap<string, string> = new Map(),
): ImpactOutcome => ({
  ...totals,
  champions: sideType(champions, sentences),
  executives: sideType(executives, sentences),
});

function sideType(
  { everybody, unknown, groups, withheld, chance, rules, kept }: SideReport,
  sentences: ReadonlyMap<string, string>,
): ImpactSide {
  return {
    everybody,
    unknown,
    chance,
    kept: [...kept],
    withheldGroups: withheld.groups,
    withheldPeople: withheld.people,
    groups: groups.map(({ group, ...figures }) => ({
      ...figures,
      names: namesOf(group),
      isKnown: !group.includes(null),
      isBelowFourFifths: figures.ratio !== null && figures.ratio < FOUR_FIFTHS,
    })),
    rules:
      rules?.map(({ group, rules: own }) => ({
        names: namesOf(group),
        rules: own.map((each) => ({ ...each, sentence: sentences.get(each.rule) ?? '' })),
      })) ?? null,
  };
}
