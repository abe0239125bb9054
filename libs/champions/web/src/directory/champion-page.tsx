import {
  formatCalendarDay,
  graphql,
  usePageQuery,
  useParams,
  useUrlState,
  zoneCity,
} from '@flipside/platform-web';
import type { ChampionPageQuery } from '@flipside/platform-web/gql';
import {
  Alert,
  Badge,
  Button,
  Card,
  Chip,
  Columns,
  EmptyState,
  FactList,
  Faces,
  LinkButton,
  LoadingFace,
  Page,
  Row,
  SkeletonCard,
  Stack,
  Text,
} from '@flipside/ui';
import { Suspense } from 'react';
import { CHAMPION_STATE_TONES, CHAMPION_STATE_WORDS, languagesInWords } from '../champion-words.js';
import { useChampionPanels } from './champion-panels.js';
import { ChampionRecord } from './champion-record.js';
import { HoursOffer } from './hours-offer.js';
import { EndChampionSheet } from './end-champion-sheet.js';
import { ProfileForm } from './profile-form.js';

const ChampionPageDocument = graphql(`
  query ChampionPage($personId: ID!) {
    champion(personId: $personId) {
      personId
      name
      title
      unitName
      locationName
      timeZone
      languages
      state
      startsOn
      restsUntil
      about
      skills
      problems
      tools
      takesNewPairings
      profileConfirmedOn
      capacity
      agreedHours
      wantedHours
      version
      viewerCanEdit
      viewerCanEnd
      viewerCanAnswerHours
    }
  }
`);

type Champion = ChampionPageQuery['champion'];

export function ChampionPage() {
  const { personId = '' } = useParams();
  const [url, setUrl] = useUrlState({ edit: '', end: '' });
  const page = usePageQuery(ChampionPageDocument, { variables: { personId } });
  const champion = page.data?.champion;
  const isEditing = url.edit !== '' && champion?.viewerCanEdit === true;

  return (
    <Page
      title={champion?.name ?? 'Champion'}
      documentTitle={champion ? `${champion.name}, champion` : 'Champion'}
      lead={champion && [champion.title, champion.unitName].filter(Boolean).join(' · ')}
      breadcrumb={[{ label: 'Champions', to: '/champions' }]}
      actions={champion && !isEditing && <Actions champion={champion} onChange={setUrl} />}
    >
      <Faces of={page} skeleton={<SkeletonCard height={20} />}>
        {(data) =>
          isEditing ? (
            <ProfileForm champion={data.champion} onClose={() => setUrl({ edit: '' })} />
          ) : (
            <Profile champion={data.champion} />
          )
        }
      </Faces>
      {champion?.viewerCanEnd && url.end !== '' && (
        <EndChampionSheet champion={champion} onClose={() => setUrl({ end: '' })} />
      )}
    </Page>
  );
}

interface ActionsProps {
  champion: Champion;
  onChange: (change: { edit?: string; end?: string }) => void;
}

function Actions({ champion, onChange }: ActionsProps) {
  return (
    <>
      {champion.viewerCanEdit && (
        <>
          <Button variant="primary" onClick={() => onChange({ edit: '1' })}>
            Edit my profile
          </Button>
          <LinkButton to="/load">My load</LinkButton>
          <LinkButton to="/thanks">What I contributed</LinkButton>
        </>
      )}
      {champion.viewerCanEnd && (
        <Button onClick={() => onChange({ end: '1' })}>End the role</Button>
      )}
    </>
  );
}

function Profile({ champion }: { champion: Champion }) {
  const panels = useChampionPanels();
  const hasWords =
    champion.about !== '' ||
    [champion.skills, champion.problems, champion.tools].some((list) => list.length > 0);
  return (
    <Stack gap="24">
      <StateNotice champion={champion} />
      {champion.wantedHours != null && <HoursOffer champion={champion} />}
      <Columns min="20rem" gap="24">
        <Card title="Can help with">
          {hasWords ? (
            <Stack gap="16">
              {champion.about && <Text>{champion.about}</Text>}
              <Words label="Good at" words={champion.skills} />
              <Words label="Likes to help with" words={champion.problems} />
              <Words label="Tools" words={champion.tools} />
            </Stack>
          ) : (
            <EmptyState title="Nothing written yet" level={3}>
              {champion.viewerCanEdit
                ? 'Say what you are good at, so that the right people find you.'
                : 'It appears here when they have filled in their profile.'}
            </EmptyState>
          )}
        </Card>
        <Card title="Where and when">
          <FactList
            facts={[
              {
                label: 'State',
                value: (
                  <Badge tone={CHAMPION_STATE_TONES[champion.state]}>
                    {CHAMPION_STATE_WORDS[champion.state]}
                  </Badge>
                ),
              },
              { label: 'New pairings', value: champion.takesNewPairings ? 'Yes' : 'Not now' },
              { label: 'Place', value: champion.locationName },
              { label: 'Time zone', value: zoneCity(champion.timeZone) },
              { label: 'Languages', value: languagesInWords(champion.languages) },
              { label: 'Most pairings', value: champion.capacity },
              { label: 'Hours a month', value: champion.agreedHours },
              {
                label: 'Profile confirmed',
                value: champion.profileConfirmedOn
                  ? formatCalendarDay(champion.profileConfirmedOn)
                  : 'Not yet',
              },
            ]}
          />
        </Card>
        {champion.state !== 'ALUMNI' &&
          panels.map(({ key, Panel }) => (
            <Suspense
              key={key}
              fallback={
                <LoadingFace>
                  <SkeletonCard height={12} />
                </LoadingFace>
              }
            >
              <Panel champion={champion} />
            </Suspense>
          ))}
      </Columns>
      {champion.agreedHours != null && <ChampionRecord personId={champion.personId} />}
    </Stack>
  );
}

function StateNotice({ champion }: { champion: Champion }) {
  if (champion.state === 'RESTING') {
    const until = champion.restsUntil ? ` until ${formatCalendarDay(champion.restsUntil)}` : '';
    return <Alert tone="info">On a break{until}: not counted and not asked.</Alert>;
  }
  if (champion.state === 'APPROVED' && champion.startsOn) {
    return <Alert tone="info">Starts on {formatCalendarDay(champion.startsOn)}.</Alert>;
  }
  return null;
}

function Words({ label, words }: { label: string; words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <Stack gap="4">
      <Text size="sm" tone="muted">
        {label}
      </Text>
      <Row gap="4">
        {words.map((word) => (
          <Chip key={word}>{word}</Chip>
        ))}
      </Row>
    </Stack>
  );
}
