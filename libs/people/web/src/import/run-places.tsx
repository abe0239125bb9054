import { formatNumber, useAction, zoneCity } from '@flipside/platform-web';
import {
  ActionNotice,
  Badge,
  Button,
  DataTable,
  Section,
  Sheet,
  Stack,
  type Column,
} from '@flipside/ui';
import { useState } from 'react';
import { TimeZoneSelect } from '../time-zone-select.js';
import { ChangeImportMapping } from './import-query.js';

interface Place {
  code: string;
  name: string;
  timeZone: string;
  source: string;
  people: number;
}

const SOURCES: Readonly<Record<string, string>> = {
  file: 'from the file',
  kept: 'as before',
  chosen: 'chosen by you',
  guessed: 'by its name',
  unknown: 'not known, default used',
};

/** Locations of the file and the time zone their people would get. */
export function RunPlaces({ run }: { run: { id: string; places: readonly Place[] } }) {
  const [open, setOpen] = useState<Place | null>(null);
  if (run.places.length === 0) return null;
  const columns: Column<Place>[] = [
    { id: 'name', header: 'Location', isRowHeader: true, cell: (place) => place.name },
    {
      id: 'people',
      header: 'People',
      align: 'end',
      phone: 'aside',
      cell: (place) => formatNumber(place.people),
    },
    {
      id: 'zone',
      header: 'Time zone',
      cell: (place) => `${zoneCity(place.timeZone)} (${place.timeZone})`,
    },
    {
      id: 'source',
      header: 'Known',
      cell: (place) => (
        <Badge tone={place.source === 'unknown' ? 'close' : 'neutral'}>
          {SOURCES[place.source] ?? place.source}
        </Badge>
      ),
    },
    {
      id: 'change',
      header: 'Change',
      isHeaderHidden: true,
      cell: (place) => (
        <Button
          size="small"
          variant="quiet"
          aria-label={`Change the time zone of ${place.name}`}
          onClick={() => setOpen(place)}
        >
          Change
        </Button>
      ),
    },
  ];
  return (
    <Section
      title="Locations"
      lead="Sessions are booked in these time zones. Those that were not known come first."
    >
      <DataTable
        caption="Locations and their time zones"
        columns={columns}
        rows={run.places}
        rowKey={(place) => place.code}
        isCompact
      />
      {open && <ZoneSheet runId={run.id} place={open} onClose={() => setOpen(null)} />}
    </Section>
  );
}

function ZoneSheet({
  runId,
  place,
  onClose,
}: {
  runId: string;
  place: Place;
  onClose: () => void;
}) {
  const [zone, setZone] = useState(place.timeZone);
  const change = useAction(ChangeImportMapping, { onDone: onClose });
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={`Time zone of ${place.name}`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isBusy={change.isRunning}
            onClick={() =>
              void change.run({ input: { runId, zones: [{ code: place.code, timeZone: zone }] } })
            }
          >
            Use this zone
          </Button>
        </>
      }
    >
      <Stack gap="16">
        <ActionNotice of={change} />
        <TimeZoneSelect
          label="Time zone"
          value={zone}
          onChange={setZone}
          error={change.errorFor('zones')}
        />
      </Stack>
    </Sheet>
  );
}
