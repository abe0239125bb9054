import { Select } from '@flipside/ui';
import { useMemo } from 'react';

export interface TimeZoneSelectProps {
  label: string;
  description?: string;
  value: string;
  onChange: (zone: string) => void;
  error?: string | undefined;
  /** The choice of having no own zone, in words: its value is ''. */
  noneLabel?: string;
  id?: string;
}

/** Names alone: the server's zone data would more than double the page. */
const timeZones = (): string[] => [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC'),
];

/** Every zone, to be found by typing a city. A zone the browser does not know stays in the list. */
export function TimeZoneSelect({ value, onChange, noneLabel, ...rest }: TimeZoneSelectProps) {
  const data = useMemo(() => {
    const known = timeZones();
    const all = value === '' || known.includes(value) ? known : [value, ...known];
    const zones = all.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
    return noneLabel === undefined ? zones : [{ value: '', label: noneLabel }, ...zones];
  }, [value, noneLabel]);
  return (
    <Select
      {...rest}
      searchable
      limit={60}
      data={data}
      value={value}
      onChange={(zone) => onChange(zone ?? '')}
    />
  );
}
