import { useParams, useDates, usePageQuery } from '@flipside/platform-web';
import type { ImportRunQuery } from '@flipside/platform-web/gql';
import {
  Alert,
  Badge,
  Faces,
  FactList,
  Headline,
  LinkButton,
  Page,
  Row,
  Section,
  SkeletonCard,
  Stack,
  Text,
} from '@flipside/ui';
import { useEffect } from 'react';
import { ApplyPanel } from './apply-panel.js';
import { ImportRun } from './import-run.query.js';
import { changeInWords, isAtWork, people, separatorInWords, stateInWords } from './import-words.js';
import { MappingSection } from './mapping-section.js';
import { PlacesSection } from './places-section.js';
import { PreviewSection } from './preview-section.js';
import { ProblemsSection } from './problems-section.js';
import './import.css';

const ASK_AGAIN_MS = 1000;

export type ShownRun = ImportRunQuery['importRun'];

/** One import: what was recognised, what would change, and the decision. */
export function ImportRunPage() {
  const { runId = '' } = useParams();
  const page = usePageQuery(ImportRun, { variables: { id: runId } });
  return (
    <Page
      title={page.data?.importRun.fileName ?? 'Import'}
      documentTitle={page.data ? `Import of ${page.data.importRun.fileName}` : 'Import'}
      breadcrumb={[{ label: 'Import', to: '/import' }]}
      width="wide"
    >
      <Faces of={page} skeleton={<SkeletonCard height={12} />}>
        {({ importRun, importFields }) => (
          <Stack gap="32">
            {isAtWork(importRun.state) && <AskAgain ask={page.refresh} />}
            <Standing run={importRun} />
            {(importRun.state === 'MAPPING' || importRun.state === 'READY') && (
              <Decision run={importRun} fields={importFields} />
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

function Decision({ run, fields }: { run: ShownRun; fields: ImportRunQuery['importFields'] }) {
  return (
    <>
      {run.state === 'READY' && (
        <>
          <ApplyPanel key={String(run.difference?.needsConfirmation)} run={run} />
          <ProblemsSection run={run} />
        </>
      )}
      <MappingSection run={run} fields={fields} />
      <PreviewSection rows={run.preview} />
      <PlacesSection run={run} />
    </>
  );
}

/** Where the import stands, in a sentence, and what was recognised. */
function Standing({ run }: { run: ShownRun }) {
  return (
    <Stack gap="16">
      <Row gap="12" align="center">
        <Badge tone={isAtWork(run.state) || run.state === 'READY' ? 'accent' : 'neutral'}>
          {stateInWords(run.state)}
        </Badge>
        {run.rows != null && <Text size="sm">{people(run.rows)} in the file</Text>}
      </Row>
      <div role="status">
        {isAtWork(run.state) && (
          <Text size="lg">
            {stateInWords(run.state)}
            {run.step ? `: ${run.step}` : ''}
            {run.rowsDone ? `, ${people(run.rowsDone)} so far` : ''}
          </Text>
        )}
      </div>
      {run.failure && (
        <Alert tone="danger" title="The import stopped">
          {run.failure} Nothing was changed.
        </Alert>
      )}
      {run.needs.map((need) => (
        <Alert key={need} tone="warning" title="One thing is missing">
          {NEEDS[need]}
        </Alert>
      ))}
      {run.state === 'APPLIED' && <Applied run={run} />}
      <Recognised run={run} />
    </Stack>
  );
}

const NEEDS = {
  NAME: 'Choose the column that holds the name.',
  KEY: 'Choose the column that holds the employee ID or the e-mail.',
  DATE_ORDER: 'Choose how dates like 03/04/2024 are read.',
} as const;

function Recognised({ run }: { run: ShownRun }) {
  const dates = useDates();
  const facts = [
    { label: 'Came', value: dates.moment(run.createdAt) },
    ...(run.encoding
      ? [{ label: 'Recognised', value: `${run.encoding}, ${separatorInWords(run.separator)}` }]
      : []),
    ...(run.headerRow ? [{ label: 'Headings in row', value: String(run.headerRow) }] : []),
    ...(run.passedOver
      ? [{ label: 'Lines passed over', value: `${run.passedOver} blank, title and total lines` }]
      : []),
  ];
  return (
    <Section title="What was recognised" isTitleHidden>
      <FactList facts={facts} />
    </Section>
  );
}

function Applied({ run }: { run: ShownRun }) {
  const changes = run.difference?.changes ?? [];
  return (
    <Stack gap="16">
      <Headline>
        {changes.length
          ? 'The staff list is in.'
          : 'Nothing changed: the company was like this already.'}
      </Headline>
      {changes.length > 0 && (
        <ul className="import-list">
          {changes.map(({ kind, count }) => (
            <li key={kind}>{changeInWords(kind, count)}</li>
          ))}
        </ul>
      )}
      <Row gap="12">
        <LinkButton to="/coverage" variant="primary">
          See coverage
        </LinkButton>
        <LinkButton to="/people">See people</LinkButton>
      </Row>
    </Stack>
  );
}
