import { Args, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Roles, type Viewer } from '@flipside/platform-api';
import { answerOf, payloadOrRefusal, type PairingRefusalType } from '../pairing-refusal.type.js';
import { known } from '../rounds/known.js';
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

const SetPairingWishesResult = payloadOrRefusal('SetPairingWishesResult', PairingWishes);
@Resolver()
export class WishesResolver {
  constructor(private readonly wishes: SetPairingWishes) {}

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

  private shown(viewer: Viewer): Promise<PairingWishes> {
    return this.wishes.named(viewer);
  }
}
