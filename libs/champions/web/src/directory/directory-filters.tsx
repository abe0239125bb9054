import { graphql, languageName, usePageQuery, zoneCity } from '@flipside/platform-web';
import { Button, FilterBar, Select, TextInput } from '@flipside/ui';
import { useState } from 'react';
import { CHAMPION_STATE_WORDS } from '../champion-words.js';
import '../champions.css';

/** What there is to choose from does not change with what is looked for, so it is asked once. */
const DirectoryChoices = graphql(`
  query DirectoryChoices {
    championChoices {
      skills
      problems
      tools
      languages
      timeZones
    }
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

export const AVAILABLE = 'AVAILABLE';

const STATES: { value: string; label: string }[] = [
  { value: '', label: 'Active and resting' },
  { value: AVAILABLE, label: 'Free for a new pairing' },
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
  problem: string;
  tool: string;
  language: string;
  zone: string;
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
  const choices = data?.championChoices;
  const [isOpened, setMore] = useState(false);
  const isMore =
    isOpened || [filter.problem, filter.tool, filter.language, filter.zone].some(Boolean);
  return (
    <FilterBar label="Champions" result={result} onReset={onReset}>
      <TextInput
        label="Find"
        placeholder="Name, skill, problem or tool"
        value={filter.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <Select
        label="Function or unit"
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
      <Choice label="Good at" of={choices?.skills} name="skill" {...{ filter, onChange }} />
      <Select
        label="State"
        data={STATES}
        value={filter.state}
        onChange={(state) => onChange({ state: state ?? '' })}
      />
      {isMore ? (
        <>
          <Choice
            label="Helps with"
            of={choices?.problems}
            name="problem"
            {...{ filter, onChange }}
          />
          <Choice
            label="Knows the tool"
            of={choices?.tools}
            name="tool"
            {...{ filter, onChange }}
          />
          <Choice
            label="Language"
            of={choices?.languages}
            name="language"
            inWords={languageName}
            {...{ filter, onChange }}
          />
          <Choice
            label="Time zone"
            of={choices?.timeZones}
            name="zone"
            inWords={zoneCity}
            {...{ filter, onChange }}
          />
        </>
      ) : (
        <div className="champions-more">
          <Button size="small" onClick={() => setMore(true)}>
            More filters
          </Button>
        </div>
      )}
    </FilterBar>
  );
}

interface ChoiceProps {
  label: string;
  of: readonly string[] | undefined;
  name: 'skill' | 'problem' | 'tool' | 'language' | 'zone';
  inWords?: (value: string) => string;
  filter: DirectoryFilter;
  onChange: (change: Partial<DirectoryFilter>) => void;
}

/** One of what champions say of themselves; what the address asks for stands there although nobody says it any more. */
function Choice({ label, of = [], name, inWords = String, filter, onChange }: ChoiceProps) {
  const chosen = filter[name];
  const all = chosen === '' || of.includes(chosen) ? of : [chosen, ...of];
  return (
    <Select
      label={label}
      searchable
      clearable
      placeholder="Any"
      data={all.map((value) => ({ value, label: inWords(value) }))}
      value={chosen || null}
      onChange={(value) => onChange({ [name]: value ?? '' })}
    />
  );
}
