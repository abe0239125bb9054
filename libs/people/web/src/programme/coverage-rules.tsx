import { championsNeeded, roundingInWords } from '@flipside/people-domain';
import { formatNumber } from '@flipside/platform-web';
import { Card, ChipGroup, Columns, NumberInput, Radio, Stack, Switch, Text } from '@flipside/ui';
import {
  fieldId,
  numberOf,
  shownNumber,
  type EmploymentType,
  type RuleFieldsProps,
} from './rule-fields.js';

/** Who counts, and how many champions they need. */
export function CoverageRules({
  rules,
  onChange,
  errorFor,
  employmentTypes,
}: RuleFieldsProps & { employmentTypes: readonly EmploymentType[] }) {
  const people = new Map(employmentTypes.map((type) => [type.name, type.people]));
  const types = [...new Set([...people.keys(), ...rules.eligibleTypes])];
  return (
    <Card title="Coverage">
      <Stack gap="24">
        <Columns min="18rem" gap="24">
          <NumberInput
            id={fieldId('targetRatio')}
            label="Target: people per champion"
            description={targetInWords(rules.targetRatio)}
            min={1}
            max={1000}
            allowDecimal={false}
            value={shownNumber(rules.targetRatio)}
            error={errorFor('targetRatio')}
            onChange={(value) => onChange({ targetRatio: numberOf(value) })}
          />
          <NumberInput
            id={fieldId('smallUnitLimit')}
            label="Smallest unit with a target of its own"
            description={`Units with fewer people count with the unit above them.`}
            min={1}
            max={1000}
            allowDecimal={false}
            value={shownNumber(rules.smallUnitLimit)}
            error={errorFor('smallUnitLimit')}
            onChange={(value) => onChange({ smallUnitLimit: numberOf(value) })}
          />
        </Columns>
        <Radio.Group
          id={fieldId('rounding')}
          label="Rounding"
          description={Number.isInteger(rules.targetRatio) ? roundingInWords(rules) : undefined}
          value={rules.rounding}
          onChange={(value) => onChange({ rounding: value === 'up' ? 'up' : 'nearest' })}
        >
          <Stack gap="8">
            <Radio value="up" label="Always up" />
            <Radio value="nearest" label="To the nearest whole number" />
          </Stack>
        </Radio.Group>
        <div id={fieldId('eligibleTypes')} tabIndex={-1}>
          <ChipGroup
            label="Who counts"
            hint="Kinds of employment, as the staff list calls them."
            options={types.map((name) => ({
              value: name,
              label: `${name} (${formatNumber(people.get(name) ?? 0)})`,
            }))}
            value={rules.eligibleTypes}
            onChange={(eligibleTypes) => onChange({ eligibleTypes })}
          />
          {errorFor('eligibleTypes') && (
            <Text role="alert" size="sm" tone="danger">
              {errorFor('eligibleTypes')}
            </Text>
          )}
        </div>
        <Switch
          label="Count people on leave"
          checked={rules.countsLeave}
          onChange={(event) => onChange({ countsLeave: event.currentTarget.checked })}
        />
      </Stack>
    </Card>
  );
}

function targetInWords(targetRatio: number): string {
  if (!Number.isInteger(targetRatio) || targetRatio < 1) return 'One champion for how many people?';
  const needed = championsNeeded(100, { targetRatio, rounding: 'up' });
  return `1 champion per ${targetRatio} people: 100 people need ${needed}.`;
}
