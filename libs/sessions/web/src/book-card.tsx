import { useRef, useState } from 'react';
import { ActionNotice, Alert, Card, LinkButton, Stack, Text, TimeChoices } from '@flipside/ui';
import { graphql, useAction } from '@flipside/platform-web';
import {
  clockWords,
  dayWords,
  momentOf,
  otherClocks,
  type ShownPerson,
  type ShownTimeOption,
} from './session-fields.js';

graphql(`
  fragment PairingToBookFields on PairingToBook {
    pairingId
    minutes
    executive {
      id
      name
    }
    champion {
      id
      name
    }
    options {
      ...SessionOptionFields
    }
  }
`);

graphql(`
  fragment SessionOptionFields on SessionOption {
    id
    kind
    label
    everyWeeks
    days
    reasons
    first {
      ...TimeOptionFields
    }
  }
`);

const BookSeries = graphql(`
  mutation BookSeries($input: BookSeriesInput!) {
    bookSeries(input: $input) {
      ... on BookedPayload {
        seriesId
        sessions {
          ...SessionFields
        }
      }
      ... on SessionRefusal {
        message
        field
        code
        options {
          ...SessionOptionFields
        }
      }
    }
  }
`);

const UndoBooking = graphql(`
  mutation UndoBooking($input: SeriesInput!) {
    undoBooking(input: $input) {
      ... on UndoneBookingPayload {
        pairingId
      }
      ... on SessionRefusal {
        message
        field
        code
      }
    }
  }
`);

export interface ShownOption {
  id: string;
  kind: string;
  label: string;
  everyWeeks: number;
  days: readonly string[];
  reasons: readonly string[];
  first: ShownTimeOption;
}

export interface ShownPairingToBook {
  pairingId: string;
  minutes: number;
  executive: ShownPerson;
  champion: ShownPerson;
  options: readonly ShownOption[];
}

const every = (weeks: number): string =>
  weeks === 1 ? 'every week' : weeks === 2 ? 'every other week' : `every ${weeks} weeks`;

/** Each person's clock, then what speaks for the time. */
const noteOf = ({ first, reasons }: ShownOption): string =>
  [...otherClocks(first).map((clock) => `${clock}.`), ...reasons].join(' ');

/** Three times that suit both; a press on one books the series. */
export function BookCard({
  offer,
  isForOther,
}: {
  offer: ShownPairingToBook;
  isForOther?: boolean;
}) {
  // One key for each look at the times: a second press, or a retry by the network, books once.
  const key = useRef(crypto.randomUUID());
  const [fresh, setFresh] = useState<readonly ShownOption[]>();
  const [busyId, setBusyId] = useState<string>();
  const undo = useAction(UndoBooking, { said: () => 'Taken back. Nobody was told.' });
  const book = useAction(BookSeries, {
    said: ({ sessions }) => {
      const first = sessions.find((session) => session.status === 'BOOKED');
      return first
        ? `Booked. ${momentOf(first)}, and the rhythm after it. It’s in both calendars.`
        : 'Booked.';
    },
    undo:
      ({ seriesId }) =>
      () =>
        void undo.run({ input: { seriesId } }),
  });
  const options = fresh ?? offer.options;
  const [first] = options;

  async function choose(optionId: string) {
    setBusyId(optionId);
    const answer = await book.run({
      input: { pairingId: offer.pairingId, optionId, idempotencyKey: key.current },
    });
    setBusyId(undefined);
    key.current = crypto.randomUUID();
    if (answer.ok || !answer.refusal) return;
    const { options: others } = answer.refusal as { options?: readonly ShownOption[] };
    if (others?.length) setFresh(others);
  }

  const who = isForOther
    ? `${offer.executive.name} and ${offer.champion.name}`
    : offer.champion.name;
  return (
    <Card
      as="section"
      eyebrow="Not booked yet"
      title={isForOther ? `Book ${who}` : `Book with ${who}`}
    >
      <Stack gap="16">
        {first ? (
          <Text>
            These times suit both. One tap books {offer.minutes} minutes {every(first.everyWeeks)}.
          </Text>
        ) : (
          <Alert tone="info" title="No time suits both yet">
            The working hours of the two do not meet. Check yours; three times appear here as soon
            as they do.
          </Alert>
        )}
        <ActionNotice of={book} />
        {first ? (
          <TimeChoices
            label="Times that suit both"
            hasFirstMarked
            busyId={busyId}
            onChoose={(id) => void choose(id)}
            options={options.map((option) => ({
              id: option.id,
              day: dayWords(option.first.yourTime),
              time: clockWords(option.first.yourTime),
              note: noteOf(option),
            }))}
          />
        ) : (
          <LinkButton to="/me/availability">Check working hours</LinkButton>
        )}
      </Stack>
    </Card>
  );
}
