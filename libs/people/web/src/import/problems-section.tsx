import { useAction } from '@flipside/platform-web';
import { ActionNotice, Badge, Button, Card, Row, Section, Stack, Text } from '@flipside/ui';
import type { ShownRun } from './import-run-page.js';
import { ChangeMapping } from './import-run.query.js';

/** Problems by kind, with the first rows; the whole list is a download. */
export function ProblemsSection({ run }: { run: ShownRun }) {
  if (run.problems.length === 0) return null;
  return (
    <Section
      title="Problems"
      lead="What the file says and cannot be right, by kind."
      actions={
        <a href={`/import/${run.id}/problems.csv`} download>
          Download all problems (CSV)
        </a>
      }
    >
      <Stack gap="12">
        {run.problems.map((group) => (
          <ProblemGroup key={group.kind} run={run} group={group} />
        ))}
      </Stack>
    </Section>
  );
}

function ProblemGroup({ run, group }: { run: ShownRun; group: ShownRun['problems'][number] }) {
  const change = useAction(ChangeMapping);
  const ignored = run.problems.filter((each) => each.isIgnored).map((each) => each.kind);
  const decide = (kinds: string[]): void =>
    void change.run({ input: { runId: run.id, ignored: kinds } });
  return (
    <Card
      level={3}
      title={group.title}
      actions={
        <Badge tone={group.isError && !group.isIgnored ? 'short' : 'neutral'}>
          {group.isIgnored ? 'ignored' : group.isError ? 'error' : 'to know'}
        </Badge>
      }
    >
      <Stack gap="12">
        <Text>{group.advice}</Text>
        <ul className="import-list">
          {group.rows.map((row) => (
            <li key={`${row.rowNo} ${row.message}`} className="import-samples">
              {row.rowNo > 0 ? `Row ${row.rowNo}: ` : ''}
              {row.message}
            </li>
          ))}
        </ul>
        {group.count > group.rows.length && (
          <Text size="sm" tone="muted">
            {`And ${group.count - group.rows.length} more.`}
          </Text>
        )}
        <ActionNotice of={change} />
        {group.isError && (
          <Row gap="12">
            <Button
              size="small"
              isBusy={change.isRunning}
              onClick={() =>
                decide(
                  group.isIgnored
                    ? ignored.filter((kind) => kind !== group.kind)
                    : [...ignored, group.kind],
                )
              }
            >
              {group.isIgnored ? 'Count it as an error again' : 'Live with it'}
            </Button>
          </Row>
        )}
      </Stack>
    </Card>
  );
}
