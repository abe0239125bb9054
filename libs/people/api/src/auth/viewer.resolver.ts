import { Inject } from '@nestjs/common';
import { Context, Field, ID, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import {
  CONFIG,
  Database,
  Public,
  Role,
  TimeZoneScalar,
  type Config,
  type RequestContext,
} from '@flipside/platform-api';

export const CompanyMode = { DEMO: 'DEMO', OWN: 'OWN' } as const;
export type CompanyMode = (typeof CompanyMode)[keyof typeof CompanyMode];
registerEnumType(CompanyMode, {
  name: 'CompanyMode',
  description: 'Whether this is the demonstration company or a real one.',
});

@ObjectType('Viewer', { description: 'The person who is signed in.' })
export class ViewerType {
  @Field(() => ID, { description: 'Identifier of the person.' }) id!: string;
  @Field({ description: 'Full name.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Work e-mail address.' }) email!:
    string | null;
  @Field(() => TimeZoneScalar, { description: 'Zone in which times are shown.' }) timeZone!: string;
  @Field(() => [Role], { description: 'Every role held today.' }) roles!: Role[];
}

@ObjectType({ description: 'What the client must know before anybody signs in.' })
export class Installation {
  @Field({ description: 'Name of the programme.' }) programmeName!: string;
  @Field(() => CompanyMode, { description: 'Demonstration company or a real one.' })
  companyMode!: CompanyMode;
  @Field({ description: 'False when mails are kept in the outbox because no mail server is set.' })
  mailConfigured!: boolean;
}

@ObjectType({ description: 'Somebody prepared to be signed in as on the demonstration company.' })
export class DemoPerson {
  @Field(() => ID, { description: 'Identifier of the person.' }) id!: string;
  @Field({ description: 'Full name.' }) name!: string;
  @Field({ description: 'Job title.' }) title!: string;
  @Field({ description: 'What this person shows, in a few words.' }) note!: string;
  @Field({ description: 'The role to look at, in words, for example "Executive".' })
  roleLabel!: string;
}

@Resolver()
export class ViewerResolver {
  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Query(() => ViewerType, {
    nullable: true,
    description: 'The person who is signed in; null when nobody is.',
  })
  @Public()
  viewer(@Context() { viewer }: RequestContext): ViewerType | null {
    return viewer && { ...viewer, id: viewer.personId, roles: [...viewer.roles] };
  }

  @Query(() => Installation, { description: 'What the client must know before anybody signs in.' })
  @Public()
  async installation(): Promise<Installation> {
    const programme = await this.db.one<{ name: string }>(`select name from programme`);
    return {
      programmeName: programme?.name ?? 'Flipside',
      companyMode: this.config.company === 'demo' ? CompanyMode.DEMO : CompanyMode.OWN,
      mailConfigured: this.config.smtp !== null,
    };
  }

  @Query(() => [DemoPerson], {
    description: 'People to sign in as. Empty outside the demonstration company.',
  })
  @Public()
  demoPeople(): Promise<DemoPerson[]> {
    if (this.config.company !== 'demo') return Promise.resolve([]);
    return this.db.rows<DemoPerson>(
      `select p.id, p.name, p.title, d.note, d.role_label as "roleLabel"
       from demo_person d join person p on p.id = d.person_id order by d.position`,
    );
  }
}
