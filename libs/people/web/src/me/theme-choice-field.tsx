import { Radio, Stack, useThemeChoice, type ThemeChoice } from '@flipside/ui';

const CHOICES: { value: ThemeChoice; label: string }[] = [
  { value: 'system', label: 'Like this device' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** Light or dark; takes effect at once and is kept in this browser. */
export function ThemeChoiceField() {
  const { choice, setChoice } = useThemeChoice();
  return (
    <Radio.Group
      label="Light or dark"
      value={choice}
      onChange={(value) => setChoice(value as ThemeChoice)}
    >
      <Stack gap="8">
        {CHOICES.map(({ value, label }) => (
          <Radio key={value} value={value} label={label} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
