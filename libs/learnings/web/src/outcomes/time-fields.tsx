import { monthlyHours } from '@flipside/learnings-domain';
import { Columns, NumberInput, Select, Stack, Text } from '@flipside/ui';
import { hoursWords } from './outcome-documents.js';

export interface TimeDraft {
  minutesBefore: number | null;
  minutesAfter: number | null;
  checkingMinutes: number;
  times: number;
  every: 'DAY' | 'WEEK' | 'MONTH';
  people: number;
  setupMinutes: number;
}

interface TimeFieldsProps {
  value: TimeDraft;
  set: (change: Partial<TimeDraft>) => void;
  errorFor: (field: string) => string | undefined;
}

const EVERY = [
  { value: 'DAY', label: 'a working day' },
  { value: 'WEEK', label: 'a week' },
  { value: 'MONTH', label: 'a month' },
];
/** Times a month for each rhythm: weekly is 52 ÷ 12, daily is 5 working days of that. */
export const A_MONTH = { DAY: (52 / 12) * 5, WEEK: 52 / 12, MONTH: 1 } as const;

export const numberOf = (value: string | number): number | null =>
  value === '' || Number.isNaN(Number(value)) ? null : Number(value);

const MINUTES = [
  { field: 'minutesBefore', label: 'Minutes before' },
  { field: 'minutesAfter', label: 'Minutes after' },
  { field: 'checkingMinutes', label: 'Minutes for checking it' },
] as const;

/** Before, after, checking, how often, how many people, set-up; the result stands below while they are typed. */
export function TimeFields({ value, set, errorFor }: TimeFieldsProps) {
  const { minutesBefore, minutesAfter, checkingMinutes, times, every, people, setupMinutes } =
    value;
  const timesPerMonth = times * A_MONTH[every];
  const hours =
    minutesBefore === null || minutesAfter === null
      ? null
      : monthlyHours({ minutesBefore, minutesAfter, checkingMinutes, timesPerMonth, people });
  return (
    <Stack gap="12">
      <Columns min="9rem">
        {MINUTES.map(({ field, label }) => (
          <NumberInput
            key={field}
            label={label}
            min={0}
            value={value[field] ?? ''}
            error={errorFor(field)}
            onChange={(next) =>
              set({ [field]: numberOf(next) ?? (field === 'checkingMinutes' ? 0 : null) })
            }
          />
        ))}
        <NumberInput
          label="How many times"
          min={0}
          value={times}
          error={errorFor('timesPerMonth')}
          onChange={(next) => set({ times: numberOf(next) ?? 0 })}
        />
        <Select
          label="Per"
          data={EVERY}
          value={every}
          onChange={(next) => {
            if (next) set({ every: next as TimeDraft['every'] });
          }}
        />
        <NumberInput
          label="People who do it"
          min={1}
          value={people}
          error={errorFor('people')}
          onChange={(next) => set({ people: numberOf(next) ?? 0 })}
        />
        <NumberInput
          label="Minutes to set it up, once"
          min={0}
          value={setupMinutes}
          error={errorFor('setupMinutes')}
          onChange={(next) => set({ setupMinutes: numberOf(next) ?? 0 })}
        />
      </Columns>
      {hours !== null && (
        <Text tone="muted" size="sm">
          That {hoursWords(hours)}, checking taken off.
          {setupMinutes > 0 && ' The set-up is taken off in the first month.'}
        </Text>
      )}
    </Stack>
  );
}
