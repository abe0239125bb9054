import { Args, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Day } from '@flipside/kernel';
import { CurrentViewer, DayScalar, Roles, type Viewer } from '@flipside/platform-api';
import { answerOf, payloadOrRefusal, type PairingRefusalType } from '../pairing-refusal.type.js';
import { known } from '../rounds/known.js';
import { RecordCertification } from './record-certification.js';
import { SetPairingWishes } from './set-pairing-wishes.js';

@ObjectType({ description: 'Somebody you named.' })
class NamedPerson {
  @Field(() => ID, { description: 'The person.' })
  id!: string;

  @Field({ description: 'Full name.' })
  name!: string;

  @Field({ description: 'Job title; empty when the roster has none.' })
  title!: string;
}

@ObjectType({
  description: 'Whom you would like to be paired with, and whom not. Only you read it.',
})
export class PairingWishes {
  @Field(() => [NamedPerson], { description: 'Up to three people you would like.' })
  wishes!: NamedPerson[];

  @Field(() => [NamedPerson], { description: 'Up to three people you would not like.' })
  refuses!: NamedPerson[];
}

@InputType({
  description: 'Whom you would like to be paired with, and whom not; replaces what was said.',
})
class SetPairingWishesInput {
  @Field(() => [ID], { description: 'Up to three people you would like.' })
  wishIds!: string[];

  @Field(() => [ID], { description: 'Up to three people you would not like.' })
  refuseIds!: string[];
}

@InputType({ description: 'That a champion is certified.' })
class RecordCertificationInput {
  @Field(() => ID, { description: 'The champion.' })
  championId!: string;

  @Field({
    description: 'What it rests on, such as a course or an interview; up to 300 characters.',
  })
  evidence!: string;

  @Field(() => DayScalar, { description: 'The day from which it is no longer valid.' })
  validUntil!: Day;
}

@ObjectType({ description: 'The certification was noted.' })
class CertificationPayload {
  @Field(() => ID, { description: 'The champion.' })
  championId!: string;

  @Field(() => DayScalar, { description: 'The day from which it is no longer valid.' })
  validUntil!: Day;
}

const SetPairingWishesResult = payloadOrRefusal('SetPairingWishesResult', PairingWishes);
const RecordCertificationResult = payloadOrRefusal(
  'RecordCertificationResult',
  CertificationPayload,
);

@Resolver()
export class WishesResolver {
  constructor(
    private readonly wishes: SetPairingWishes,
    private readonly certification: RecordCertification,
  ) {}

  @Query(() => PairingWishes, { description: 'What you said about whom to be paired with.' })
  @Roles('EMPLOYEE')
  pairingWishes(@CurrentViewer() viewer: Viewer): Promise<PairingWishes> {
    return this.shown(viewer);
  }

  @Mutation(() => SetPairingWishesResult, {
    description: 'Says whom you would like to be paired with, and whom not. Nobody else is told.',
  })
  @Roles('EMPLOYEE')
  async setPairingWishes(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The people.' }) { wishIds, refuseIds }: SetPairingWishesInput,
  ): Promise<PairingWishes | PairingRefusalType> {
    const said = { wishes: wishIds.map(known), refuses: refuseIds.map(known) };
    return answerOf(await this.wishes.run(viewer, said), () => this.shown(viewer));
  }

  @Mutation(() => RecordCertificationResult, {
    description: 'Notes that a champion is certified, on what evidence and until when.',
  })
  @Roles('HR_LEAD')
  async recordCertification(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The certification.' }) input: RecordCertificationInput,
  ): Promise<CertificationPayload | PairingRefusalType> {
    const championId = known(input.championId);
    const { evidence, validUntil } = input;
    const result = await this.certification.run(viewer, { championId, evidence, validUntil });
    return answerOf(result, () => ({ championId, validUntil }));
  }

  private shown(viewer: Viewer): Promise<PairingWishes> {
    return this.wishes.named(viewer);
  }
}
