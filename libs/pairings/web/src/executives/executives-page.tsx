import { useState } from 'react';
import { graphql, useAction, useNavigate, usePageQuery, useUrlState } from '@flipside/platform-web';
import type { ExecutivesPageQuery } from '@flipside/platform-web/gql';
import {
  ActionNotice,
  Badge,
  Button,
  DataTable,
  EmptyState,
  Faces,
  Headline,
  IconDots,
  Link,
  Menu,
  Page,
  Row,
  SkeletonTable,
  Stack,
  Text,
  ViewLinks,
  type Column,
} from '@flipside/ui';
import { PAIRING_STATE, plural } from '../pairing-words.js';
import { matchingViews } from '../rounds/matching-views.js';
import { GoalsSheet } from './goals-sheet.js';
import { LevelRuleSheet } from './level-rule-sheet.js';
import { MarkSheet } from './mark-sheet.js';

const ExecutivesPageDocument = graphql(`
  query ExecutivesPage {
    executives {
      personId
      source
      goal
      topics
      isOptedOut
      version
      person {
        id
        name
        title
        unit {
          id
          name
        }
      }
      pairing {
        id
        state
        champion {
          id
          name
        }
      }
    }
  }
`);

const Remove = graphql(`
  mutation RemoveExecutive($input: RemoveExecutiveInput!) {
    removeExecutive(input: $input) {
      ... on RemoveExecutivePayload {
        personId
      }
      ... on PairingRefusal {
        message
        field
        code
      }
    }
  }
`);

const Enrol = graphql(`
  mutation EnrolExecutiveAgain($input: EnrolExecutiveInput!) {
    enrolExecutive(input: $input) {
      ... on ExecutivePayload {
        executive {
          personId
        }
      }
      ... on PairingRefusal {
        message
        field
        code
      }
    }
  }
`);

export type Executive = ExecutivesPageQuery['executives'][number];

/** Who takes part as an executive, with goals and pairing. */
export function ExecutivesPage() {
  const [url, setUrl] = useUrlState({ mark: '', level: '' });
  const page = usePageQuery(ExecutivesPageDocument);
  const mark = (
    <Button variant="primary" onClick={() => setUrl({ mark: '1' })}>
      Mark an executive
    </Button>
  );
  const byLevel = <Button onClick={() => setUrl({ level: '1' })}>Apply the level rule…</Button>;
  return (
    <Page
      title="Executives"
      lead="Senior leaders who take part as learners."
      width="wide"
      actions={
        page.data?.executives.length === 0 ? undefined : (
          <Row gap="8">
            {byLevel}
            {mark}
          </Row>
        )
      }
    >
      <Stack gap="24">
        <ViewLinks label="Matching" views={matchingViews} />
        <Faces
          of={page}
          skeleton={<SkeletonTable rows={8} columns={4} />}
          isEmpty={({ executives }) => executives.length === 0}
          empty={
            <EmptyState
              title="No executives yet"
              action={
                <Row gap="8">
                  {mark}
                  {byLevel}
                </Row>
              }
            >
              Mark people one by one, or everybody down to a level. The level is set in the
              settings; what you decide by hand stays as you decided it.
            </EmptyState>
          }
        >
          {({ executives }) => <Executives executives={executives} />}
        </Faces>
      </Stack>
      {url.level === '1' && <LevelRuleSheet onClose={() => setUrl({ level: '' })} />}
      <MarkSheet isOpen={url.mark === '1'} onClose={() => setUrl({ mark: '' })} />
    </Page>
  );
}

function Executives({ executives }: { executives: readonly Executive[] }) {
  const [edited, setEdited] = useState<Executive>();
  const navigate = useNavigate();
  const enrol = useAction(Enrol);
  const remove = useAction(Remove, {
    said: () => 'Taken out of the programme.',
    undo:
      ({ personId }) =>
      () =>
        void enrol.run({ input: { personId, goal: '', topics: [] } }),
  });
  const waiting = executives.filter(({ pairing }) => !pairing).length;
  const columns: Column<Executive>[] = [
    {
      id: 'name',
      header: 'Executive',
      isRowHeader: true,
      cell: ({ person }) => (
        <Stack gap="none">
          <Link to={`/people/${person.id}`}>{person.name}</Link>
          <Text size="sm" tone="muted">
            {[person.title, person.unit?.name].filter(Boolean).join(' · ')}
          </Text>
        </Stack>
      ),
    },
    {
      id: 'topics',
      header: 'Wants',
      phone: 'line',
      cell: ({ topics, goal }) =>
        topics.length > 0 || goal ? (
          <Stack gap="none">
            <Text>{topics.join(', ')}</Text>
            {goal && (
              <Text size="sm" tone="muted">
                {goal}
              </Text>
            )}
          </Stack>
        ) : (
          <Text tone="muted">Nothing yet</Text>
        ),
    },
    {
      id: 'pairing',
      header: 'Pairing',
      phone: 'line',
      cell: ({ pairing, isOptedOut }) => {
        if (!pairing)
          return <Text tone="muted">{isOptedOut ? 'Asked not to be proposed' : 'None'}</Text>;
        const state = PAIRING_STATE[pairing.state];
        return (
          <Row gap="8">
            <Link to={`/pairings/${pairing.id}`}>{pairing.champion.name}</Link>
            <Badge tone={state?.tone ?? 'neutral'}>{state?.label ?? pairing.state}</Badge>
          </Row>
        );
      },
    },
    {
      id: 'source',
      header: 'Takes part',
      phone: 'line',
      cell: ({ source }) => (source === 'LEVEL' ? 'by level' : 'by hand'),
    },
    {
      id: 'actions',
      header: 'Actions',
      isHeaderHidden: true,
      phone: 'aside',
      cell: (executive) => (
        <Menu
          label={`For ${executive.person.name}`}
          trigger={
            <Button
              size="small"
              variant="quiet"
              aria-label={`For ${executive.person.name}`}
              icon={<IconDots size={18} aria-hidden />}
            />
          }
          entries={[
            { label: 'Set topics and goal', onSelect: () => setEdited(executive) },
            {
              label: 'Assistant for the sessions',
              onSelect: () => void navigate(`/executives/${executive.personId}/delegates`),
            },
            {
              label: 'Take out of the programme',
              onSelect: () => void remove.run({ input: { personId: executive.personId } }),
            },
          ]}
        />
      ),
    },
  ];
  return (
    <Stack gap="16">
      <Headline>
        {plural(executives.length, 'executive takes', 'executives take')} part.{' '}
        {waiting === 0 ? 'All of them have a pairing.' : `${waiting} without a pairing.`}
      </Headline>
      <ActionNotice of={remove} />
      <DataTable
        caption="Executives"
        columns={columns}
        rows={[...executives]}
        rowKey={({ personId }) => personId}
      />
      {edited && <GoalsSheet executive={edited} onClose={() => setEdited(undefined)} />}
    </Stack>
  );
}
