import { graphql, useDates, usePageQuery } from '@flipside/platform-web';
import {
  Alert,
  Columns,
  Faces,
  Headline,
  SkeletonCard,
  SkeletonTable,
  Stack,
  Text,
} from '@flipside/ui';
import { GapsList } from './gaps-list.js';
import { NominationsList } from './nominations-list.js';
import { ProposalsList } from './proposals-list.js';
import { SetUpList } from './set-up-list.js';
import { SlippingList } from './slipping-list.js';

const ProgrammeHomeQuery = graphql(`
  query ProgrammeHome {
    programmeHome {
      headline {
        spreadSentence
        totalSentence
        gapSentence
        lastImportAt
        isStale
      }
      setUp {
        key
        isDone
      }
      hasPeople
      gaps {
        ...GapListFields
      }
      proposals {
        ...ProposalListFields
      }
      slipping {
        ...SlippingListFields
      }
      nominations {
        ...NominationListFields
      }
    }
  }
`);

/** What needs the programme owner today, worst first: one sentence, then four short lists with their actions. */
export function ProgrammeSection() {
  const page = usePageQuery(ProgrammeHomeQuery);
  return (
    <Faces of={page} skeleton={<HomeSkeleton />}>
      {({ programmeHome: home }) => (
        <Stack gap="32">
          {home.hasPeople && <CoverageSentence headline={home.headline} />}
          {home.setUp.length > 0 && <SetUpList steps={home.setUp} />}
          {home.hasPeople && (
            <Columns min="26rem" gap="32">
              <GapsList list={home.gaps} />
              <ProposalsList list={home.proposals} />
              <SlippingList list={home.slipping} />
              <NominationsList list={home.nominations} />
            </Columns>
          )}
        </Stack>
      )}
    </Faces>
  );
}

interface HeadlineShown {
  spreadSentence: string;
  totalSentence: string;
  gapSentence: string;
  lastImportAt?: string | null;
  isStale: boolean;
}

function CoverageSentence({ headline }: { headline: HeadlineShown }) {
  const dates = useDates();
  const { spreadSentence, totalSentence, gapSentence, lastImportAt, isStale } = headline;
  const figures = `${totalSentence.replace(/1 per (?=\d)/gu, '1\u00A0per\u00A0')} ${gapSentence}`;
  return (
    <Stack gap="12">
      <Headline
        notes={
          <>
            {spreadSentence && (
              <Text as="span" weight="medium">
                {figures}{' '}
              </Text>
            )}
            {lastImportAt && `Staff list of ${dates.day(lastImportAt)}`}
          </>
        }
      >
        {spreadSentence || figures}
      </Headline>
      {isStale && (
        <Alert tone="warning">
          The staff list is more than five weeks old, so these figures may no longer be true.
        </Alert>
      )}
    </Stack>
  );
}

function HomeSkeleton() {
  return (
    <Stack gap="32">
      <SkeletonCard height={5} />
      <Columns min="26rem" gap="32">
        {[1, 2, 3, 4].map((list) => (
          <SkeletonTable key={list} rows={5} columns={2} />
        ))}
      </Columns>
    </Stack>
  );
}
