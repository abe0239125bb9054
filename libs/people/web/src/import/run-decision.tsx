import { formatCalendarDay, formatNumber, useAction, useNavigate } from '@flipside/platform-web';
import {
  ActionNotice,
  Alert,
  Button,
  Card,
  Checkbox,
  DateField,
  Radio,
  Row,
  Stack,
  Text,
} from '@flipside/ui';
import { useState } from 'react';
import { ApplyImport, CancelImport, ChangeImportMapping } from './import-query.js';
import { peopleInWords } from './import-words.js';

export interface DecidedRun {
  id: string;
  isFull: boolean;
  asOf: string;
  errors: number;
  failure?: string | null | undefined;
}

export interface RunDifference {
  present: number;
  touched: number;
  unchanged: number;
  leavers: number;
  leftOutRows: number;
  skippedFormers: number;
  needsConfirmation: boolean;
  changes: readonly { kind: string; count: number }[];
}

/** The decision about a checked import: from which day, what a missing person means, apply or throw away. */
export function RunDecision({ run, difference }: { run: DecidedRun; difference: RunDifference }) {
  const navigate = useNavigate();
  const [areLeaversConfirmed, setLeaversConfirmed] = useState(false);
  const [isAllOrNothing, setAllOrNothing] = useState(false);
  const apply = useAction(ApplyImport);
  const change = useAction(ChangeImportMapping);
  const cancel = useAction(CancelImport, {
    said: () => 'Thrown away. Nothing was changed.',
    onDone: () => void navigate('/import'),
  });
  const isSame = difference.touched === 0 && difference.changes.length === 0;
  const decide = (input: { isFull?: boolean; asOf?: string }) =>
    void change.run({ input: { runId: run.id, ...input } });

  return (
    <Card title={isSame ? 'Nothing to change' : headline(difference)}>
      <Stack gap="16">
        {run.failure && <Alert tone="warning">{run.failure}</Alert>}
        <ActionNotice of={apply} />
        <ActionNotice of={change} />
        <ActionNotice of={cancel} />
        <Row gap="24" align="start">
          <Radio.Group
            label="People whom the file does not hold"
            value={run.isFull ? 'full' : 'changes'}
            onChange={(value) => decide({ isFull: value === 'full' })}
          >
            <Stack gap="8">
              <Radio value="full" label="have left: the file holds everybody" />
              <Radio value="changes" label="stay as they are: the file holds changes only" />
            </Stack>
          </Radio.Group>
          <DateField
            label="Holds from"
            description={`Changes count from ${formatCalendarDay(run.asOf)}.`}
            value={run.asOf}
            error={change.errorFor('asOf')}
            onChange={(event) =>
              event.currentTarget.value !== '' && decide({ asOf: event.currentTarget.value })
            }
          />
        </Row>
        {run.errors > 0 && (
          <Checkbox
            label={`Apply nothing while ${formatNumber(run.errors)} ${run.errors === 1 ? 'row has' : 'rows have'} errors`}
            checked={isAllOrNothing}
            onChange={(event) => setAllOrNothing(event.currentTarget.checked)}
          />
        )}
        {difference.needsConfirmation && (
          <Checkbox
            label={`Yes, ${peopleInWords(difference.leavers)} of ${formatNumber(difference.present)} really left`}
            checked={areLeaversConfirmed}
            onChange={(event) => setLeaversConfirmed(event.currentTarget.checked)}
          />
        )}
        <Row gap="12">
          {!isSame && (
            <Button
              variant="primary"
              isBusy={apply.isRunning || change.isRunning}
              onClick={() =>
                void apply.run({
                  input: { runId: run.id, isAllOrNothing, confirmLeavers: areLeaversConfirmed },
                })
              }
            >
              {difference.touched > 0 ? `Apply ${peopleInWords(difference.touched)}` : 'Apply'}
            </Button>
          )}
          <Button
            isBusy={cancel.isRunning}
            onClick={() => void cancel.run({ input: { runId: run.id } })}
          >
            Throw this import away
          </Button>
        </Row>
        <Text tone="muted" size="sm">
          All of it goes in at once, or nothing does.
        </Text>
      </Stack>
    </Card>
  );
}

function headline({ changes, leavers, unchanged }: RunDifference): string {
  const count = (kind: string): number =>
    changes.find((change) => change.kind === kind)?.count ?? 0;
  const joins = count('JOIN') + count('REJOIN');
  const parts = [
    joins > 0 ? `${peopleInWords(joins)} join` : null,
    leavers > 0 ? `${peopleInWords(leavers)} leave` : null,
    unchanged > 0 ? `${formatNumber(unchanged)} stay as they are` : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(', ') : 'Details change';
}
