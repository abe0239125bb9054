import { useAction } from '@flipside/platform-web';
import { ActionNotice, Badge, DataTable, Section, Stack, type Column } from '@flipside/ui';
import { TimeZoneSelect } from '../time-zone-select.js';
import type { ShownRun } from './import-run-page.js';
import { ChangeMapping } from './import-run.query.js';

type Place = ShownRun['places'][number];

const SOURCES: Record<string, string> = {
  file: 'from the file',
  kept: 'as before',
  chosen: 'chosen',
  guessed: 'guessed',
  unknown: 'not known: programme default',
};

/** Sites and the time zones their people would get; guessed ones can be corrected before anything is applied. */
export function PlacesSection({ run }: { run: ShownRun }) {
  const change = useAction(ChangeMapping);
  if (run.places.length === 0) return null;
  const columns: Column<Place>[] = [
    { id: 'name', header: 'Site', isRowHeader: true, cell: ({ name }) => name },
    { id: 'people', header: 'People', align: 'end', phone: 'line', cell: (place) => place.people },
    {
      id: 'source',
      header: 'Time zone is',
      phone: 'aside',
      cell: ({ source }) => (
        <Badge tone={source === 'unknown' || source === 'guessed' ? 'close' : 'neutral'}>
          {SOURCES[source] ?? source}
        </Badge>
      ),
    },
    {
      id: 'zone',
      header: 'Time zone',
      phone: 'bar',
      cell: ({ code, name, timeZone }) => (
        <TimeZoneSelect
          label={`Time zone of ${name}`}
          value={timeZone}
          onChange={(zone) =>
            void change.run({ input: { runId: run.id, zones: [{ code, timeZone: zone }] } })
          }
        />
      ),
    },
  ];
  return (
    <Section title="Sites" lead="Sessions are planned in these time zones.">
      <Stack gap="12">
        <ActionNotice of={change} />
        <DataTable
          caption="Sites and their time zones"
          columns={columns}
          rows={run.places}
          rowKey={({ code }) => code}
        />
      </Stack>
    </Section>
  );
}
