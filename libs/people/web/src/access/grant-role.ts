import { graphql } from '@flipside/platform-web';

graphql(`
  fragment RoleGrantFields on RoleGrant {
    role
    grantedAt
    canSignIn
    isLast
    person {
      id
      name
      title
    }
    grantedBy {
      id
      name
    }
  }
`);

export const GrantRole = graphql(`
  mutation GrantRole($input: GrantRoleInput!) {
    grantRole(input: $input) {
      ... on RoleGrantsPayload {
        person {
          id
          name
        }
        grants {
          ...RoleGrantFields
        }
      }
      ... on PeopleRefusal {
        message
        field
        code
      }
    }
  }
`);
