import { graphql, usePageQuery } from '@flipside/platform-web';
import { Select } from '@flipside/ui';
import { useEffect, useState } from 'react';

const FindPeople = graphql(`
  query FindPeopleForChampions($text: String, $unitId: ID) {
    people(first: 12, filter: { text: $text, unitId: $unitId }) {
      edges {
        node {
          id
          name
          title
          unit {
            id
            name
          }
        }
      }
    }
  }
`);

export interface FoundPerson {
  id: string;
  name: string;
}

interface PersonSearchProps {
  label: string;
  value: FoundPerson | null;
  onChange: (person: FoundPerson | null) => void;
  /** Only people of this unit and below it. */
  unitId?: string | undefined;
  error?: string | undefined;
}

/** Finds one person by name while typing; the server searches, so the whole company is in reach. */
export function PersonSearch({ label, value, onChange, unitId, error }: PersonSearchProps) {
  const [typed, setTyped] = useState(value?.name ?? '');
  const text = useSettled(typed);
  const found = usePageQuery(FindPeople, {
    variables: { text: text === value?.name ? '' : text, unitId: unitId ?? null },
  });
  const people = found.data?.people.edges.map(({ node }) => node) ?? [];
  const options = people.map(({ id, name, title, unit }) => ({
    value: id,
    label: [name, title, unit?.name].filter(Boolean).join(' · '),
  }));
  const chosen = value && !people.some(({ id }) => id === value.id);
  return (
    <Select
      label={label}
      searchable
      placeholder="Type a name"
      data={chosen ? [{ value: value.id, label: value.name }, ...options] : options}
      // The server has searched already; the list shows what it found.
      filter={({ options: all }) => all}
      searchValue={typed}
      onSearchChange={setTyped}
      value={value?.id ?? null}
      onChange={(id) => {
        const person = people.find((each) => each.id === id);
        onChange(person ? { id: person.id, name: person.name } : null);
      }}
      nothingFoundMessage={found.status === 'loading' ? 'Searching' : 'Nobody by that name'}
      error={error}
    />
  );
}

/** What somebody has typed, once they pause. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 200);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
