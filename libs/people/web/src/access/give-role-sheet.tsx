import { graphql, useAction, usePageQuery } from '@flipside/platform-web';
import { ActionNotice, Button, Radio, Select, Sheet, Stack } from '@flipside/ui';
import { useState } from 'react';
import { useSearchText } from '../directory/use-search-text.js';
import { GrantRole } from './grant-role.js';

const FindPerson = graphql(`
  query FindPerson($text: String!) {
    people(filter: { text: $text }, first: 10) {
      edges {
        node {
          id
          name
          title
        }
      }
    }
  }
`);

const ROLES = [
  {
    value: 'HR_LEAD',
    label: 'HR lead',
    description: 'Rules, coverage, recruiting, matching and reports.',
  },
  {
    value: 'ADMINISTRATOR',
    label: 'Administrator',
    description: 'Mail, health and roles. No notes, no programme data.',
  },
  {
    value: 'IMPACT_ANALYST',
    label: 'Impact analyst',
    description: 'Loads group labels and reads how matching treats groups. Every reading is noted.',
  },
] as const;

type GivenRole = (typeof ROLES)[number]['value'];

/** Finds a person by name and gives them a role. */
export function GiveRoleSheet({ onClose }: { onClose: () => void }) {
  const [searched, setSearched] = useState('');
  const [text, setText] = useSearchText(searched, setSearched);
  const [personId, setPersonId] = useState<string | null>(null);
  const [role, setRole] = useState<GivenRole>('HR_LEAD');
  const [isMissing, setMissing] = useState(false);
  const found = usePageQuery(FindPerson, {
    variables: { text: searched },
    isPaused: searched.trim() === '',
  });
  const grant = useAction(GrantRole, {
    said: ({ person }) => `${person.name} has the role from now on.`,
    onDone: onClose,
  });
  const people = (found.data?.people.edges ?? []).map(({ node }) => ({
    value: node.id,
    label: node.title ? `${node.name}, ${node.title}` : node.name,
  }));

  function submit() {
    setMissing(personId === null);
    if (personId) void grant.run({ input: { personId, role } });
  }

  return (
    <Sheet
      isOpen
      onClose={onClose}
      title="Give a role"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" isBusy={grant.isRunning} onClick={submit}>
            Give role
          </Button>
        </>
      }
    >
      <Stack gap="24">
        <ActionNotice of={grant} />
        <Select
          label="Person"
          placeholder="Type part of a name"
          searchable
          data={people}
          filter={({ options }) => options}
          value={personId}
          searchValue={text}
          onSearchChange={setText}
          onChange={setPersonId}
          nothingFoundMessage={text.trim() === '' ? 'Type part of a name' : 'Nobody matches'}
          error={isMissing ? 'Choose a person' : grant.errorFor('personId')}
        />
        <Radio.Group label="Role" value={role} onChange={(value) => setRole(value as GivenRole)}>
          <Stack gap="12">
            {ROLES.map(({ value, label, description }) => (
              <Radio key={value} value={value} label={label} description={description} />
            ))}
          </Stack>
        </Radio.Group>
      </Stack>
    </Sheet>
  );
}
