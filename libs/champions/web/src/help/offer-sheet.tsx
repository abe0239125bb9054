import { graphql, useAction } from '@flipside/platform-web';
import {
  ActionNotice,
  Button,
  DateField,
  NumberInput,
  Sheet,
  Stack,
  Switch,
  TextInput,
  TimeField,
} from '@flipside/ui';
import { useState } from 'react';

const OfferOfficeHour = graphql(`
  mutation OfferOfficeHour($input: OfferOfficeHourArgs!) {
    offerOfficeHour(input: $input) {
      ... on HelpPayload {
        id
      }
      ... on ChampionRefusal {
        message
        field
        code
      }
    }
  }
`);

/** An office hour with places to book, or one to drop in. */
export function OfferSheet({ onClose }: { onClose: () => void }) {
  const [key] = useState(() => crypto.randomUUID());
  const [topic, setTopic] = useState('');
  const [place, setPlace] = useState('');
  const [onDay, setOnDay] = useState('');
  const [fromTime, setFromTime] = useState('10:00');
  const [minutes, setMinutes] = useState<number | string>(60);
  const [places, setPlaces] = useState<number | string>(4);
  const [isDropIn, setDropIn] = useState(false);
  const offer = useAction(OfferOfficeHour, {
    said: () => 'Your office hour is listed.',
    onDone: onClose,
  });
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title="Offer an office hour"
      lead="It counts towards your hours, whoever comes."
      footer={
        <Button
          variant="primary"
          isBusy={offer.isRunning}
          disabled={onDay === '' || fromTime === ''}
          onClick={() =>
            void offer.run({
              input: {
                topic,
                place,
                onDay,
                fromTime,
                minutes: Number(minutes),
                key,
                ...(!isDropIn && { places: Number(places) }),
              },
            })
          }
        >
          Offer it
        </Button>
      }
    >
      <Stack gap="16">
        <TextInput
          label="About"
          value={topic}
          onChange={(event) => setTopic(event.currentTarget.value)}
          error={offer.errorFor('topic')}
          audience="EVERYONE"
        />
        <TextInput
          label="Where"
          description="A room or a link."
          value={place}
          onChange={(event) => setPlace(event.currentTarget.value)}
          error={offer.errorFor('place')}
        />
        <DateField
          label="Day"
          value={onDay}
          onChange={(event) => setOnDay(event.currentTarget.value)}
          error={offer.errorFor('onDay')}
        />
        <TimeField
          label="From"
          description="On your own clock."
          value={fromTime}
          onChange={(event) => setFromTime(event.currentTarget.value)}
        />
        <NumberInput
          label="Minutes"
          min={15}
          max={240}
          step={15}
          value={minutes}
          onChange={setMinutes}
          error={offer.errorFor('minutes')}
        />
        <Switch
          label="Everybody drops in"
          description="Switched off, people book a place."
          checked={isDropIn}
          onChange={(event) => setDropIn(event.currentTarget.checked)}
        />
        {!isDropIn && (
          <NumberInput
            label="Places"
            min={1}
            max={50}
            value={places}
            onChange={setPlaces}
            error={offer.errorFor('places')}
          />
        )}
        <ActionNotice of={offer} />
      </Stack>
    </Sheet>
  );
}
