import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ChampionRefusalType } from '../champion-refusal.type.js';

@ObjectType({ description: 'One of the first steps of a champion.' })
export class OnboardingStep {
  @Field(() => ID, { description: 'Identifier.' }) id!: string;
  @Field({ description: 'What to do.' }) label!: string;
  @Field(() => String, { nullable: true, description: 'Where; null for no place in particular.' })
  href!: string | null;
  @Field({ description: 'Ticked, or shown to be done by what is on record.' }) isDone!: boolean;
  @Field({ description: 'Shown by what is on record; there is nothing to tick.' })
  isFound!: boolean;
}

@ObjectType('Onboarding', { description: 'What a new champion finds.' })
export class OnboardingType {
  @Field({ description: 'The programme’s own words; empty for none.' }) welcome!: string;
  @Field(() => [OnboardingStep], { description: 'First steps, in the order of the programme.' })
  steps!: OnboardingStep[];
}

@ObjectType({ description: 'A first step as the programme writes it.' })
export class OnboardingKitStep {
  @Field(() => ID, { description: 'Identifier.' }) id!: string;
  @Field({ description: 'What to do.' }) label!: string;
  @Field(() => String, {
    nullable: true,
    description: 'A page of this site, where :me stands for the champion, or a web address.',
  })
  href!: string | null;
}

@ObjectType({ description: 'The first steps of champions.' })
export class OnboardingKit {
  @Field(() => Int, { description: 'Goes up with each change; send it back when saving.' })
  version!: number;
  @Field(() => [OnboardingKitStep], { description: 'In their order.' }) steps!: OnboardingKitStep[];
}

@InputType({ description: 'A first step.' })
export class OnboardingKitStepArgs {
  @Field(() => ID, { nullable: true, description: 'Which; left out for a new one.' })
  id?: string | null;
  @Field({ description: 'What to do, up to 120 characters.' }) label!: string;
  @Field(() => String, { nullable: true, description: 'Where.' }) href?: string | null;
}

@InputType({ description: 'All first steps, in their order; what is left out goes.' })
export class SaveOnboardingKitArgs {
  @Field(() => Int, { description: 'As it was read.' }) version!: number;
  @Field(() => [OnboardingKitStepArgs], { description: 'At most 20.' })
  steps!: OnboardingKitStepArgs[];
}

@InputType({ description: 'A first step that you have done, or not.' })
export class TickOnboardingStepArgs {
  @Field(() => ID, { description: 'Which.' }) stepId!: string;
  @Field({ description: 'Done or not.' }) isDone!: boolean;
}

@ObjectType({ description: 'The tick is kept.' })
export class TickOnboardingStepPayload {
  @Field(() => ID, { description: 'The step.' }) stepId!: string;
}

export const SaveOnboardingKitResult = createUnionType({
  name: 'SaveOnboardingKitResult',
  description: 'Saved, or why not.',
  types: () => [OnboardingKit, ChampionRefusalType] as const,
  resolveType: (value: object) => ('code' in value ? ChampionRefusalType : OnboardingKit),
});
export const TickOnboardingStepResult = createUnionType({
  name: 'TickOnboardingStepResult',
  description: 'Kept, or why not.',
  types: () => [TickOnboardingStepPayload, ChampionRefusalType] as const,
  resolveType: (value: object) =>
    'code' in value ? ChampionRefusalType : TickOnboardingStepPayload,
});
