import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InstantScalar } from '@flipside/platform-api';
import { PersonType } from '../directory/person.type.js';

export const GrantedRole = {
  HR_LEAD: 'HR_LEAD',
  ADMINISTRATOR: 'ADMINISTRATOR',
  IMPACT_ANALYST: 'IMPACT_ANALYST',
} as const;
export type GrantedRole = (typeof GrantedRole)[keyof typeof GrantedRole];

registerEnumType(GrantedRole, {
  name: 'GrantedRole',
  description: 'Roles that an administrator gives and takes.',
  valuesMap: {
    HR_LEAD: { description: 'Runs the programme: rules, rounds, coverage and reports.' },
    ADMINISTRATOR: { description: 'Runs the installation: mail, health and accounts.' },
    IMPACT_ANALYST: { description: 'Loads group labels and reads how matching treats groups.' },
  },
});

@ObjectType({ description: 'A role that somebody was given.' })
export class RoleGrant {
  @Field(() => PersonType, { description: 'Who holds it.' })
  person!: PersonType;

  @Field(() => GrantedRole, { description: 'The role.' })
  role!: GrantedRole;

  @Field(() => PersonType, {
    nullable: true,
    description: 'Who gave it; null for the installation itself.',
  })
  grantedBy!: PersonType | null;

  @Field(() => InstantScalar, { description: 'When it was given.' })
  grantedAt!: Date;

  @Field({
    description: 'False for people who left or have no e-mail address: they cannot use it.',
  })
  canSignIn!: boolean;

  @Field({
    description: 'True when this grant must stay, because nobody else could run the installation.',
  })
  isLast!: boolean;
}

@InputType({ description: 'A role to give to somebody.' })
export class GrantRoleInput {
  @Field(() => ID, { description: 'Who gets it.' })
  personId!: string;

  @Field(() => GrantedRole, { description: 'The role.' })
  role!: GrantedRole;
}

@InputType({ description: 'A role to take from somebody.' })
export class RevokeRoleInput {
  @Field(() => ID, { description: 'Who holds it.' })
  personId!: string;

  @Field(() => GrantedRole, { description: 'The role.' })
  role!: GrantedRole;
}

@ObjectType({ description: 'Who holds which role after a change.' })
export class RoleGrantsPayload {
  @Field(() => [RoleGrant], { description: 'Every grant, by role and name.' })
  grants!: RoleGrant[];

  @Field(() => PersonType, { description: 'The person it was about.' })
  person!: PersonType;
}
