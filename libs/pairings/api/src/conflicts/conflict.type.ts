import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, InstantScalar } from '@flipside/platform-api';
import { payloadOrRefusal } from '../pairing-refusal.type.js';

@ObjectType('UnitConflict', {
  description: 'Somebody who is not to be paired with anybody of a unit or below it.',
})
export class UnitConflictType {
  @Field(() => ID, { description: 'Identifier of the conflict.' })
  id!: string;

  /** Not fields: read by the loaders. */
  personId!: string;
  unitId!: string;
  notedById!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why, for HR leads only; the person and the unit are never shown it.',
  })
  reason!: string | null;

  @Field(() => InstantScalar, { description: 'When it was noted.' })
  notedAt!: Date;
}

@ObjectType('PairApart', { description: 'Two people who are not to be suggested to each other.' })
export class PairApartType {
  @Field(() => ID, { description: 'The executive.' })
  executiveId!: string;

  @Field(() => ID, { description: 'The champion.' })
  championId!: string;

  /** Not a field: read by the loader. */
  notedById!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why, for HR leads only; neither of the two is ever shown it.',
  })
  reason!: string | null;

  @Field(() => InstantScalar, { description: 'When it was noted.' })
  notedAt!: Date;
}

@ObjectType({ description: 'A page of pairs of people who are kept apart.' })
export class PairApartConnection extends connectionOf(PairApartType, 'PairApart') {}

@InputType({ description: 'Whom to keep out of which unit.' })
export class NoteUnitConflictInput {
  @Field(() => ID, { description: 'The person.' })
  personId!: string;

  @Field(() => ID, { description: 'The unit; units below it are meant as well.' })
  unitId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why, up to 300 characters. Only HR leads read it.',
  })
  reason?: string | null;
}

@InputType({ description: 'A conflict that is over.' })
export class EndUnitConflictInput {
  @Field(() => ID, { description: 'The conflict.' })
  conflictId!: string;
}

@InputType({ description: 'Two people who are not to be suggested to each other.' })
export class KeepApartInput {
  @Field(() => ID, { description: 'The executive.' })
  executiveId!: string;

  @Field(() => ID, { description: 'The champion.' })
  championId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why, up to 300 characters. Only HR leads read it.',
  })
  reason?: string | null;
}

@InputType({ description: 'Two people who may be suggested to each other again.' })
export class AllowPairInput {
  @Field(() => ID, { description: 'The executive.' })
  executiveId!: string;

  @Field(() => ID, { description: 'The champion.' })
  championId!: string;
}

@ObjectType({ description: 'The conflict was noted.' })
export class NoteUnitConflictPayload {
  @Field(() => UnitConflictType, { description: 'The conflict.' })
  conflict!: UnitConflictType;

  @Field(() => Int, {
    description: 'Pairings of this person with people of the unit that go on as they are.',
  })
  live!: number;
}

@ObjectType({ description: 'The conflict is over.' })
export class EndUnitConflictPayload {
  @Field(() => ID, { description: 'The conflict that was.' })
  conflictId!: string;
}

@ObjectType({ description: 'Two people whose exclusion was noted or taken back.' })
export class PairApartPayload {
  @Field(() => ID, { description: 'The executive.' })
  executiveId!: string;

  @Field(() => ID, { description: 'The champion.' })
  championId!: string;
}

export const NoteUnitConflictResult = payloadOrRefusal(
  'NoteUnitConflictResult',
  NoteUnitConflictPayload,
);
export const KeepApartResult = payloadOrRefusal('KeepApartResult', PairApartPayload);
