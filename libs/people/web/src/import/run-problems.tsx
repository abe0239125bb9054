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

/** What is wrong with rows, one card for each kind; errors can be lived with, everything can be downloaded. */
export function RunProblems({
  run,
}: {
  run: { id: string; state: string; problems: readonly ProblemGroup[] };
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
              group.isError && run.state === 'READY' ? (
                <Button
                  size="small"
                  isBusy={change.isRunning}
                  onClick={() => decide(group.kind, !group.isIgnored)}
                >
                  {group.isIgnored ? 'Count it again' : 'Ignore'}
                </Button>
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
