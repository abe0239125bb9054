import { NativeSelect, type SelectProps as KitSelectProps } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { TextInput } from './fields.js';

const SearchSelect = lazy(async () => ({
  default: (await import('./search-select.js')).SearchSelect,
}));

export type SelectProps = KitSelectProps;

/**
 * One of several. Without `searchable` or `clearable` it is the device's own list: light, and at home on phones. With
 * them it is a list to type into, loaded when it is first needed.
 */
export function Select(props: SelectProps) {
  if (!props.searchable && !props.clearable) return <ShortSelect {...props} />;
  const { label, description, className } = props;
  const place = (
    <TextInput label={label} description={description} className={className} disabled />
  );
  return (
    <Suspense fallback={place}>
      <SearchSelect {...props} />
    </Suspense>
  );
}

function ShortSelect(props: SelectProps) {
  const { label, description, error, id, name, required, disabled, className } = props;
  const { data = [], placeholder, value, defaultValue, onChange } = props;
  const options = data.flatMap((entry) =>
    typeof entry === 'object' && 'items' in entry ? entry.items : [entry],
  );
  const entries: { value: string; label: string; disabled?: boolean }[] = options.map((option) => {
    if (typeof option !== 'object') return { value: String(option), label: String(option) };
    const { value: entryValue, disabled: isOff } = option;
    const entryLabel = 'label' in option ? option.label : entryValue;
    return { value: entryValue, label: entryLabel, ...(isOff && { disabled: true }) };
  });
  const start = value === undefined ? defaultValue : value;
  // A list whose first entry looks chosen although nothing is would tell an untruth.
  const isOpen =
    (start === null || start === undefined || start === '') &&
    !entries.some((entry) => entry.value === '');
  return (
    <NativeSelect
      size="md"
      {...{ label, description, error, name, required, disabled, className }}
      {...(id ? { id } : {})}
      {...(value === undefined ? { defaultValue: defaultValue ?? '' } : { value: value ?? '' })}
      aria-label={props['aria-label']}
      onChange={(event) => {
        const chosen = entries.find((entry) => entry.value === event.currentTarget.value);
        if (chosen) onChange?.(chosen.value, chosen);
      }}
    >
      {isOpen && <option value="">{placeholder ?? 'Choose'}</option>}
      {entries.map((entry) => (
        <option key={entry.value} value={entry.value} disabled={entry.disabled}>
          {entry.label}
        </option>
      ))}
    </NativeSelect>
  );
}
