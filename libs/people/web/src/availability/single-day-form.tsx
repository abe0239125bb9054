import { clockOf, minuteOf } from '@flipside/people-domain';
import { formatCalendarDay, formatTime, graphql, useAction } from '@flipside/platform-web';
import {
  ActionNotice,
  Button,
  DateField,
  FormActions,
  Row,
  Select,
  Stack,
  TimeField,
} from '@flipside/ui';
import { useState } from 'react';

const AddOverride = graphql(`
  mutation AddOverride($input: AddOverrideInput!) {
    addOverride(input: $input) {
      ... on MyDaysPayload {
        days {
          ...DaysFields
        }
      }
      ... on PeopleRefusal {
        message
        field
        code
      }
    }
  }
`);

const DAY_MINUTES = 1440;
const KINDS = [
  { value: 'CLOSED', label: 'Not free' },
  { value: 'OPEN', label: 'Free' },
] as const;
type Kind = (typeof KINDS)[number]['value'];

interface SingleDay {
  onDay: string;
  kind: string;
  fromMinute: number;
  toMinute: number;
}

const clock = (onDay: string, minute: number): string =>
  formatTime(`${onDay}T${clockOf(minute % DAY_MINUTES)}:00Z`, 'UTC');

/** "Fri 12 Mar, 13:00–17:00: not free" */
export function singleDayWords({ onDay, kind, fromMinute, toMinute }: SingleDay): string {
  const hours =
    toMinute - fromMinute === DAY_MINUTES
      ? 'all day'
      : `${clock(onDay, fromMinute)}–${clock(onDay, toMinute)}`;
  return `${formatCalendarDay(onDay)}, ${hours}: ${kind === 'OPEN' ? 'free' : 'not free'}`;
}

/** Opens or closes hours of one day, whatever the week says. */
export function SingleDayForm() {
  const [onDay, setOnDay] = useState('');
  const [kind, setKind] = useState<Kind>('CLOSED');
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const add = useAction(AddOverride, {
    said: () => 'Noted. Times are offered by it from now on.',
    onDone: () => {
      setOnDay('');
      setFrom('');
      setUntil('');
    },
  });
  // Without hours the whole day is meant; midnight as an end is the end of the day.
  const submit = () =>
    void add.run({
      input: {
        onDay,
        kind,
        fromMinute: minuteOf(from) ?? 0,
        toMinute: minuteOf(until) || DAY_MINUTES,
      },
    });
  const isBesideField = ['onDay', 'toMinute'].some((field) => add.errorFor(field));
  return (
    <Stack gap="16">
      <Row gap="16" align="start">
        <DateField
          label="Day"
          value={onDay}
          error={add.errorFor('onDay')}
          onChange={(event) => setOnDay(event.currentTarget.value)}
        />
        <Select
          label="Then I am"
          data={[...KINDS]}
          value={kind}
          onChange={(value) => setKind(value === 'OPEN' ? 'OPEN' : 'CLOSED')}
        />
        <TimeField
          label="From (optional)"
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TimeField
          label="Until (optional)"
          value={until}
          error={add.errorFor('toMinute')}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      </Row>
      {!isBesideField && <ActionNotice of={add} />}
      <FormActions>
        <Button disabled={!onDay} isBusy={add.isRunning} onClick={submit}>
          Add the day
        </Button>
      </FormActions>
    </Stack>
  );
}
