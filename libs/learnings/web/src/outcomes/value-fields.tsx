import { audienceSentence } from '@flipside/learnings-domain';
import { Columns, NumberInput, Select, Stack, TextInput } from '@flipside/ui';
import type { Category } from './outcome-documents.js';
import { numberOf } from './time-fields.js';

export interface ValueDraft {
  valueBefore: number | null;
  valueAfter: number | null;
  cases: number | null;
  isLowerBetter: boolean;
  indicator: string;
}

interface ValueFieldsProps {
  category: Category;
  otherName: string;
  value: ValueDraft;
  set: (change: Partial<ValueDraft>) => void;
  errorFor: (field: string) => string | undefined;
}

type Field = 'valueBefore' | 'valueAfter' | 'cases';

/** What each category counts besides time. All of it may follow later, when it is known. */
const FIELDS: Record<Exclude<Category, 'MANUAL_EFFORT'>, readonly [Field, string][]> = {
  CYCLE_TIME: [
    ['valueBefore', 'Median before, in hours'],
    ['valueAfter', 'Median after, in hours'],
    ['cases', 'Cases behind it'],
  ],
  DECISION_QUALITY: [
    ['cases', 'Decisions looked at again'],
    ['valueAfter', 'Would be decided the same'],
  ],
  CUSTOMER_EXPERIENCE: [
    ['valueBefore', 'Before'],
    ['valueAfter', 'After'],
  ],
  NEW_WORKFLOW: [['valueAfter', 'People who used it in the last 30 days']],
};

export function ValueFields({ category, otherName, value, set, errorFor }: ValueFieldsProps) {
  if (category === 'MANUAL_EFFORT') return null;
  const isCustomer = category === 'CUSTOMER_EXPERIENCE';
  return (
    <Stack gap="12">
      {isCustomer && (
        <TextInput
          label="What is counted?"
          description="For example complaints a week."
          value={value.indicator}
          error={errorFor('indicator')}
          audience="PAIR"
          audienceNote={audienceSentence('outcome.indicator', otherName)}
          onChange={(event) => set({ indicator: event.currentTarget.value })}
        />
      )}
      <Columns min="9rem">
        {FIELDS[category].map(([field, label]) => (
          <NumberInput
            key={field}
            label={label}
            min={0}
            value={value[field] ?? ''}
            error={errorFor(field)}
            onChange={(next) => set({ [field]: numberOf(next) })}
          />
        ))}
        {isCustomer && (
          <Select
            label="Better is"
            data={[
              { value: 'LOWER', label: 'less' },
              { value: 'HIGHER', label: 'more' },
            ]}
            value={value.isLowerBetter ? 'LOWER' : 'HIGHER'}
            onChange={(next) => set({ isLowerBetter: next === 'LOWER' })}
          />
        )}
      </Columns>
    </Stack>
  );
}
