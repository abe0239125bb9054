import { graphql, usePageQuery } from '@flipside/platform-web';
import { FilterBar, Select, TextInput } from '@flipside/ui';
import { CHAMPION_STATE_WORDS } from '../champion-words.js';

/** What there is to choose from does not change with what is looked for, so it is asked once. */
const DirectoryChoices = graphql(`
  query DirectoryChoices {
    championSkills
    orgUnits {
      depth
      unit {
        id
        name
      }
    }
    locations {
      id
      name
    }
  }
`);

export const IN_TOUCH = 'IN_TOUCH';

const STATES: { value: string; label: string }[] = [
  { value: '', label: 'Active and resting' },
  ...(['ACTIVE', 'RESTING', 'APPROVED', 'ALUMNI'] as const).map((state) => ({
    value: state,
    label: CHAMPION_STATE_WORDS[state],
  })),
  { value: IN_TOUCH, label: 'Alumni who may be asked' },
];

interface DirectoryFilter {
  text: string;
  unit: string;
  place: string;
  skill: string;
  state: string;
}

interface DirectoryFiltersProps {
  filter: DirectoryFilter;
  onChange: (change: Partial<DirectoryFilter>) => void;
  result: string | undefined;
  onReset: (() => void) | undefined;
}

export function DirectoryFilters({ filter, onChange, result, onReset }: DirectoryFiltersProps) {
  const { data } = usePageQuery(DirectoryChoices);
  return (
    <FilterBar label="Champions" result={result} onReset={onReset}>
      <TextInput
        label="Find"
        placeholder="Name, skill, problem or tool"
        value={filter.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <Select
        label="Unit"
        searchable
        clearable
        placeholder="Any"
        data={data?.orgUnits.map(({ unit }) => ({ value: unit.id, label: unit.name })) ?? []}
        value={filter.unit || null}
        onChange={(unit) => onChange({ unit: unit ?? '' })}
      />
      <Select
        label="Place"
        searchable
        clearable
        placeholder="Any"
        data={data?.locations.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={filter.place || null}
        onChange={(place) => onChange({ place: place ?? '' })}
      />
      <Select
        label="Good at"
        searchable
        clearable
        placeholder="Anything"
        data={data?.championSkills ?? []}
        value={filter.skill || null}
        onChange={(skill) => onChange({ skill: skill ?? '' })}
      />
      <Select
        label="State"
        data={STATES}
        value={filter.state}
        onChange={(state) => onChange({ state: state ?? '' })}
      />
    </FilterBar>
  );
}
