import { useParams, usePageQuery } from '@flipside/platform-web';
import { Alert, Faces, LinkButton, Page, SkeletonCard, Stack, Text } from '@flipside/ui';
import { useEffect } from 'react';
import { ImportRun } from './import-query.js';
import { formInWords, progressInWords, type RunState } from './import-words.js';
import { RunChanges } from './run-changes.js';
import { RunColumns } from './run-columns.js';
import { RunDecision } from './run-decision.js';
import { RunOutcome } from './run-outcome.js';
import { RunPlaces } from './run-places.js';
import { RunPreview } from './run-preview.js';
import { RunProblems } from './run-problems.js';

const RUNNING: readonly RunState[] = ['READING', 'CHECKING', 'APPLYING'];
const ASK_AGAIN_MS = 1000;

/** One import: what the file says, what it would change, what is wrong with it, and the decision. */
export function ImportRunPage() {
  const { runId: id = '' } = useParams();
  const page = usePageQuery(ImportRun, { variables: { id } });
  const run = page.data?.importRun;
  const running = run !== undefined && RUNNING.includes(run.state);

  return (
    <Page
      title={run?.fileName ?? 'Import'}
      documentTitle={run ? `Import of ${run.fileName}` : 'Import'}
      width="wide"
      breadcrumb={[{ label: 'Import people', to: '/import' }]}
      {...(run?.rows != null && { lead: formInWords(run) })}
    >
      <Faces of={page} skeleton={<SkeletonCard height={20} />}>
        {({ importRun, importFields }) => (
          <Stack gap="32">
            {running && <AskAgain ask={page.refresh} />}
            {running && (
              <Alert
                tone="info"
                title={
                  importRun.state === 'APPLYING'
                    ? 'This import is being applied'
                    : 'This file is being read'
                }
              >
                <Text aria-live="polite">{progressInWords(importRun)}</Text>
              </Alert>
            )}
            {importRun.state === 'FAILED' && (
              <Alert
                tone="danger"
                title="This file cannot be imported"
                action={<LinkButton to="/import">Choose another file</LinkButton>}
              >
                {importRun.failure}
              </Alert>
            )}
            {(importRun.state === 'APPLIED' || importRun.state === 'CANCELLED') && (
              <RunOutcome run={importRun} />
            )}
            {importRun.state === 'READY' && importRun.difference && (
              <RunDecision run={importRun} difference={importRun.difference} />
            )}
            {importRun.state === 'MAPPING' && <RunColumns run={importRun} fields={importFields} />}
            {importRun.difference && (
              <RunChanges run={importRun} difference={importRun.difference} />
            )}
            {importRun.problems.length > 0 && <RunProblems run={importRun} fields={importFields} />}
            {importRun.state === 'READY' && (
              <>
                <RunColumns run={importRun} fields={importFields} />
                <RunPlaces run={importRun} />
                <RunPreview rows={importRun.preview} />
              </>
            )}
          </Stack>
        )}
      </Faces>
    </Page>
  );
}

/** Keeps asking how far the server is, as long as it stands on the page. */
function AskAgain({ ask }: { ask: () => unknown }) {
  useEffect(() => {
    const timer = setInterval(ask, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [ask]);
  return null;
}
