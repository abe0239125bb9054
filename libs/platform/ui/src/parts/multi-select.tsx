import type { MultiSelectProps } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { TextInput } from './fields.js';

const SearchMultiSelect = lazy(async () => ({
  default: (await import('./search-multi-select.js')).SearchMultiSelect,
}));

export type { MultiSelectProps };

/** Several of many, loaded when it is first needed. For up to eight, use ChipGroup: everything is in sight. */
export function MultiSelect(props: MultiSelectProps) {
  const { label, description } = props;
  return (
    <Suspense fallback={<TextInput label={label} description={description} disabled />}>
      <SearchMultiSelect {...props} />
    </Suspense>
  );
}
