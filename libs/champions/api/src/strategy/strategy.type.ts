import {
  createUnionType,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';
import type { NominationStage, PriorityKind } from '@flipside/champions-domain';
import { DayScalar } from '@flipside/platform-api';
import { ChampionRefusalType } from '../champion-refusal.type.js';
import { NominationStageEnum } from '../nominations/nomination-enums.js';

export const PriorityKindEnum = {
  MARKET: 'market',
  PRODUCT: 'product',
  FUNCTION: 'function',
  LANGUAGE: 'language',
} as const;
registerEnumType(PriorityKindEnum, {
  name: 'PriorityKind',
  description: 'What a priority is about.',
  valuesMap: {
    MARKET: { description: 'Champions at sites in certain countries.' },
    PRODUCT: { description: 'Champions whose profile names a product.' },
    FUNCTION: { description: 'Champions in certain units or below them.' },
    LANGUAGE: { description: 'Champions who speak a language.' },
  },
});

export const CompositionDimensionEnum = {
  UNIT: 'unit',
  LOCATION: 'location',
  COUNTRY: 'country',
  LEVEL: 'level',
  LANGUAGE: 'language',
  USE_CASE: 'use_case',
} as const;
registerEnumType(CompositionDimensionEnum, {
  name: 'CompositionDimension',
  description: 'By what champions are counted.',
});

@ObjectType({ description: 'A priority with what it has and lacks.' })
export class PriorityType {
  @Field(() => ID, { description: 'Identifier.' }) id!: string;
  @Field(() => PriorityKindEnum, { description: 'What it is about.' }) kind!: string;
  @Field({ description: 'Name.' }) name!: string;
  @Field(() => [String], {
    description: 'What counts: country codes, words, unit codes or language codes.',
  })
  match!: string[];
  @Field(() => Int, { description: 'Champions wanted.' }) target!: number;
  @Field(() => Int, { description: '1 to 3.' }) weight!: number;
  @Field(() => Int, { description: 'Champions that count for it.' }) present!: number;
  @Field(() => Int, { description: 'Champions missing.' }) gap!: number;
  @Field(() => Int, { description: 'On the way and fitting.' }) candidates!: number;
  @Field(() => Int, { description: 'Send it back when changing.' }) version!: number;
}

@ObjectType({ description: 'Somebody on the way, with what they would help.' })
export class RankedCandidateType {
  @Field(() => ID, { description: 'The nomination.' }) nominationId!: string;
  @Field({ description: 'Name.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Home unit.' }) unitName!: string | null;
  @Field(() => NominationStageEnum, { description: 'Where the nomination stands.' })
  stage!: NominationStage;
  @Field(() => [String], { description: 'Why they stand here, in sentences.' }) reasons!: string[];
}

@ObjectType({ description: 'Champions with one value.' })
export class CompositionPart {
  @Field({ description: 'The value.' }) value!: string;
  @Field(() => Int, { nullable: true, description: 'Champions; null when too few to be shown.' })
  champions!: number | null;
}

@ObjectType({ description: 'Champions by one dimension.' })
export class Composition {
  @Field(() => CompositionDimensionEnum, { description: 'The dimension.' }) dimension!: string;
  @Field(() => [CompositionPart], { description: 'The parts, the largest first.' })
  parts!: CompositionPart[];
}

@ObjectType({ description: 'Champions against the company’s aims.' })
export class Strategy {
  @Field(() => DayScalar, { description: 'The programme’s day of these figures.' }) asOf!: string;
  @Field(() => [PriorityType], { description: 'Priorities, the largest weighted gap first.' })
  priorities!: PriorityType[];
  @Field(() => [RankedCandidateType], {
    description: 'People on the way, in the order in which they help most; people decide.',
  })
  candidates!: RankedCandidateType[];
  @Field(() => [String], { description: 'Where head count and aims pull apart, in sentences.' })
  conflicts!: string[];
  @Field(() => Int, { description: 'Champions in all.' }) champions!: number;
  @Field(() => [Composition], { description: 'Champions by dimension.' })
  composition!: Composition[];
}

@InputType({ description: 'A priority, new or changed.' })
export class SavePriorityArgs {
  @Field(() => ID, { nullable: true, description: 'Left out for a new one.' }) id?: string;
  @Field(() => Int, { nullable: true, description: 'Version you looked at, when changing.' })
  version?: number;
  @Field(() => PriorityKindEnum, { description: 'What it is about.' }) kind!: PriorityKind;
  @Field({ description: 'Name, up to 80 characters.' }) name!: string;
  @Field(() => [String], { description: 'What counts.' }) match!: string[];
  @Field(() => Int, { description: 'Champions wanted.' }) target!: number;
  @Field(() => Int, { defaultValue: 2, description: '1 to 3.' }) weight!: number;
}

@ObjectType({ description: 'The priority is kept.' })
export class SavePriorityPayload {
  @Field(() => ID, { description: 'The priority.' }) priorityId!: string;
}

export const SavePriorityResult = createUnionType({
  name: 'SavePriorityResult',
  description: 'Kept, or why not.',
  types: () => [SavePriorityPayload, ChampionRefusalType] as const,
  resolveType: (value: object) => ('code' in value ? ChampionRefusalType : SavePriorityPayload),
});
