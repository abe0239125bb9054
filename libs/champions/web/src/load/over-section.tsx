import { formatCalendarDay, graphql, useAction } from '@flipside/platform-web';
import type { NetworkLoadQuery } from '@flipside/platform-web/gql';
import { ActionNotice, Button, DataTable, Link, Modal, Stack, Text, TextInput } from '@flipside/ui';
import { useState } from 'react';
import { askedKindInWords, hoursInWords } from './asked-now.js';

const Record = graphql(`
  mutation RecordOverAgreed($input: RecordOverAgreedArgs!) {
    recordOverAgreed(input: $input) {
      ... on RecordOverAgreedPayload {
        personId
      }
      ... on ChampionRefusal {
        message
        field
        code
      }
    }
  }
`);

type Over = NetworkLoadQuery['networkLoad']['over'][number];

/** Where what goes beyond can be made less: HR pauses or ends a pairing, and gives a request to somebody else. */
const placeOf = (kind: string, askId: string): string | null =>
  kind === 'pairing' ? `/pairings/${askId}` : kind === 'session' ? null : '/help';

/** Of whom more is asked than they agreed to: since when, by what, and what HR can do about it. */
export function OverSection({ over, asOf }: { over: Over[]; asOf: string }) {
  const [asked, setAsked] = useState<Over | null>(null);
  if (over.length === 0) return null;
  return (
    <Stack gap="8">
      <DataTable
        caption="Over agreed hours"
        isCaptionShown
        rows={over}
        rowKey={({ personId }) => personId}
        columns={[
          {
            id: 'champion',
            header: 'Champion',
            isRowHeader: true,
            cell: ({ personId, name }) => <Link to={`/champions/${personId}`}>{name}</Link>,
          },
          {
            id: 'over',
            header: 'Over',
            align: 'end',
            phone: 'aside',
            width: '10%',
            cell: ({ hoursOver }) => hoursInWords(hoursOver),
          },
          {
            id: 'since',
            header: 'When',
            phone: 'line',
            width: '16%',
            cell: ({ since }) => `${since <= asOf ? 'Since' : 'From'} ${formatCalendarDay(since)}`,
          },
          { id: 'why', header: 'Why', phone: 'line', cell: (row) => <Why row={row} /> },
          {
            id: 'action',
            header: 'Action',
            isHeaderHidden: true,
            align: 'end',
            cell: (row) =>
              row.reason == null && (
                <Button
                  size="small"
                  aria-label={`Record a reason for ${row.name}`}
                  onClick={() => setAsked(row)}
                >
                  Record a reason
                </Button>
              ),
          },
        ]}
      />
      <Text size="sm" tone="muted">
        Nothing new is asked of them until there is room. To make it less: pause or end a pairing on
        its page, or ask its two people for a slower rhythm; give a request to somebody else.
      </Text>
      {asked && <ReasonSheet over={asked} onClose={() => setAsked(null)} />}
    </Stack>
  );
}

function Why({ row: { agreedHours, isByFewerHours, since, beyond, reason } }: { row: Over }) {
  return (
    <>
      {isByFewerHours
        ? `Agreed to ${hoursInWords(agreedHours)} on ${formatCalendarDay(since)}. Beyond them: `
        : `Beyond ${hoursInWords(agreedHours)}: `}
      {beyond.map(({ kind, askId, on, hours }, index) => {
        const to = placeOf(kind, askId);
        const words = `${askedKindInWords(kind, 1)} ${kind === 'pairing' ? 'since' : 'on'} ${formatCalendarDay(on)}`;
        return (
          <span key={askId}>
            {index > 0 && ', '}
            {to ? <Link to={to}>{words}</Link> : words} ({hoursInWords(hours)})
          </span>
        );
      })}
      .{reason != null && ` On record: ${reason}`}
    </>
  );
}

interface ReasonSheetProps {
  over: Over;
  onClose: () => void;
}

function ReasonSheet({ over: { personId, name, hoursOver }, onClose }: ReasonSheetProps) {
  const [reason, setReason] = useState('');
  const record = useAction(Record, { said: () => 'The reason is on record.', onDone: onClose });
  return (
    <Modal
      isOpen
      onClose={onClose}
      title={`Why ${name} is asked for more`}
      lead={`${hoursInWords(hoursOver)} beyond what was agreed. ${name} and the programme team can read the reason.`}
      footer={
        <Button
          variant="primary"
          isBusy={record.isRunning}
          onClick={() => void record.run({ input: { personId, reason } })}
        >
          Put on record
        </Button>
      }
    >
      <Stack gap="16">
        <TextInput
          label="Reason"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={record.errorFor('reason')}
        />
        <ActionNotice of={record} />
      </Stack>
    </Modal>
  );
}
