import type { RoundRulesFormFragment } from '@flipside/platform-web/gql';
import { Checkbox, ChipGroup, Columns, Link, NumberInput, Stack, Text } from '@flipside/ui';
import { whole } from './weight-fields.js';

type Rules = RoundRulesFormFragment['rules'];

interface FieldsProps {
  rules: Rules;
  onChange: (change: Partial<Rules>) => void;
  errorFor: (field: string) => string | undefined;
}

/** An empty field stands for no limit. */
const optional = (value: string | number): number | null => (value === '' ? null : whole(value));
const shown = (value: number | null | undefined): number | '' => value ?? '';

/** The limits of the rules that always hold. */
export function HardRuleFields({ rules, onChange, errorFor }: FieldsProps) {
  return (
    <Stack gap="8">
      <Text as="h3" weight="medium">
        Who can never be paired
      </Text>
      <Columns min="16rem" gap="16">
        <NumberInput
          label="Steps down the reporting line"
          description="Champions so near below an executive are left out. Empty: however far."
          min={1}
          max={50}
          value={shown(rules.lineBelow)}
          onChange={(value) => onChange({ lineBelow: optional(value) })}
          error={errorFor('lineBelow')}
        />
        <NumberInput
          label="Steps up the reporting line"
          description="Empty: however far."
          min={1}
          max={50}
          value={shown(rules.lineAbove)}
          onChange={(value) => onChange({ lineAbove: optional(value) })}
          error={errorFor('lineAbove')}
        />
        <NumberInput
          label="Exempt level and above"
          description="These executives are kept from direct reports only; 1 = the head. Empty: none."
          min={1}
          max={99}
          value={shown(rules.lineExemptLevel)}
          onChange={(value) => onChange({ lineExemptLevel: optional(value) })}
          error={errorFor('lineExemptLevel')}
        />
        <NumberInput
          label="Levels between the two, at least"
          description="0: nobody more senior coaches an executive. Empty: any."
          min={0}
          max={50}
          value={shown(rules.minLevelGap)}
          onChange={(value) => onChange({ minLevelGap: optional(value) })}
          error={errorFor('minLevelGap')}
        />
        <NumberInput
          label="Hours a week in which both work, at least"
          min={0}
          max={40}
          step={0.5}
          value={rules.minOverlapMinutes / 60}
          onChange={(value) =>
            onChange({ minOverlapMinutes: Math.round((Number(value) || 0) * 60) })
          }
          error={errorFor('minOverlapMinutes')}
        />
        <NumberInput
          label="Days before the same two are proposed again"
          min={0}
          max={3650}
          value={rules.restDays}
          onChange={(value) => onChange({ restDays: whole(value) })}
          error={errorFor('restDays')}
        />
      </Columns>
      <Checkbox
        label="Only champions with a valid certification"
        checked={rules.needsCertification}
        onChange={(event) => onChange({ needsCertification: event.currentTarget.checked })}
      />
      <Text size="sm">
        <Link to="/matching/certified">Who is certified</Link> ·{' '}
        <Link to="/matching/apart">Who is kept apart</Link>
      </Text>
    </Stack>
  );
}

/** What comes first when not everything can be had. */
export function OrderFields({ rules, onChange, errorFor }: FieldsProps) {
  return (
    <Stack gap="8">
      <Text as="h3" weight="medium">
        What comes first
      </Text>
      <ChipGroup
        label="Which function fits better"
        isSingle
        options={[
          { value: 'OTHER', label: 'A different one, for perspective' },
          { value: 'SAME', label: 'The same one, for relevance' },
        ]}
        value={[rules.functionPolicy]}
        onChange={([chosen]) => onChange({ functionPolicy: chosen === 'SAME' ? 'SAME' : 'OTHER' })}
      />
      <Checkbox
        label="Make the weakest pair as good as it can be, then the total"
        checked={rules.floor}
        onChange={(event) => onChange({ floor: event.currentTarget.checked })}
      />
      <Columns min="16rem" gap="16">
        <NumberInput
          label="Better nobody than a pair below, in points"
          description="Empty: match as many as possible."
          min={0}
          max={100}
          value={rules.worthFrom == null ? '' : rules.worthFrom / 100}
          onChange={(value) =>
            onChange({ worthFrom: value === '' ? null : whole(Number(value) * 100) })
          }
          error={errorFor('worthFrom')}
        />
        <NumberInput
          label="Keeping a proposed pair counts, in points"
          description="How little a new proposing disturbs what stands."
          min={0}
          max={100}
          value={rules.continuity / 100}
          onChange={(value) => onChange({ continuity: whole(Number(value) * 100) })}
          error={errorFor('continuity')}
        />
        <NumberInput
          label="Flag pairs below, in points"
          min={0}
          max={100}
          value={rules.weakFitPoints / 100}
          onChange={(value) => onChange({ weakFitPoints: whole(Number(value) * 100) })}
          error={errorFor('weakFitPoints')}
        />
      </Columns>
    </Stack>
  );
}
