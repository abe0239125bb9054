import { useState } from 'react';
import { formatNumber, graphql, usePageQuery, useUrlState } from '@flipside/platform-web';
import type { CertifiedFilter } from '@flipside/platform-web/gql';
import {
  ActionNotice,
  Badge,
  Button,
  DataTable,
  EmptyState,
  Faces,
  FilterBar,
  Headline,
  Link,
  LinkButton,
  LoadMore,
  Page,
  PersonName,
  Row,
  Select,
  SkeletonTable,
  Stack,
  Text,
  TextInput,
  ViewLinks,
  type Column,
} from '@flipside/ui';
import { CERTIFICATION_STATE } from '../pairing-words.js';
import { matchingViews } from '../rounds/matching-views.js';
import { certificationInWords, isValid, type Certification } from './certification-documents.js';
import { CertifySheet } from './certify-sheet.js';
import { useWithdrawal } from './use-withdrawal.js';

const CertifiedChampions = graphql(`
  query CertifiedChampions($filter: CertificationFilterInput!, $after: String) {
    certifications(filter: $filter, first: 50, after: $after) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      edges {
        node {
          ...CertificationCard
        }
      }
    }
    certificationCounts {
      champions
      certified
    }
  }
`);

const SHOWN: { value: CertifiedFilter; label: string }[] = [
  { value: 'ALL', label: 'All champions' },
  { value: 'NOT_VALID', label: 'Without a valid one' },
  { value: 'VALID', label: 'Certified today' },
];

/** Who is certified, on what, until when; those without a valid certification first. */
export function CertifiedPage() {
  const [url, setUrl, { isChanged, reset }] = useUrlState({ show: 'ALL', text: '' });
  const show = SHOWN.find(({ value }) => value === url.show)?.value ?? 'ALL';
  const page = usePageQuery(CertifiedChampions, {
    variables: { filter: { show, text: url.text } },
  });
  const counts = page.data?.certificationCounts;
  const found = page.data?.certifications.totalCount;
  return (
    <Page
      title="Certified champions"
      lead="Whoever is certified knows the risks of AI as well as what it can do. A round can ask for it."
      width="wide"
    >
      <Stack gap="24">
        <ViewLinks label="Matching" views={matchingViews} />
        {counts && counts.champions > 0 && (
          <Headline>
            {formatNumber(counts.certified)} of {formatNumber(counts.champions)} champions{' '}
            {counts.certified === 1 ? 'is' : 'are'} certified today.
          </Headline>
        )}
        <FilterBar
          label="Champions"
          result={
            found === undefined
              ? undefined
              : `${formatNumber(found)} ${found === 1 ? 'champion' : 'champions'}`
          }
          onReset={isChanged ? reset : undefined}
        >
          <TextInput
            label="Find"
            placeholder="Part of a name"
            value={url.text}
            onChange={(event) => setUrl({ text: event.currentTarget.value })}
          />
          <Select
            label="Show"
            data={SHOWN}
            value={show}
            onChange={(value) => setUrl({ show: value ?? 'ALL' })}
          />
        </FilterBar>
        <Faces
          of={page}
          skeleton={<SkeletonTable rows={8} columns={4} />}
          isEmpty={({ certifications }) => certifications.totalCount === 0}
          empty={
            isChanged ? (
              <EmptyState title="Nobody fits that">
                Take the filter away, or try part of another name.
              </EmptyState>
            ) : (
              <EmptyState
                title="No champions yet"
                action={
                  <LinkButton variant="primary" to="/champions?name=1">
                    Name a champion
                  </LinkButton>
                }
              >
                Champions stand here as soon as there are some, first those who are not certified.
              </EmptyState>
            )
          }
        >
          {({ certifications }) => (
            <Champions
              rows={certifications.edges.map(({ node }) => node)}
              footer={
                certifications.pageInfo.hasNextPage && (
                  <LoadMore
                    isBusy={page.isLoadingMore}
                    onLoad={() => void page.loadMore('certifications')}
                    rest={`${certifications.edges.length} of ${formatNumber(certifications.totalCount)}`}
                  />
                )
              }
            />
          )}
        </Faces>
      </Stack>
    </Page>
  );
}

function Champions({ rows, footer }: { rows: Certification[]; footer: React.ReactNode }) {
  const [certified, setCertified] = useState<Certification>();
  const withdrawal = useWithdrawal();
  const columns: Column<Certification>[] = [
    {
      id: 'name',
      header: 'Champion',
      isRowHeader: true,
      cell: ({ championId, person }) => (
        <Link to={`/champions/${championId}`}>
          <PersonName name={person.name} note={person.title} />
        </Link>
      ),
    },
    {
      id: 'state',
      header: 'State',
      phone: 'aside',
      cell: ({ state }) => {
        const word = CERTIFICATION_STATE[state];
        return <Badge tone={word?.tone ?? 'outline'}>{word?.label ?? state}</Badge>;
      },
    },
    {
      id: 'days',
      header: 'Days',
      phone: 'line',
      cell: certificationInWords,
    },
    {
      id: 'evidence',
      header: 'Rests on',
      phone: 'line',
      cell: ({ evidence }) => (evidence ? <Text size="sm">{evidence}</Text> : '–'),
    },
    {
      id: 'actions',
      header: 'Actions',
      isHeaderHidden: true,
      cell: (row) => (
        <Row gap="8">
          <Button
            size="small"
            aria-label={`${row.certifiedOn ? 'Renew' : 'Certify'} ${row.person.name}`}
            onClick={() => setCertified(row)}
          >
            {row.certifiedOn ? 'Renew' : 'Certify'}
          </Button>
          {isValid(row) && (
            <Button
              size="small"
              variant="quiet"
              disabled={withdrawal.isRunning}
              aria-label={`Withdraw the certification of ${row.person.name}`}
              onClick={() => withdrawal.run(row.championId)}
            >
              Withdraw
            </Button>
          )}
        </Row>
      ),
    },
  ];
  return (
    <Stack gap="12">
      <ActionNotice of={withdrawal} />
      <DataTable
        caption="Champions with their certification"
        columns={columns}
        rows={rows}
        rowKey={({ championId }) => championId}
        footer={footer}
      />
      {certified && (
        <CertifySheet certification={certified} onClose={() => setCertified(undefined)} />
      )}
    </Stack>
  );
}
