import { MultiSelect as KitMultiSelect } from '@mantine/core';
import { usePortalProps } from '../portal-target.js';
import type { MultiSelectProps } from './multi-select.js';

/** A list to type into, from which several are taken. */
export function SearchMultiSelect({ comboboxProps, ...rest }: MultiSelectProps) {
  const portalProps = usePortalProps();
  return (
    <KitMultiSelect
      size="md"
      checkIconPosition="right"
      nothingFoundMessage="Nothing found"
      searchable
      {...rest}
      comboboxProps={{ ...(portalProps && { portalProps }), ...comboboxProps }}
    />
  );
}
