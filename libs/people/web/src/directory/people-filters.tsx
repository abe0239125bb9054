import { graphql, holdsAny, usePageQuery, useViewer } from '@flipside/platform-web';
import { FilterBar, Select, TextInput } from '@flipside/ui';
import { useSearchText } from './use-search-text.js';

const PeopleChoices = graphql(`
  query PeopleChoices {
    orgUnits {
      depth
      peopleWithBelow
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

export interface PeopleFilterValues {
  text: string;
  unit: string;
  location: string;
  status: string;
  role: string;
  /** "none" for people without one. */
  level: string;
}

/** Shows the depth of a unit in a list that knows no nesting; plain spaces would be drawn as one. */
const INDENT = '\u2003';

const ROLES = [
  { value: '', label: 'Any role' },
  { value: 'CHAMPION', label: 'Champions' },
  { value: 'EXECUTIVE', label: 'Executives' },
  { value: 'HR_LEAD', label: 'HR leads' },
  { value: 'ADMINISTRATOR', label: 'Administrators' },
  { value: 'IMPACT_ANALYST', label: 'Impact analysts' },
];

const STATUSES = [
  { value: '', label: 'Everyone' },
  { value: 'WORKING', label: 'Working' },
  { value: 'ON_LEAVE', label: 'On leave' },
  { value: 'LEFT', label: 'Left' },
];

const LEVELS = [
  { value: '', label: 'Any level or none' },
  { value: 'none', label: 'Without a level' },
];

export interface PeopleFiltersProps {
  values: PeopleFilterValues;
  onChange: (change: Partial<PeopleFilterValues>) => void;
  result: string | undefined;
  onReset: (() => void) | undefined;
}

/** What to look for. The lists of units and places may arrive late; searching by name works before. */
export function PeopleFilters({ values, onChange, result, onReset }: PeopleFiltersProps) {
  const { data } = usePageQuery(PeopleChoices);
  const viewer = useViewer();
  const [text, setText] = useSearchText(values.text, (typed) => onChange({ text: typed }));
  const units = (data?.orgUnits ?? [])
    .filter((node) => node.peopleWithBelow > 0)
    .map((node) => ({
      value: node.unit.id,
      label: `${INDENT.repeat(node.depth)}${node.unit.name}`,
    }));
  const locations = (data?.locations ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const isHr = holdsAny(viewer, ['HR_LEAD']);

  return (
    <FilterBar label="Find people" result={result} onReset={onReset}>
      <TextInput
        label="Name"
        type="search"
        placeholder={isHr ? 'Name, e-mail or staff number' : 'Part of a name'}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Select
        label="Unit"
        searchable
        data={[{ value: '', label: 'All units' }, ...units]}
        value={values.unit}
        onChange={(unit) => onChange({ unit: unit ?? '' })}
      />
      <Select
        label="Location"
        data={[{ value: '', label: 'All locations' }, ...locations]}
        value={values.location}
        onChange={(location) => onChange({ location: location ?? '' })}
      />
      {holdsAny(viewer, ['HR_LEAD', 'ADMINISTRATOR']) && (
        <Select
          label="Role"
          data={ROLES}
          value={values.role}
          onChange={(role) => onChange({ role: role ?? '' })}
        />
      )}
      {isHr && (
        <>
          <Select
            label="Status"
            data={STATUSES}
            value={values.status}
            onChange={(status) => onChange({ status: status ?? '' })}
          />
          <Select
            label="Level"
            data={LEVELS}
            value={values.level}
            onChange={(level) => onChange({ level: level ?? '' })}
          />
        </>
      )}
    </FilterBar>
  );
}
