import { MultiSelect as KitMultiSelect, type MultiSelectProps } from '@mantine/core';
import { usePortalProps } from '../portal-target.js';

export type { MultiSelectProps };

/** Several of many. For up to eight, use ChipGroup: everything is in sight. */
export function MultiSelect({ comboboxProps, ...rest }: MultiSelectProps) {
  const portalProps = usePortalProps();
  return (
    <KitMultiSelect
      size="md"
      checkIconPosition="right"
      nothingFoundMessage="Nothing found"
      {...rest}
      comboboxProps={{ ...(portalProps && { portalProps }), ...comboboxProps }}
    />
  );
}
