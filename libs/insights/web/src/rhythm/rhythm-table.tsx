import { formatCalendarDay } from '@flipside/platform-web';
import {
  Badge,
  Button,
  DataTable,
  EmptyState,
  Link,
  RhythmStrip,
  Row,
  Stack,
  Text,
  type Column,
} from '@flipside/ui';
import { useState } from 'react';
import { FactsSheet } from './facts-sheet.js';
import { HelpSheet } from './help-sheet.js';
import { STATE_TONES, STATE_WORDS, stripOf, stripWords, type RhythmRow } from './rhythm-words.js';

interface Opened {
  row: RhythmRow;
  layer: 'help' | 'facts';
}

/** @param onShowAll takes the filter away */
export function RhythmTable({
  rows,
  onShowAll,
}: {
  rows: readonly RhythmRow[];
  onShowAll: () => void;
}) {
  const [opened, setOpened] = useState<Opened | null>(null);
  if (rows.length === 0) {
    return (
      <EmptyState
        level={3}
        title="No pairing is in this state"
        action={<Button onClick={onShowAll}>Show all pairings</Button>}
      >
        Choose another state, or look at all of them.
      </EmptyState>
    );
  }
  return (
    <>
      <DataTable
        caption="Pairings, those in need first"
        columns={columnsOf(setOpened)}
        rows={rows}
        rowKey={(row) => row.pairingId}
      />
      <HelpSheet
        pairing={opened?.layer === 'help' ? opened.row : null}
        onClose={() => setOpened(null)}
      />
      <FactsSheet
        pairing={opened?.layer === 'facts' ? opened.row : null}
        onClose={() => setOpened(null)}
      />
    </>
  );
}

function columnsOf(open: (opened: Opened) => void): Column<RhythmRow>[] {
  return [
    {
      id: 'pairing',
      header: 'Pairing',
      width: '26%',
      isRowHeader: true,
      cell: (row) => (
        <Stack gap="2">
          <Link to={`/pairings/${row.pairingId}`}>
            {row.executive.name} with {row.champion.name}
          </Link>
          <Text as="span" size="sm" tone="muted">
            {stripWords(row)}
          </Text>
        </Stack>
      ),
    },
    {
      id: 'state',
      header: 'State',
      phone: 'aside',
      cell: (row) => <Badge tone={STATE_TONES[row.state]}>{STATE_WORDS[row.state]}</Badge>,
    },
    { id: 'because', header: 'Why', width: '18%', phone: 'hidden', cell: (row) => row.because },
    {
      id: 'strip',
      header: 'Last fortnights',
      phone: 'bar',
      cell: (row) =>
        row.fortnights.length > 0 ? (
          <RhythmStrip fortnights={stripOf(row.fortnights)} />
        ) : (
          'None is over yet'
        ),
    },
    {
      id: 'next',
      header: 'Next',
      width: '8rem',
      cell: (row) => (row.nextOn ? formatCalendarDay(row.nextOn) : 'Not booked'),
    },
    {
      id: 'actions',
      header: 'Actions',
      isHeaderHidden: true,
      align: 'end',
      width: '13rem',
      cell: (row) => (
        <Row gap="4" justify="end" style={{ flexWrap: 'nowrap' }}>
          <Button
            size="small"
            variant="quiet"
            aria-label={`Sessions of ${row.executive.name} with ${row.champion.name}`}
            onClick={() => open({ row, layer: 'facts' })}
          >
            Sessions
          </Button>
          {row.state !== 'ENDED' && (
            <Button
              size="small"
              aria-label={`Offer help to ${row.executive.name} with ${row.champion.name}`}
              onClick={() => open({ row, layer: 'help' })}
            >
              Offer help
            </Button>
          )}
        </Row>
      ),
    },
  ];
}
