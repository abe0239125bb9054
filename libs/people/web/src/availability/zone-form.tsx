import { formatTime, graphql, useAction, zoneCity } from '@flipside/platform-web';
import { ActionNotice, Button, Card, FormActions, Stack, Text } from '@flipside/ui';
import { useState } from 'react';
import { TimeZoneSelect } from '../time-zone-select.js';

const SetTimeZone = graphql(`
  mutation SetTimeZone($input: SetTimeZoneInput!) {
    setTimeZone(input: $input) {
      ... on AvailabilityPayload {
        availability {
          ...AvailabilityFields
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

export interface ZoneFormProps {
  availability: {
    ownTimeZone?: string | null | undefined;
    defaultTimeZone: string;
  };
}

const clockIn = (zone: string): string => formatTime(new Date(), zone);

/** One's own zone, checked by the time it is there now. */
export function ZoneForm({ availability }: ZoneFormProps) {
  const { ownTimeZone, defaultTimeZone } = availability;
  const saved = ownTimeZone ?? '';
  const [zone, setZone] = useState(saved);
  const back = useAction(SetTimeZone, { said: () => 'Your earlier time zone is back.' });
  const save = useAction(SetTimeZone, {
    said: () => 'Saved. Sessions already booked keep their times.',
    undo: () => () => void back.run({ input: { timeZone: ownTimeZone ?? null } }),
  });
  const shown = zone || defaultTimeZone;
  return (
    <Card title="Your time zone">
      <Stack gap="16">
        <TimeZoneSelect
          label="Time zone"
          value={zone}
          onChange={setZone}
          noneLabel={`Like your location: ${zoneCity(defaultTimeZone)}`}
          error={save.errorFor('timeZone')}
        />
        <Text tone="muted" size="sm">
          It is {clockIn(shown)} in {zoneCity(shown)} now.
        </Text>
        <ActionNotice of={save} />
        <FormActions>
          <Button
            variant="primary"
            isBusy={save.isRunning}
            disabled={zone === saved}
            onClick={() => void save.run({ input: { timeZone: zone || null } })}
          >
            Save time zone
          </Button>
        </FormActions>
      </Stack>
    </Card>
  );
}
