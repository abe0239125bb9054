import { graphql, useAction } from '@flipside/platform-web';
import {
  ActionNotice,
  Button,
  Columns,
  DateField,
  NumberInput,
  Sheet,
  Stack,
  TextInput,
} from '@flipside/ui';
import { useState } from 'react';
import type { ReportShown } from '../outcomes/report-documents.js';

const SetHourlyRates = graphql(`
  mutation SetHourlyRates($input: SetHourlyRatesInput!) {
    setHourlyRates(input: $input) {
      ... on HourlyRatesPayload {
        rates {
          holdsFrom
        }
      }
      ... on InsightsRefusal {
        message
        field
        code
      }
    }
  }
`);

const AMOUNTS = [
  ['executive', 'An hour of an executive'],
  ['champion', 'An hour of a champion'],
  ['staff', 'An hour of those whose work got shorter'],
] as const;

interface RatesSheetProps {
  isOpen: boolean;
  onClose: () => void;
  report: ReportShown;
}

/** What an hour costs, as finance approved it. Earlier months keep their rates. */
export function RatesSheet({ isOpen, onClose, report: { rates, asOf } }: RatesSheetProps) {
  const [draft, setDraft] = useState({
    executive: rates?.executive ?? 0,
    champion: rates?.champion ?? 0,
    staff: rates?.staff ?? 0,
    currency: rates?.currency ?? '',
    approvedBy: rates?.approvedBy ?? '',
    holdsFrom: asOf,
  });
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const save = useAction(SetHourlyRates, {
    said: () => 'Saved. Months that end from that day on are said in money too.',
    onDone: onClose,
  });
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title="Hourly rates"
      lead="What finance approved. Closed months keep the rates that held at their end."
      footer={
        <Button
          variant="primary"
          isBusy={save.isRunning}
          onClick={() => void save.run({ input: draft })}
        >
          Save rates
        </Button>
      }
    >
      <Stack gap="16">
        {AMOUNTS.map(([field, label]) => (
          <NumberInput
            key={field}
            label={label}
            allowDecimal
            value={draft[field] || ''}
            error={save.errorFor(field)}
            onChange={(value) => set({ [field]: Number(value) })}
          />
        ))}
        <Columns min="9rem">
          <TextInput
            label="Currency"
            description="Such as EUR."
            value={draft.currency}
            error={save.errorFor('currency')}
            onChange={(event) => set({ currency: event.currentTarget.value })}
          />
          <DateField
            label="Holds from"
            description="From this day on."
            value={draft.holdsFrom}
            error={save.errorFor('holdsFrom')}
            onChange={(event) => set({ holdsFrom: event.currentTarget.value })}
          />
        </Columns>
        <TextInput
          label="Approved by"
          description="Who of finance. The name stands beside each amount."
          value={draft.approvedBy}
          error={save.errorFor('approvedBy')}
          onChange={(event) => set({ approvedBy: event.currentTarget.value })}
        />
        <ActionNotice of={{ failure: save.failure }} />
      </Stack>
    </Sheet>
  );
}
