import { useDates } from '@flipside/platform-web';
import { Alert, LinkButton } from '@flipside/ui';
import { peopleInWords } from './import-words.js';

/** What became of an import that is decided. */
export function RunOutcome({
  run,
}: {
  run: {
    state: string;
    appliedAt?: string | null | undefined;
    difference?: { touched: number } | null | undefined;
  };
}) {
  const dates = useDates();
  if (run.state !== 'APPLIED' || !run.appliedAt) {
    return (
      <Alert
        tone="info"
        title="This import was thrown away"
        action={<LinkButton to="/import">Choose a file</LinkButton>}
      >
        Nothing was changed.
      </Alert>
    );
  }
  return (
    <Alert
      tone="done"
      title={`${peopleInWords(run.difference?.touched ?? 0)} applied, ${dates.moment(run.appliedAt)}`}
      action={<LinkButton to="/coverage">See coverage</LinkButton>}
    >
      Coverage counts with this roster from now on.
    </Alert>
  );
}
