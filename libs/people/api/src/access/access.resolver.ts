import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Result } from '@flipside/kernel';
import type { PeopleRefusal } from '@flipside/people-domain';
import { barrier, CurrentViewer, RequestContext, Roles, type Viewer } from '@flipside/platform-api';
import { PersonLoader } from '../directory/person.loader.js';
import { answerOf, payloadOrRefusal } from '../people-refusal.type.js';
import { GrantRoleInput, RevokeRoleInput, RoleGrant, RoleGrantsPayload } from './access.type.js';
import { GrantRole } from './grant-role.js';
import { RevokeRole } from './revoke-role.js';
import { RoleGrantReader } from './role-grant.reader.js';

const GrantRoleResult = payloadOrRefusal('GrantRoleResult', RoleGrantsPayload);
const RevokeRoleResult = payloadOrRefusal('RevokeRoleResult', RoleGrantsPayload);

@Resolver(() => RoleGrant)
export class AccessResolver {
  constructor(
    private readonly reader: RoleGrantReader,
    private readonly granting: GrantRole,
    private readonly revoking: RevokeRole,
    private readonly people: PersonLoader,
  ) {}

  @Query(() => [RoleGrant], { description: 'Who was given which role, by role and name.' })
  @Roles('ADMINISTRATOR')
  roleGrants(@Context() context: RequestContext): Promise<RoleGrant[]> {
    return this.grants(context);
  }

  @Mutation(() => GrantRoleResult, { description: 'Gives a role to somebody.' })
  @Roles('ADMINISTRATOR')
  async grantRole(
    @Context() context: RequestContext,
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Who gets which role.' }) input: GrantRoleInput,
  ): Promise<typeof GrantRoleResult> {
    return this.answer(context, await this.granting.run(viewer, input));
  }

  @Mutation(() => RevokeRoleResult, { description: 'Takes a role from somebody.' })
  @Roles('ADMINISTRATOR')
  async revokeRole(
    @Context() context: RequestContext,
    @Args('input', { description: 'Who loses which role.' }) input: RevokeRoleInput,
  ): Promise<typeof RevokeRoleResult> {
    return this.answer(context, await this.revoking.run(input));
  }

  private async grants(context: RequestContext): Promise<RoleGrant[]> {
    const rows = await this.reader.all();
    return Promise.all(
      rows.map(async ({ personId, grantedById, ...row }) => ({
        ...row,
        person: await this.person(context, personId),
        grantedBy: grantedById ? await this.people.of(context).load(grantedById) : null,
      })),
    );
  }

  private async person(context: RequestContext, id: string) {
    const person = await this.people.of(context).load(id);
    if (!person) throw barrier('NOT_FOUND');
    return person;
  }

  private async answer(
    context: RequestContext,
    result: Result<{ personId: string }, PeopleRefusal>,
  ): Promise<typeof GrantRoleResult> {
    if (!result.ok) return answerOf(result);
    return {
      grants: await this.grants(context),
      person: await this.person(context, result.value.personId),
    };
  }
}
