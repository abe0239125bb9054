import { Looks } from '@flipside/people-api';
import { isId } from '@flipside/kernel';
import {
  barrier,
  CurrentViewer,
  Database,
  DayScalar,
  Roles,
  type Viewer,
} from '@flipside/platform-api';
import {
  Args,
  Field,
  ID,
  Int,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from '@nestjs/graphql';

export const PairingHealthState = {
  AT_RISK: 'at_risk',
  SLIPPING: 'slipping',
  ON_RHYTHM: 'on_rhythm',
  TOO_NEW: 'too_new',
  NOT_ENOUGH_DATA: 'not_enough_data',
  PAUSED: 'paused',
  ENDED: 'ended',
} as const;
export type PairingHealthState = (typeof PairingHealthState)[keyof typeof PairingHealthState];
registerEnumType(PairingHealthState, {
  name: 'PairingHealthState',
  description: 'How a pairing is doing: rules first, a score second.',
  valuesMap: {
    AT_RISK: { description: 'A rule says so, or the score is low.' },
    SLIPPING: { description: 'Needs a look.' },
    ON_RHYTHM: { description: 'Goes well.' },
    TOO_NEW: { description: 'Its first window and seven days more are not over.' },
    NOT_ENOUGH_DATA: { description: 'Fewer than two parts of the score are known.' },
    PAUSED: { description: 'Paused, for whatever reason.' },
    ENDED: { description: 'Over.' },
  },
});

@ObjectType({ description: 'How one pairing was found to do.' })
export class PairingHealth {
  @Field(() => ID, { description: 'The pairing.' })
  pairingId!: string;

  @Field({ description: 'Who learns.' })
  executiveName!: string;

  @Field({ description: 'Who coaches.' })
  championName!: string;

  @Field(() => PairingHealthState, { description: 'The state.' })
  state!: PairingHealthState;

  @Field(() => [String], { description: 'The two reasons that weigh most, in words.' })
  reasons!: string[];

  @Field(() => DayScalar, { description: 'Since when it is in this state.' })
  sinceOn!: string;
}

@ObjectType({ description: 'The health of all pairings as last looked at.' })
export class PairingHealthReport {
  @Field(() => DayScalar, {
    nullable: true,
    description: 'Its data date; null before the first look.',
  })
  foundOn!: string | null;

  @Field(() => Int, { description: 'Which set of weights was used.' })
  weightsVersion!: number;

  @Field(() => [PairingHealth], { description: 'Those that need a look first; 500 at most.' })
  pairings!: PairingHealth[];
}

interface Row extends PairingHealth {
  foundOn: string;
  weightsVersion: number;
  executiveId: string;
  championId: string;
}

/** One row for each pairing that was looked at. HR's list and what the two are shown of it are made of this alone. */
const HEALTH = `
  select h.pairing_id as "pairingId", e.name as "executiveName", c.name as "championName", h.state, h.reasons,
    e.id as "executiveId", c.id as "championId", h.since_on as "sinceOn", h.found_on as "foundOn", h.weights_version as "weightsVersion"
  from pairing_health h join pairing p on p.id = h.pairing_id
  join person e on e.id = p.executive_id join person c on c.id = p.champion_id
  where h.state <> 'ended'`;

@Resolver()
export class HealthResolver {
  constructor(
    private readonly db: Database,
    private readonly looks: Looks,
  ) {}

  @Roles('HR_LEAD')
  @Query(() => PairingHealthReport, {
    description: 'How each pairing is doing: no word that anybody wrote, no score.',
  })
  async pairingHealth(
    @CurrentViewer() viewer: Pick<Viewer, 'personId'>,
  ): Promise<PairingHealthReport> {
    const rows = await this.db.rows<Row>(
      `${HEALTH}
       order by array_position(array['at_risk', 'slipping', 'not_enough_data', 'too_new', 'paused', 'on_rhythm'], h.state),
         h.since_on, e.name, h.pairing_id
       limit 500`,
    );
    const named = rows.flatMap(({ executiveId, championId }) => [executiveId, championId]);
    await this.looks.noteList(viewer, named, 'pairing_list');
    return {
      foundOn: rows[0]?.foundOn ?? null,
      weightsVersion: rows[0]?.weightsVersion ?? 1,
      pairings: rows,
    };
  }

  @Roles('EMPLOYEE')
  @Query(() => PairingHealth, {
    nullable: true,
    description:
      'The row that HR sees of one’s own pairing; null before the first look. For its two people.',
  })
  async healthAsHrSees(
    @CurrentViewer() viewer: Pick<Viewer, 'personId'>,
    @Args('pairingId', { type: () => ID, description: 'The pairing.' }) pairingId: string,
  ): Promise<PairingHealth | null> {
    const isTheirs =
      isId(pairingId) &&
      (await this.db.one(
        `select 1 from pairing where id = $1 and $2 in (executive_id, champion_id)`,
        [pairingId, viewer.personId],
      ));
    if (!isTheirs) throw barrier('NOT_FOUND');
    return this.db.one<Row>(`${HEALTH} and h.pairing_id = $1`, [pairingId]);
  }
}
