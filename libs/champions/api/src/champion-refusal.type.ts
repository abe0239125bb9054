import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  CHAMPION_REFUSAL_CODES,
  type ChampionRefusal,
  type ChampionRefusalCode,
} from '@flipside/champions-domain';
import { Refusal } from '@flipside/platform-api';

const Codes = Object.fromEntries(CHAMPION_REFUSAL_CODES.map((code) => [code, code])) as {
  [Code in ChampionRefusalCode]: Code;
};
registerEnumType(Codes, {
  name: 'ChampionRefusalCode',
  description: 'Why something about champions or nominations cannot be done now.',
});

@ObjectType('ChampionRefusal', {
  implements: () => [Refusal],
  description: 'Something about champions or nominations that cannot be done now.',
})
export class ChampionRefusalType extends Refusal {
  @Field(() => Codes, { description: 'The reason, for programs.' })
  code!: ChampionRefusalCode;
}

export const refusalOf = (refusal: ChampionRefusal): ChampionRefusalType =>
  Object.assign(new ChampionRefusalType(), refusal);
