import {
  formatCalendarDay,
  formatNumber,
  graphql,
  holdsAny,
  usePageQuery,
  useUrlState,
  useViewer,
  zoneCity,
} from '@flipside/platform-web';
import type { ChampionState } from '@flipside/platform-web/gql';
import {
  Badge,
  Button,
  Chip,
  type Column,
  DataTable,
  EmptyState,
  Faces,
  Link,
  LinkButton,
  LoadMore,
  Page,
  PersonName,
  Row,
  SkeletonTable,
  Stack,
  Text,
} from '@flipside/ui';
import '../champions.css';
import { CHAMPION_STATE_TONES, CHAMPION_STATE_WORDS, languagesInWords } from '../champion-words.js';
import { AVAILABLE, DirectoryFilters, IN_TOUCH } from './directory-filters.js';
import { NameChampionSheet } from './name-champion-sheet.js';

const Directory = graphql(`
  query ChampionDirectory($filter: ChampionFilterInput, $after: String) {
    champions(filter: $filter, first: 50, after: $after) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      edges {
        node {
          personId
          name
          title
          unitName
          locationName
          timeZone
          languages
          state
          skills
          takesNewPairings
          fadedOn
          profileConfirmedOn
          staysInTouch
        }
      }
    }
  }
`);

interface Listed {
  personId: string;
  name: string;
  title: string;
  unitName?: string | null | undefined;
  locationName?: string | null | undefined;
  timeZone: string;
  languages: string[];
  state: ChampionState;
  skills: string[];
  takesNewPairings: boolean;
  profileConfirmedOn?: string | null | undefined;
  fadedOn?: string | null | undefined;
  staysInTouch: boolean;
}

const SHOWN_SKILLS = 4;

const columns: Column<Listed>[] = [
  {
    id: 'name',
    header: 'Champion',
    isRowHeader: true,
    cell: ({ personId, name, title }) => (
      <Link to={`/champions/${personId}`}>
        <PersonName name={name} note={title} hasMonogram />
      </Link>
    ),
  },
  {
    id: 'skills',
    header: 'Good at',
    phone: 'bar',
    cell: ({ skills }) => (
      <Row gap="4">
        {skills.slice(0, SHOWN_SKILLS).map((skill) => (
          <Chip key={skill}>{skill}</Chip>
        ))}
        {skills.length > SHOWN_SKILLS && <span>and {skills.length - SHOWN_SKILLS} more</span>}
      </Row>
    ),
  },
  { id: 'unit', header: 'Unit', cell: ({ unitName }) => unitName ?? '' },
  {
    id: 'place',
    header: 'Place',
    cell: ({ locationName, timeZone }) => locationName ?? zoneCity(timeZone),
  },
  { id: 'languages', header: 'Languages', cell: ({ languages }) => languagesInWords(languages) },
  {
    id: 'state',
    header: 'State',
    phone: 'aside',
    cell: ({ state, takesNewPairings, fadedOn, profileConfirmedOn, staysInTouch }) => (
      <Stack gap="4">
        <div>
          <Badge tone={CHAMPION_STATE_TONES[state]}>
            {state === 'ACTIVE' && !takesNewPairings
              ? 'No new pairings'
              : CHAMPION_STATE_WORDS[state]}
          </Badge>
        </div>
        {state === 'ALUMNI' && staysInTouch && (
          <Text size="sm" tone="muted">
            May be asked
          </Text>
        )}
        {state !== 'ALUMNI' && fadedOn && (
          <Text size="sm" tone="muted">
            {profileConfirmedOn
              ? `Not confirmed since ${formatCalendarDay(profileConfirmedOn)}`
              : 'Never confirmed'}
          </Text>
        )}
      </Stack>
    ),
  },
];

export function DirectoryPage() {
  const viewer = useViewer();
  const isHr = holdsAny(viewer, ['HR_LEAD']);
  const [url, setUrl, { isChanged, reset }] = useUrlState({
    text: '',
    unit: '',
    place: '',
    skill: '',
    problem: '',
    tool: '',
    language: '',
    zone: '',
    state: '',
    name: '',
  });
  const filter = {
    text: url.text || null,
    unitId: url.unit || null,
    locationId: url.place || null,
    skill: url.skill || null,
    problem: url.problem || null,
    tool: url.tool || null,
    language: url.language || null,
    timeZone: url.zone || null,
    states:
      url.state && url.state !== IN_TOUCH && url.state !== AVAILABLE
        ? [url.state as ChampionState]
        : null,
    isInTouch: url.state === IN_TOUCH ? true : null,
    isAvailable: url.state === AVAILABLE ? true : null,
  };
  const page = usePageQuery(Directory, { variables: { filter } });
  const count = page.data?.champions.totalCount;
  const { name: _naming, ...filters } = url;
  const isFiltered = Object.values(filters).some(Boolean);

  return (
    <Page
      title="Champions"
      lead="Colleagues who help others use AI in real work."
      width="wide"
      actions={
        <>
          {isHr && (
            <Button variant="primary" onClick={() => setUrl({ name: '1' })}>
              Name a champion
            </Button>
          )}
          <LinkButton to="/nominate">Nominate someone</LinkButton>
        </>
      }
    >
      <Stack gap="24">
        <DirectoryFilters
          filter={url}
          onChange={setUrl}
          result={
            count === undefined
              ? undefined
              : `${formatNumber(count)} ${count === 1 ? 'champion' : 'champions'}`
          }
          onReset={isChanged ? reset : undefined}
        />
        <Faces
          of={page}
          skeleton={<SkeletonTable rows={10} columns={5} />}
          isEmpty={({ champions }) => champions.totalCount === 0}
          empty={
            isFiltered ? (
              <NobodyFits />
            ) : (
              <NobodyYet isHr={isHr} onName={() => setUrl({ name: '1' })} />
            )
          }
        >
          {({ champions }) => (
            <DataTable
              caption="Champions"
              columns={columns}
              rows={champions.edges.map(({ node }) => node)}
              rowKey={({ personId }) => personId}
              footer={
                champions.pageInfo.hasNextPage && (
                  <LoadMore
                    isBusy={page.isLoadingMore}
                    onLoad={() => void page.loadMore('champions')}
                    rest={`${champions.edges.length} of ${formatNumber(champions.totalCount)}`}
                  />
                )
              }
            />
          )}
        </Faces>
      </Stack>
      {isHr && url.name !== '' && (
        <NameChampionSheet unitId={url.unit || undefined} onClose={() => setUrl({ name: '' })} />
      )}
    </Page>
  );
}

const NobodyFits = () => (
  <EmptyState title="Nobody fits all of that">
    Take one filter away, or try another word.
  </EmptyState>
);

function NobodyYet({ isHr, onName }: { isHr: boolean; onName: () => void }) {
  return (
    <EmptyState
      title="No champions yet"
      action={
        isHr ? (
          <Button variant="primary" onClick={onName}>
            Name a champion
          </Button>
        ) : (
          <LinkButton variant="primary" to="/nominate">
            Nominate someone
          </LinkButton>
        )
      }
    >
      Champions are colleagues who help others use AI in real work. You can find them here by skill,
      unit and place.
    </EmptyState>
  );
}
