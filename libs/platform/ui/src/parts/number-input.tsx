import type { TextInputProps } from './fields.js';
import { TextInput } from './fields.js';

export interface NumberInputProps extends Omit<
  TextInputProps,
  'type' | 'value' | 'defaultValue' | 'onChange'
> {
  value?: number | string;
  defaultValue?: number | string;
  /** A number, or '' while the field is empty. */
  onChange?: (value: number | string) => void;
  /** Whole numbers unless set. */
  allowDecimal?: boolean;
}

/** A number by keys, arrows or the device's number pad. Limits are said by `error`, never corrected behind one's back. */
export function NumberInput({ onChange, allowDecimal, step, ...rest }: NumberInputProps) {
  return (
    <TextInput
      {...rest}
      type="number"
      inputMode={allowDecimal ? 'decimal' : 'numeric'}
      step={step ?? (allowDecimal ? 'any' : 1)}
      // Turning the wheel to scroll the page must not change a number.
      onWheel={(event) => event.currentTarget.blur()}
      onChange={(event) => {
        const { value, valueAsNumber } = event.currentTarget;
        onChange?.(value === '' || Number.isNaN(valueAsNumber) ? '' : valueAsNumber);
      }}
    />
  );
}
