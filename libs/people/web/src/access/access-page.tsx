import { graphql, useAction, useDates, usePageQuery } from '@flipside/platform-web';
import {
  ActionNotice,
  Badge,
  Button,
  DataTable,
  Faces,
  Link,
  Page,
  PersonName,
  SkeletonTable,
  Stack,
  type Column,
} from '@flipside/ui';
import { useRef, useState } from 'react';
import { roleInWords } from '../directory/person-words.js';
import { SettingsViews } from '../settings-views.js';
import { GiveRoleSheet } from './give-role-sheet.js';
import { GrantRole } from './grant-role.js';

const RoleGrants = graphql(`
  query RoleGrants {
    roleGrants {
      ...RoleGrantFields
    }
  }
`);

const RevokeRole = graphql(`
  mutation RevokeRole($input: RevokeRoleInput!) {
    revokeRole(input: $input) {
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

interface Grant {
  role: 'HR_LEAD' | 'ADMINISTRATOR' | 'IMPACT_ANALYST';
  grantedAt: string;
  canSignIn: boolean;
  isLast: boolean;
  person: { id: string; name: string; title: string };
  grantedBy?: { name: string } | null | undefined;
}

/** Who runs the programme and who runs the installation. */
export function AccessPage() {
  const page = usePageQuery(RoleGrants);
  const dates = useDates();
  const [isGiving, setGiving] = useState(false);
  const again = useAction(GrantRole, {
    said: ({ person }) => `${person.name} has the role again.`,
  });
  const taken = useRef<{ personId: string; role: Grant['role'] }>(null);
  const revoke = useAction(RevokeRole, {
    said: ({ person }) => `Done. ${person.name} no longer has the role.`,
    undo: () => {
      const input = taken.current;
      return input ? () => void again.run({ input }) : undefined;
    },
  });

  async function take({ person, role }: Grant) {
    const input = { personId: person.id, role };
    taken.current = input;
    await revoke.run({ input });
  }

  const columns: Column<Grant>[] = [
    {
      id: 'person',
      header: 'Person',
      isRowHeader: true,
      cell: ({ person }) => (
        <Link to={`/people/${person.id}`}>
          <PersonName name={person.name} note={person.title} />
        </Link>
      ),
    },
    { id: 'role', header: 'Role', cell: ({ role }) => roleInWords(role) },
    {
      id: 'since',
      header: 'Given',
      cell: ({ grantedAt, grantedBy }) =>
        `${dates.day(grantedAt)}${grantedBy ? `, by ${grantedBy.name}` : ''}`,
    },
    {
      id: 'state',
      header: 'State',
      isHeaderHidden: true,
      cell: ({ canSignIn, isLast }) =>
        !canSignIn ? (
          <Badge tone="close">Cannot sign in</Badge>
        ) : isLast ? (
          <Badge>Last administrator</Badge>
        ) : null,
    },
    {
      id: 'take',
      header: 'Remove',
      isHeaderHidden: true,
      align: 'end',
      phone: 'aside',
      cell: (grant) =>
        !grant.isLast && (
          <Button
            size="small"
            aria-label={`Remove role ${roleInWords(grant.role)} from ${grant.person.name}`}
            isBusy={revoke.isRunning}
            onClick={() => void take(grant)}
          >
            Remove role
          </Button>
        ),
    },
  ];

  return (
    <Page
      title="Roles"
      lead="HR leads run the programme; administrators run the installation and see no personal content. Champion, executive and delegate come with the work itself."
      width="wide"
      actions={
        <Button variant="primary" onClick={() => setGiving(true)}>
          Give a role
        </Button>
      }
    >
      <Stack gap="24">
        <SettingsViews />
        <ActionNotice of={revoke} />
        <ActionNotice of={again} />
        <Faces of={page} skeleton={<SkeletonTable rows={4} columns={4} />}>
          {({ roleGrants }) => (
            <DataTable
              caption="Who has which role"
              columns={columns}
              rows={roleGrants}
              rowKey={({ person, role }) => `${person.id} ${role}`}
            />
          )}
        </Faces>
      </Stack>
      {isGiving && <GiveRoleSheet onClose={() => setGiving(false)} />}
    </Page>
  );
}
