import { graphql, useAction, useNavigate } from '@flipside/platform-web';
import { ActionNotice, Button, Card, Checkbox, Radio, Row, Stack, Text } from '@flipside/ui';
import { useState } from 'react';
import type { ShownRun } from './import-run-page.js';
import { changeInWords, people } from './import-words.js';

const ApplyImport = graphql(`
  mutation ApplyImport($input: ApplyImportInput!) {
    applyImport(input: $input) {
      ... on ImportPayload {
        run {
          id
          state
        }
      }
      ... on ImportRefusal {
        message
        field
        code
      }
    }
  }
`);

const CancelImport = graphql(`
  mutation CancelImport($input: CancelImportInput!) {
    cancelImport(input: $input) {
      ... on ImportPayload {
        run {
          id
          state
        }
      }
      ... on ImportRefusal {
        message
        field
        code
      }
    }
  }
`);

/** What applying would do, and the decision about it. */
export function ApplyPanel({ run }: { run: ShownRun }) {
  const navigate = useNavigate();
  const [isAllOrNothing, setIsAllOrNothing] = useState(false);
  const [isConfirmed, setIsConfirmed] = useState(false);
  const apply = useAction(ApplyImport);
  const cancel = useAction(CancelImport, {
    said: () => 'The import is thrown away. Nothing was changed.',
    onDone: () => void navigate('/import'),
  });
  const { difference } = run;
  if (!difference) return null;
  const isBlocked =
    (difference.needsConfirmation && !isConfirmed) || (isAllOrNothing && run.errors > 0);
  return (
    <Card title="What would change">
      <Stack gap="16">
        <Changes difference={difference} />
        {run.errors > 0 && (
          <Radio.Group
            label={`${run.errors} ${run.errors === 1 ? 'row has' : 'rows have'} errors`}
            value={isAllOrNothing ? 'nothing' : 'good'}
            onChange={(value) => setIsAllOrNothing(value === 'nothing')}
          >
            <Radio value="good" label="Good rows go in, bad ones are reported" />
            <Radio value="nothing" label="Nothing goes in while anything is wrong" />
          </Radio.Group>
        )}
        {difference.needsConfirmation && (
          <Checkbox
            checked={isConfirmed}
            onChange={(event) => setIsConfirmed(event.currentTarget.checked)}
            label={`${people(difference.leavers)} of ${people(difference.present)} would leave. That is right.`}
          />
        )}
        <ActionNotice of={apply} />
        <ActionNotice of={cancel} />
        <Row gap="12">
          <Button
            variant="primary"
            isBusy={apply.isRunning}
            disabled={isBlocked}
            onClick={() =>
              void apply.run({
                input: { runId: run.id, isAllOrNothing, confirmLeavers: isConfirmed },
              })
            }
          >
            {difference.touched ? `Apply ${people(difference.touched)}` : 'Apply: nothing changes'}
          </Button>
          <Button
            variant="quiet"
            isBusy={cancel.isRunning}
            onClick={() => void cancel.run({ input: { runId: run.id } })}
          >
            Throw away
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}

function Changes({ difference }: { difference: NonNullable<ShownRun['difference']> }) {
  const { changes, unchanged, leftOutRows, skippedFormers } = difference;
  return (
    <>
      {changes.length > 0 ? (
        <ul className="import-list">
          {changes.map(({ kind, count }) => (
            <li key={kind}>{changeInWords(kind, count)}</li>
          ))}
        </ul>
      ) : (
        <Text>Nothing: everybody in the file is known like this already.</Text>
      )}
      <Text size="sm" tone="muted">
        {[
          `${people(unchanged)} stay as they are.`,
          ...(leftOutRows ? [`${leftOutRows} rows are left out because of errors.`] : []),
          ...(skippedFormers
            ? [`${people(skippedFormers)} who left earlier, without dates, are not entered.`]
            : []),
        ].join(' ')}
      </Text>
    </>
  );
}
