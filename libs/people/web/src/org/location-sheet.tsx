import { graphql, useAction } from '@flipside/platform-web';
import { ActionNotice, Button, Sheet, Stack, TextInput } from '@flipside/ui';
import { useState } from 'react';
import { TimeZoneSelect } from '../time-zone-select.js';

const ChangeLocation = graphql(`
  mutation ChangeLocation($input: ChangeLocationInput!) {
    changeLocation(input: $input) {
      ... on ChangeLocationPayload {
        location {
          id
          name
          timeZone
        }
        timeZoneBefore
      }
      ... on PeopleRefusal {
        message
        field
        code
      }
    }
  }
`);

export interface EditedLocation {
  id: string;
  name: string;
  timeZone: string;
}

/** Corrects the name and the zone of one location. */
export function LocationSheet({
  location,
  onClose,
}: {
  location: EditedLocation;
  onClose: () => void;
}) {
  const [name, setName] = useState(location.name);
  const [timeZone, setTimeZone] = useState(location.timeZone);
  const back = useAction(ChangeLocation, {
    said: ({ location: { name: restored } }) => `${restored} is as it was.`,
  });
  const change = useAction(ChangeLocation, {
    said: ({ location: { name: changed, timeZone: zone } }) => `Saved. ${changed} is in ${zone}.`,
    undo: () => () =>
      void back.run({
        input: { locationId: location.id, name: location.name, timeZone: location.timeZone },
      }),
    onDone: onClose,
  });
  const isChanged = name !== location.name || timeZone !== location.timeZone;
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={`Change ${location.name}`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isBusy={change.isRunning}
            disabled={!isChanged}
            onClick={() => void change.run({ input: { locationId: location.id, name, timeZone } })}
          >
            Save location
          </Button>
        </>
      }
    >
      <Stack gap="16">
        <ActionNotice of={change} />
        <TextInput
          label="Name"
          value={name}
          maxLength={60}
          error={change.errorFor('name')}
          onChange={(event) => setName(event.currentTarget.value)}
          audience="EVERYONE"
        />
        <TimeZoneSelect
          label="Time zone"
          value={timeZone}
          onChange={setTimeZone}
          error={change.errorFor('timeZone')}
        />
      </Stack>
    </Sheet>
  );
}
