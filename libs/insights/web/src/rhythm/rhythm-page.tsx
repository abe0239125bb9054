import { Suspense } from 'react';
import {
  downloadCsv,
  formatCalendarDay,
  graphql,
  usePageQuery,
  useUrlState,
} from '@flipside/platform-web';
import {
  Button,
  EmptyState,
  Faces,
  Headline,
  IconDownload,
  LinkButton,
  Page,
  SkeletonTable,
  Stack,
} from '@flipside/ui';
import { DisputedSessions } from '@flipside/sessions-web';
import { RhythmFilter } from './rhythm-filter.js';
import { RhythmLegend } from './rhythm-legend.js';
import { RhythmTable } from './rhythm-table.js';
import { CSV_HEADER, csvRow, rhythmHeadline, type RhythmState } from './rhythm-words.js';
import { UnitsTable } from './units-table.js';

const RhythmQuery = graphql(`
  query Rhythm($states: [RhythmState!]) {
    rhythm(states: $states) {
      asOf
      since
      counts {
        slipping
        new
        paused
        onRhythm
        ended
      }
      adherence {
        held
        counted
      }
      pairings {
        pairingId
        state
        because
        debtDays
        lastHeldOn
        nextOn
        executive {
          id
          name
          email
        }
        champion {
          id
          name
          email
        }
        fortnights {
          from
          to
          state
          reason
        }
        adherence {
          held
          counted
        }
      }
      byUnit {
        unitId
        unitName
        isWithheld
        pairings
        adherence {
          held
          counted
        }
      }
    }
  }
`);

const LIVE: RhythmState[] = ['SLIPPING', 'NEW', 'PAUSED', 'ON_RHYTHM'];

/** Which pairings need a hand? HR sees dates and states here, no words of the two people. */
export function RhythmPage() {
  const [{ state }, setUrl] = useUrlState({ state: '' });
  const states = state === '' ? LIVE : [state as RhythmState];
  const page = usePageQuery(RhythmQuery, { variables: { states } });
  const rhythm = page.data?.rhythm;
  return (
    <Page
      title="Rhythm"
      lead="Dates and states of the last 26 weeks. What the two talk about stays with them."
      width="wide"
      actions={
        rhythm && (
          <Button
            icon={<IconDownload size={18} />}
            onClick={() =>
              downloadCsv(`rhythm-${rhythm.asOf}.csv`, CSV_HEADER, rhythm.pairings.map(csvRow))
            }
          >
            Download CSV with names
          </Button>
        )
      }
    >
      <Faces
        of={page}
        skeleton={<SkeletonTable rows={8} columns={5} />}
        isEmpty={(data) =>
          Object.values(data.rhythm.counts).every(
            (count) => count === 0 || typeof count !== 'number',
          )
        }
        empty={
          <EmptyState
            title="No pairings yet"
            action={
              <LinkButton to="/matching" variant="primary">
                Start a matching round
              </LinkButton>
            }
          >
            When two people have agreed to meet, their rhythm stands here.
          </EmptyState>
        }
      >
        {({ rhythm: { counts, adherence, since, asOf, pairings, byUnit } }) => (
          <Stack gap="24">
            <Headline
              notes={
                adherence.counted > 0 &&
                `Sessions in ${adherence.held} of ${adherence.counted} planned fortnights, ${formatCalendarDay(since)} to ${formatCalendarDay(asOf)}, pairings that ended included.`
              }
            >
              {rhythmHeadline(counts)}
            </Headline>
            <Suspense>
              <DisputedSessions />
            </Suspense>
            <RhythmFilter
              state={state}
              counts={counts}
              onChange={(next) => setUrl({ state: next })}
            />
            <RhythmTable rows={pairings} onShowAll={() => setUrl({ state: '' })} />
            <RhythmLegend />
            <UnitsTable rows={byUnit} />
          </Stack>
        )}
      </Faces>
    </Page>
  );
}
