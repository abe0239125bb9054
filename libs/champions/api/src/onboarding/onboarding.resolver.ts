import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isId } from '@flipside/kernel';
import { barrier, CurrentViewer, Roles, type Viewer } from '@flipside/platform-api';
import { type ChampionRefusalType, refusalOf } from '../champion-refusal.type.js';
import { OnboardingReader } from './onboarding.reader.js';
import {
  OnboardingKit,
  OnboardingType,
  SaveOnboardingKitArgs,
  SaveOnboardingKitResult,
  TickOnboardingStepArgs,
  type TickOnboardingStepPayload,
  TickOnboardingStepResult,
} from './onboarding.type.js';
import { SaveOnboardingKit } from './save-onboarding-kit.js';
import { TickOnboardingStep } from './tick-onboarding-step.js';

/** First steps of a champion: theirs to tick, the programme's to choose. */
@Resolver()
export class OnboardingResolver {
  constructor(
    private readonly reader: OnboardingReader,
    private readonly saving: SaveOnboardingKit,
    private readonly ticking: TickOnboardingStep,
  ) {}

  @Query(() => OnboardingType, {
    nullable: true,
    description: 'Your first steps as a champion; null unless you are new.',
  })
  @Roles('EMPLOYEE')
  myOnboarding(@CurrentViewer() { personId }: Viewer): Promise<OnboardingType | null> {
    return this.reader.mine(personId);
  }

  @Query(() => OnboardingKit, { description: 'The first steps of champions, to be edited.' })
  @Roles('HR_LEAD')
  onboardingKit(): Promise<OnboardingKit> {
    return this.reader.kit();
  }

  @Mutation(() => SaveOnboardingKitResult, {
    description: 'Sets the first steps of champions. What somebody ticked stays theirs.',
  })
  @Roles('HR_LEAD')
  async saveOnboardingKit(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'All of them.' }) { version, steps }: SaveOnboardingKitArgs,
  ): Promise<OnboardingKit | ChampionRefusalType> {
    const kit = steps.map(({ id, label, href }) => ({
      id: id == null ? null : idOf(id),
      label,
      href: href ?? null,
    }));
    const saved = await this.saving.run(viewer, { version, steps: kit });
    return saved.ok ? this.reader.kit() : refusalOf(saved.refusal);
  }

  @Mutation(() => TickOnboardingStepResult, { description: 'Ticks one of your first steps.' })
  @Roles('EMPLOYEE')
  async tickOnboardingStep(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which.' }) { stepId, isDone }: TickOnboardingStepArgs,
  ): Promise<TickOnboardingStepPayload | ChampionRefusalType> {
    const ticked = await this.ticking.run(viewer, { stepId: idOf(stepId), isDone });
    return ticked.ok ? { stepId } : refusalOf(ticked.refusal);
  }
}

/** @throws Barrier NOT_FOUND for what cannot be an identifier of ours */
function idOf(id: string): string {
  if (!isId(id)) throw barrier('NOT_FOUND');
  return id;
}
