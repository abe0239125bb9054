import { Select as KitSelect } from '@mantine/core';
import { usePortalProps } from '../portal-target.js';
import type { SelectProps } from './select.js';

/** A list to type into. */
export function SearchSelect({ comboboxProps, ...rest }: SelectProps) {
  const portalProps = usePortalProps();
  return (
    <KitSelect
      size="md"
      allowDeselect={false}
      checkIconPosition="right"
      nothingFoundMessage="Nothing found"
      {...rest}
      comboboxProps={{ ...(portalProps && { portalProps }), ...comboboxProps }}
    />
  );
}
