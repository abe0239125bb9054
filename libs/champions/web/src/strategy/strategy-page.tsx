import { formatNumber, graphql, usePageQuery, useUrlState } from '@flipside/platform-web';
import type { StrategyPageQuery } from '@flipside/platform-web/gql';
import {
  Alert,
  Button,
  type Column,
  DataTable,
  EmptyState,
  Faces,
  Link,
  Page,
  Row,
  Section,
  SkeletonTable,
  Stack,
} from '@flipside/ui';
import '../champions.css';
import { STAGE_WORDS } from '../champion-words.js';
import { CoverageViews } from '../coverage/coverage-views.js';
import { ExportMenu } from '../coverage/export-menu.js';
import { choicesOf, placesOf } from './match-choices.js';
import { PriorityRecruit } from './priority-recruit.js';
import { PrioritySheet } from './priority-sheet.js';
import { PriorityTable } from './priority-table.js';

const StrategyDocument = graphql(`
  query StrategyPage {
    championStrategy {
      asOf
      champions
      conflicts
      priorities {
        id
        kind
        name
        match
        target
        weight
        present
        gap
        candidates
        version
      }
      candidates {
        nominationId
        name
        unitName
        stage
        reasons
      }
      composition {
        dimension
        parts {
          value
          champions
        }
      }
    }
    orgUnits {
      unit {
        id
        code
        name
      }
    }
    locations {
      id
      name
      country
    }
  }
`);

type Strategy = StrategyPageQuery['championStrategy'];
export type Priority = Strategy['priorities'][number];
type Candidate = Strategy['candidates'][number];

const DIMENSIONS = {
  UNIT: 'Department',
  LOCATION: 'Site',
  COUNTRY: 'Country',
  LEVEL: 'Level',
  LANGUAGE: 'Language',
  USE_CASE: 'Use case',
} as const;

/** Where champions should be for the company's aims, beside where the head count asks for them. */
export function StrategyPage() {
  const [url, setUrl] = useUrlState({ edit: '', recruit: '', at: '' });
  const page = usePageQuery(StrategyDocument);
  const strategy = page.data?.championStrategy;
  const choices = page.data && choicesOf(page.data);
  const recruited = strategy?.priorities.find(({ id }) => id === url.recruit);
  const edited = strategy?.priorities.find(({ id }) => id === url.edit) ?? null;
  return (
    <Page
      title="Strategy"
      documentTitle="Champions and strategy"
      width="wide"
      breadcrumb={[{ label: 'Coverage', to: '/coverage' }]}
      actions={
        <Button variant="primary" onClick={() => setUrl({ edit: 'new' })}>
          Add a priority
        </Button>
      }
    >
      <CoverageViews />
      <Faces of={page} skeleton={<SkeletonTable rows={6} columns={5} />}>
        {({ championStrategy }) => (
          <Stack gap="32">
            {championStrategy.conflicts.length > 0 && (
              <Alert tone="warning" title="Where coverage and aims pull apart">
                <ul>
                  {championStrategy.conflicts.map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              </Alert>
            )}
            <Section
              title="Priorities"
              lead="Champions wanted where the company’s aims are, beside those the head count asks for."
            >
              {championStrategy.priorities.length === 0 ? (
                <EmptyState level={3} title="No priority yet">
                  For example “Asia: 12 champions”, “SAP: 5” or “Spanish: 4”. The gap and the people
                  on the way who fit show here.
                </EmptyState>
              ) : (
                <PriorityTable
                  priorities={championStrategy.priorities}
                  choices={choices}
                  onChange={(edit) => setUrl({ edit })}
                  onRecruit={(recruit) => setUrl({ recruit, at: '' })}
                />
              )}
            </Section>
            <Candidates candidates={championStrategy.candidates} />
            <CompositionSection strategy={championStrategy} />
          </Stack>
        )}
      </Faces>
      {recruited && (
        <PriorityRecruit
          priority={recruited}
          places={placesOf(recruited, page.data)}
          at={url.at}
          onAt={(at) => setUrl({ at })}
          onClose={() => setUrl({ recruit: '', at: '' })}
        />
      )}
      {url.edit !== '' && choices && (url.edit === 'new' || edited) && (
        <PrioritySheet priority={edited} choices={choices} onClose={() => setUrl({ edit: '' })} />
      )}
    </Page>
  );
}

const candidateColumns: Column<Candidate>[] = [
  {
    id: 'name',
    header: 'Nominee',
    isRowHeader: true,
    cell: ({ nominationId, name }) => <Link to={`/recruiting?open=${nominationId}`}>{name}</Link>,
  },
  { id: 'unit', header: 'Unit', cell: ({ unitName }) => unitName ?? '' },
  { id: 'stage', header: 'Stage', phone: 'aside', cell: ({ stage }) => STAGE_WORDS[stage] },
  { id: 'why', header: 'Why here', cell: ({ reasons }) => reasons.join(' ') },
];

function Candidates({ candidates }: { candidates: Candidate[] }) {
  if (candidates.length === 0) return null;
  return (
    <Section
      title="Who would help most"
      lead="People on the way, by the seats and priorities they would help with. People decide."
    >
      <DataTable
        caption="Who would help most"
        columns={candidateColumns}
        rows={candidates.slice(0, 20)}
        rowKey={({ nominationId }) => nominationId}
      />
    </Section>
  );
}

function CompositionSection({
  strategy: { asOf, champions, composition },
}: {
  strategy: Strategy;
}) {
  const [dimension, setDimension] = useUrlState({ by: 'UNIT' });
  const shown = composition.find((each) => each.dimension === dimension.by) ?? composition[0];
  if (!shown) return null;
  const parts = shown.parts;
  const note =
    shown.dimension === 'LANGUAGE' || shown.dimension === 'USE_CASE'
      ? 'People have several, so these do not add up.'
      : `They add up to ${formatNumber(champions)} champions.`;
  return (
    <Section
      title="Composition"
      lead={`Champions by ${DIMENSIONS[shown.dimension].toLowerCase()}. ${note}`}
      actions={
        <ExportMenu
          name="composition"
          title={`Champions by ${DIMENSIONS[shown.dimension].toLowerCase()}`}
          asOf={asOf}
          filters="All champions"
          header={[DIMENSIONS[shown.dimension], 'Champions']}
          rows={() =>
            parts.map(({ value, champions: count }) => [value, count ?? 'too few to show'])
          }
        />
      }
    >
      <Stack gap="16">
        <Row gap="8">
          {composition.map(({ dimension: each }) => (
            <Button
              key={each}
              size="small"
              aria-pressed={each === shown.dimension}
              variant={each === shown.dimension ? 'primary' : 'secondary'}
              onClick={() => setDimension({ by: each })}
            >
              {DIMENSIONS[each]}
            </Button>
          ))}
        </Row>
        <DataTable
          caption="Composition"
          columns={[
            {
              id: 'value',
              header: DIMENSIONS[shown.dimension],
              isRowHeader: true,
              cell: ({ value }) => value,
            },
            {
              id: 'count',
              header: 'Champions',
              align: 'end',
              phone: 'aside',
              cell: ({ champions: count }) =>
                count == null ? 'too few to show' : formatNumber(count),
            },
          ]}
          rows={parts}
          rowKey={({ value }) => value}
        />
      </Stack>
    </Section>
  );
}
