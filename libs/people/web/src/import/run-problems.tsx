import { formatNumber, useAction } from '@flipside/platform-web';
import {
  ActionNotice,
  Badge,
  Button,
  Card,
  IconDownload,
  Row,
  Section,
  Stack,
  Text,
} from '@flipside/ui';
import { ChangeImportMapping } from './import-query.js';
import './import.css';

interface ProblemGroup {
  kind: string;
  isError: boolean;
  title: string;
  advice: string;
  count: number;
  isIgnored: boolean;
  rows: readonly { rowNo: number; value?: string | null | undefined; message: string }[];
}

const SHOWN = 5;

/** Problems of a column that is read as the wrong field: which it is read as, and which it should be. */
const OTHER_FIELD: Readonly<Record<string, { from: readonly string[]; to: string }>> = {
  managerIdIsEmail: { from: ['MANAGER_NO'], to: 'MANAGER_EMAIL' },
  managerIsName: { from: ['MANAGER_NO', 'MANAGER_EMAIL'], to: 'MANAGER_NAME' },
};

/** What is wrong with rows, one card for each kind; errors can be lived with, everything can be downloaded. */
export function RunProblems({
  run,
  fields,
}: {
  run: {
    id: string;
    state: string;
    problems: readonly ProblemGroup[];
    columns: readonly { index: number; field?: string | null | undefined }[];
  };
  fields: readonly { field: string; label: string }[];
}) {
  const change = useAction(ChangeImportMapping);
  const ignored = run.problems.filter(({ isIgnored }) => isIgnored).map(({ kind }) => kind);
  const decide = (kind: string, isIgnored: boolean) =>
    void change.run({
      input: {
        runId: run.id,
        ignored: isIgnored ? [...ignored, kind] : ignored.filter((other) => other !== kind),
      },
    });
  /** The one column that such a problem is about, and the label of what it should be read as. */
  function otherReading(kind: string) {
    const other = OTHER_FIELD[kind];
    const columns = run.columns.filter(({ field }) => field && other?.from.includes(field));
    const isTaken = run.columns.some(({ field }) => field === other?.to);
    const label = fields.find(({ field }) => field === other?.to)?.label;
    const [column] = columns;
    if (!other || !column?.field || !label || columns.length > 1 || isTaken) return null;
    const wishes = [
      { field: column.field, column: null },
      { field: other.to, column: column.index },
    ];
    return { label, fields: wishes as { field: 'TITLE'; column: number | null }[] };
  }
  return (
    <Section
      title="Problems"
      lead="Fix them in your HR system and export again, or live with them."
      actions={
        <a className="fs-link" href={`/import/${run.id}/problems.csv`} download>
          <Row gap="8" align="center">
            <IconDownload size={16} aria-hidden />
            Download the list
          </Row>
        </a>
      }
    >
      <Stack gap="12">
        <ActionNotice of={change} />
        {run.problems.map((group) => (
          <Card
            key={group.kind}
            level={3}
            title={group.title}
            tone={group.isIgnored ? 'sunken' : 'paper'}
            actions={
              run.state === 'READY' ? (
                <GroupActions
                  group={group}
                  other={otherReading(group.kind)}
                  isBusy={change.isRunning}
                  onIgnore={() => decide(group.kind, !group.isIgnored)}
                  onReadAs={(wishes) =>
                    void change.run({ input: { runId: run.id, fields: wishes } })
                  }
                />
              ) : undefined
            }
          >
            <Stack gap="8">
              <Text>
                <Badge tone={group.isError && !group.isIgnored ? 'short' : 'neutral'}>
                  {group.isIgnored ? 'Ignored' : group.isError ? 'Error' : 'Note'}
                </Badge>{' '}
                {group.advice}
              </Text>
              <ul className="import-rows">
                {group.rows.slice(0, SHOWN).map((row) => (
                  <li key={`${row.rowNo} ${row.message}`}>
                    {row.rowNo > 0 && `Row ${row.rowNo}: `}
                    {row.message}
                  </li>
                ))}
              </ul>
              {group.count > SHOWN && (
                <Text tone="muted" size="sm">
                  And {formatNumber(group.count - SHOWN)} more in the download.
                </Text>
              )}
            </Stack>
          </Card>
        ))}
      </Stack>
    </Section>
  );
}

interface OtherReading {
  label: string;
  fields: { field: 'TITLE'; column: number | null }[];
}

function GroupActions({
  group,
  other,
  isBusy,
  onIgnore,
  onReadAs,
}: {
  group: ProblemGroup;
  other: OtherReading | null;
  isBusy: boolean;
  onIgnore: () => void;
  onReadAs: (fields: OtherReading['fields']) => void;
}) {
  return (
    <Row gap="8">
      {other && (
        <Button size="small" isBusy={isBusy} onClick={() => onReadAs(other.fields)}>
          Read it as {other.label}
        </Button>
      )}
      {group.isError && (
        <Button size="small" isBusy={isBusy} onClick={onIgnore}>
          {group.isIgnored ? 'Count it again' : 'Ignore'}
        </Button>
      )}
    </Row>
  );
}
