import { monthlyHours } from '@flipside/learnings-domain';
import { Columns, NumberInput, Select, Stack, Text } from '@flipside/ui';
import { hoursWords } from './outcome-documents.js';

export interface TimeDraft {
  minutesBefore: number | null;
  minutesAfter: number | null;
  times: number;
  every: 'DAY' | 'WEEK' | 'MONTH';
  people: number;
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

const numberOf = (value: string | number): number | null =>
  value === '' || Number.isNaN(Number(value)) ? null : Number(value);

/** Before, after, how often, how many people; the result stands below while they are typed. */
export function TimeFields({ value, set, errorFor }: TimeFieldsProps) {
  const { minutesBefore, minutesAfter, times, every, people } = value;
  const hours =
    minutesBefore === null || minutesAfter === null
      ? null
      : monthlyHours({
          minutesBefore,
          minutesAfter,
          timesPerMonth: times * A_MONTH[every],
          people,
        });
  return (
    <Stack gap="12">
      <Columns min="9rem">
        <NumberInput
          label="Minutes before"
          min={0}
          value={minutesBefore ?? ''}
          error={errorFor('minutesBefore')}
          onChange={(next) => set({ minutesBefore: numberOf(next) })}
        />
        <NumberInput
          label="Minutes after, with checking"
          min={0}
          value={minutesAfter ?? ''}
          error={errorFor('minutesAfter')}
          onChange={(next) => set({ minutesAfter: numberOf(next) })}
        />
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
      </Columns>
      {hours !== null && (
        <Text tone="muted" size="sm">
          That {hoursWords(hours)}.
        </Text>
      )}
    </Stack>
  );
}
