import { formatNumber, graphql, usePageQuery, useUrlState } from '@flipside/platform-web';
import type { NominationStage, RecruitingPageQuery } from '@flipside/platform-web/gql';
import {
  Badge,
  Button,
  ChipGroup,
  type Column,
  DataTable,
  EmptyState,
  Faces,
  LinkButton,
  LoadMore,
  Menu,
  Page,
  PersonName,
  Row,
  Section,
  SkeletonTable,
  Stack,
} from '@flipside/ui';
import {
  daysInWords,
  MOVE_WORDS,
  OPEN_STAGES,
  SOURCE_WORDS,
  STAGE_WORDS,
} from '../champion-words.js';
import { NominationSheet } from './nomination-sheet.js';
import { SuggestionsSection } from './suggestions-section.js';

const RecruitingPageDocument = graphql(`
  query RecruitingPage($stages: [NominationStage!], $after: String) {
    nominations(stages: $stages, first: 100, after: $after) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      edges {
        node {
          id
          nomineeName
          nomineeTitle
          unitName
          nominatorName
          source
          stage
          nomineeAnswer
          daysInStage
          moves {
            toStage
          }
        }
      }
    }
    nominationCounts {
      stage
      count
    }
  }
`);

type Nomination = RecruitingPageQuery['nominations']['edges'][number]['node'];

const FILTER_STAGES: readonly NominationStage[] = [
  ...OPEN_STAGES,
  'ACTIVE',
  'DECLINED',
  'WITHDRAWN',
];

/** Who is on the way and who is stuck: nominations by stage, the longest waiting first. */
export function RecruitingPage() {
  const [url, setUrl] = useUrlState({ stage: [] as string[], open: '', to: '' });
  const page = usePageQuery(RecruitingPageDocument, {
    variables: { stages: url.stage.length > 0 ? (url.stage as NominationStage[]) : null },
  });
  const counts = new Map(page.data?.nominationCounts.map(({ stage, count }) => [stage, count]));
  const open = (id: string, to = '') => setUrl({ open: id, to });

  return (
    <Page
      title="Recruiting"
      lead="Who is on the way to being a champion, and who waits for a decision."
      width="wide"
      actions={
        <>
          <LinkButton to="/recruiting/figures">How it goes</LinkButton>
          <LinkButton to="/nominate">Nominate someone</LinkButton>
        </>
      }
    >
      <Stack gap="24">
        <ChipGroup
          label="Stages"
          isLabelHidden
          options={FILTER_STAGES.map((stage) => ({
            value: stage,
            label: `${STAGE_WORDS[stage]} ${formatNumber(counts.get(stage) ?? 0)}`,
          }))}
          value={url.stage as NominationStage[]}
          onChange={(stage) => setUrl({ stage })}
        />
        <Faces
          of={page}
          skeleton={<SkeletonTable rows={8} columns={5} />}
          isEmpty={({ nominations }) => nominations.totalCount === 0}
          empty={<NoNominations isFiltered={url.stage.length > 0} />}
        >
          {({ nominations }) => (
            <Stack gap="32">
              {FILTER_STAGES.map((stage) => (
                <StageSection
                  key={stage}
                  stage={stage}
                  count={counts.get(stage) ?? 0}
                  nominations={nominations.edges
                    .map(({ node }) => node)
                    .filter((node) => node.stage === stage)}
                  onOpen={open}
                />
              ))}
              {nominations.pageInfo.hasNextPage && (
                <LoadMore
                  isBusy={page.isLoadingMore}
                  onLoad={() => void page.loadMore('nominations')}
                  rest={`${nominations.edges.length} of ${formatNumber(nominations.totalCount)}`}
                />
              )}
            </Stack>
          )}
        </Faces>
        <SuggestionsSection />
      </Stack>
      {url.open !== '' && (
        <NominationSheet
          id={url.open}
          to={url.to as NominationStage | ''}
          onClose={() => setUrl({ open: '', to: '' })}
        />
      )}
    </Page>
  );
}

interface StageSectionProps {
  stage: NominationStage;
  count: number;
  nominations: Nomination[];
  onOpen: (id: string, to?: string) => void;
}

function StageSection({ stage, count, nominations, onOpen }: StageSectionProps) {
  if (nominations.length === 0) return null;
  const columns: Column<Nomination>[] = [
    {
      id: 'name',
      header: 'Nominee',
      isRowHeader: true,
      width: '24%',
      cell: ({ nomineeName, nomineeTitle }) => (
        <PersonName name={nomineeName} note={nomineeTitle} />
      ),
    },
    { id: 'unit', header: 'Would fill', width: '14%', cell: ({ unitName }) => unitName ?? '' },
    {
      id: 'source',
      header: 'From',
      cell: ({ source, nominatorName }) =>
        source === 'SELF'
          ? SOURCE_WORDS.SELF
          : `${SOURCE_WORDS[source]}${nominatorName ? `, ${nominatorName}` : ''}`,
    },
    {
      id: 'answer',
      header: 'Answer',
      width: '11%',
      isUnbroken: true,
      cell: (nomination) => <Answer nomination={nomination} />,
    },
    {
      id: 'days',
      header: 'In this stage',
      align: 'end',
      width: '10%',
      phone: 'aside',
      cell: ({ daysInStage }) => daysInWords(daysInStage),
    },
    {
      id: 'action',
      header: 'Action',
      isHeaderHidden: true,
      align: 'end',
      width: '14rem',
      cell: (nomination) => <RowActions nomination={nomination} onOpen={onOpen} />,
    },
  ];
  return (
    <Section title={`${STAGE_WORDS[stage]} (${formatNumber(count)})`}>
      <DataTable
        caption={STAGE_WORDS[stage]}
        columns={columns}
        rows={nominations}
        rowKey={({ id }) => id}
      />
    </Section>
  );
}

function Answer({ nomination: { nomineeAnswer, stage } }: { nomination: Nomination }) {
  if (stage === 'DECLINED' || stage === 'WITHDRAWN') return null;
  if (stage === 'CANDIDATE') return <>Not asked yet</>;
  return nomineeAnswer === 'YES' ? (
    <Badge tone="covered">Said yes</Badge>
  ) : (
    <Badge tone="outline">Asked</Badge>
  );
}

function RowActions({
  nomination,
  onOpen,
}: {
  nomination: Nomination;
  onOpen: StageSectionProps['onOpen'];
}) {
  const { id, nomineeName, moves } = nomination;
  return (
    <Row gap="8" justify="end">
      <Button
        size="small"
        aria-label={`${moves.length > 0 ? 'Decide on' : 'Look at'} ${nomineeName}`}
        onClick={() => onOpen(id)}
      >
        {moves.length > 0 ? 'Decide' : 'Look'}
      </Button>
      {moves.length > 0 && (
        <Menu
          label={`Move ${nomineeName} to`}
          trigger={
            <Button size="small" aria-label={`Move to… (${nomineeName})`}>
              Move to…
            </Button>
          }
          entries={moves.map(({ toStage }) => ({
            label: MOVE_WORDS[toStage],
            onSelect: () => onOpen(id, toStage),
          }))}
        />
      )}
    </Row>
  );
}

function NoNominations({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) {
    return (
      <EmptyState title="Nobody in these stages">
        Choose other stages, or none to see all open ones.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No nominations under way"
      action={
        <LinkButton variant="primary" to="/coverage">
          See where champions are missing
        </LinkButton>
      }
    >
      Ask for volunteers in units with gaps. Anybody can nominate a colleague or themselves.
    </EmptyState>
  );
}
