import { Field, ID, ObjectType } from '@nestjs/graphql';
import { TimeZoneScalar } from '@flipside/platform-api';

@ObjectType('Location', { description: 'A site or remote region.' })
export class LocationType {
  @Field(() => ID, { description: 'Identifier of the location.' })
  id!: string;

  @Field({ description: 'Code in the roster; stays when the name changes.' })
  code!: string;

  @Field({ description: 'Name as people say it.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Country as the roster writes it.' })
  country!: string | null;

  @Field(() => TimeZoneScalar, { description: 'Zone of everybody here who has set none.' })
  timeZone!: string;
}
