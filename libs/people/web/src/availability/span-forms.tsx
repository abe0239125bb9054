import { graphql, useAction } from '@flipside/platform-web';
import { ActionNotice, Button, DateField, FormActions, Row, Stack } from '@flipside/ui';
import { useState, type ComponentProps, type ReactNode } from 'react';
import { TimeZoneSelect } from '../time-zone-select.js';

const AddAway = graphql(`
  mutation AddAway($input: AddAwayInput!) {
    addAway(input: $input) {
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

const AddTravel = graphql(`
  mutation AddTravel($input: AddTravelInput!) {
    addTravel(input: $input) {
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

interface Span {
  firstOn: string;
  lastOn: string;
}

interface SpanFormProps {
  labels: { first: string; last: string; submit: string };
  add: ComponentProps<typeof ActionNotice>['of'] & {
    isRunning: boolean;
    errorFor: (field: string) => string | undefined;
  };
  /** Adds these days; true when they were added, and the form is empty again. */
  onAdd: (span: Span) => Promise<boolean>;
  isReady?: boolean;
  children?: ReactNode;
}

/** A first and a last day, both included; one day alone when no last one is given. */
function SpanForm({ labels, add, onAdd, isReady = true, children }: SpanFormProps) {
  const [firstOn, setFirstOn] = useState('');
  const [lastOn, setLastOn] = useState('');
  async function submit() {
    const isAdded = await onAdd({ firstOn, lastOn: lastOn || firstOn });
    if (!isAdded) return;
    setFirstOn('');
    setLastOn('');
  }
  const isBesideField = ['firstOn', 'lastOn', 'zone'].some((field) => add.errorFor(field));
  return (
    <Stack gap="16">
      <Row gap="16">
        <DateField
          label={labels.first}
          value={firstOn}
          error={add.errorFor('firstOn')}
          onChange={(event) => setFirstOn(event.currentTarget.value)}
        />
        <DateField
          label={labels.last}
          value={lastOn}
          error={add.errorFor('lastOn')}
          onChange={(event) => setLastOn(event.currentTarget.value)}
        />
      </Row>
      {children}
      {!isBesideField && <ActionNotice of={add} />}
      <FormActions>
        <Button
          disabled={!firstOn || !isReady}
          isBusy={add.isRunning}
          onClick={() => void submit()}
        >
          {labels.submit}
        </Button>
      </FormActions>
    </Stack>
  );
}

/** Whole days out of office. */
export function AwayForm() {
  const add = useAction(AddAway, {
    said: () => 'Noted. Booked sessions on these days are looked after.',
  });
  return (
    <SpanForm
      labels={{ first: 'First day away', last: 'Last day away', submit: 'Add days away' }}
      add={add}
      onAdd={async (span) => (await add.run({ input: span })).ok}
    />
  );
}

/** A journey into another zone. */
export function TravelForm() {
  const [zone, setZone] = useState('');
  const add = useAction(AddTravel, {
    said: () => 'Noted. Times are offered on the clock over there.',
    onDone: () => setZone(''),
  });
  return (
    <SpanForm
      labels={{ first: 'First day there', last: 'Last day there', submit: 'Add journey' }}
      add={add}
      isReady={zone !== ''}
      onAdd={async (span) => (await add.run({ input: { ...span, zone } })).ok}
    >
      <TimeZoneSelect
        label="Zone there"
        value={zone}
        onChange={setZone}
        error={add.errorFor('zone')}
      />
    </SpanForm>
  );
}
