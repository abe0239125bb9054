import { graphql, usePageQuery, useParams, useUrlState } from '@flipside/platform-web';
import {
  Button,
  DateField,
  Faces,
  Figure,
  FilterBar,
  LoadingFace,
  Page,
  SkeletonCard,
  SkeletonTable,
  Stack,
} from '@flipside/ui';
import { lazy, Suspense, useRef } from 'react';
import '../champions.css';
import { ForecastSection } from '../forecast/forecast-section.js';
import { UNIT_CSV_HEADER, unitCsvRows } from './coverage-csv.js';
import { Recruit } from '../recruiting/recruit.js';
import { ExportMenu } from './export-menu.js';
import { SmallMultiples } from './outlook.js';
import { SeatPlanSection } from './seat-plan-section.js';
import { TrendSection } from './trend-section.js';
import { UnitFigures } from './unit-figures.js';
import { UnitChampions, UnitChildren, UnitNominations } from './unit-lists.js';

const CoverageUnitPageDocument = graphql(`
  query CoverageUnitPage($id: ID!, $asOf: Day) {
    coverageUnit(id: $id, asOf: $asOf) {
      asOf
      basis
      sentence
      rule
      unit {
        id
        name
        people
        champions
        directPeople
        directChampions
        targetRatio
        targetFrom
        required
        gap
        surplus
        state
        shownState
        ratioText
        belowText
        childGap
        distributionShortfall
        peopleCovered
        effectiveChampions
      }
      above {
        id
        name
      }
      children {
        id
        name
        people
        champions
        required
        gap
        state
        shownState
        ratioText
        belowText
      }
      champions {
        active
        resting
        approved
        leaving
        byAgreedTime
        people {
          personId
          name
          title
          unitName
          state
          startsOn
          restsUntil
          endsOn
          skills
        }
      }
      nominations {
        id
        nomineeName
        unitName
        stage
        daysInStage
      }
      seatPlan {
        quarter
        isFrozen
        seats {
          seats
          seatsToday
          unit {
            id
            name
            people
            champions
          }
        }
      }
    }
  }
`);

/** Below what answers the page's question, so that its part comes after the rest. */
const LevelTable = lazy(async () => ({
  default: (await import('./level-table.js')).LevelTable,
}));

export function UnitPage() {
  const { unitId = '' } = useParams();
  const [url, setUrl] = useUrlState({ asOf: '', recruit: '' });
  const figure = useRef<HTMLDivElement>(null);
  const page = usePageQuery(CoverageUnitPageDocument, {
    variables: { id: unitId, asOf: url.asOf || null },
  });
  const story = page.data?.coverageUnit;
  const query = url.asOf ? `?asOf=${url.asOf}` : '';
  const recruiting =
    url.recruit === '' || !story
      ? undefined
      : (story.children.find(({ id }) => id === url.recruit) ?? story.unit);

  return (
    <Page
      title={story?.unit.name ?? 'Unit'}
      documentTitle={`Coverage of ${story?.unit.name ?? 'a unit'}`}
      width="wide"
      breadcrumb={[
        { label: 'Coverage', to: `/coverage${query}` },
        ...(story?.above ?? []).map(({ id, name }) => ({
          label: name,
          to: `/coverage/${id}${query}`,
        })),
      ]}
      actions={
        <>
          <ExportMenu
            name={`coverage-${story?.unit.name ?? ''}`}
            title={`Coverage of ${story?.unit.name ?? ''}`}
            asOf={story?.asOf ?? ''}
            filters="The unit and those right below it"
            header={UNIT_CSV_HEADER}
            rows={() => (story ? unitCsvRows([story.unit, ...story.children]) : [])}
            figure={figure}
          />
          <Button variant="primary" disabled={!story} onClick={() => setUrl({ recruit: '1' })}>
            Recruit here
          </Button>
        </>
      }
    >
      <Faces of={page} skeleton={<SkeletonCard height={28} />}>
        {({ coverageUnit }) => (
          <Stack gap="32">
            <Figure frame={figure}>
              <UnitFigures story={coverageUnit} />
            </Figure>
            <FilterBar label="Day" onReset={url.asOf ? () => setUrl({ asOf: '' }) : undefined}>
              <DateField
                label="As of"
                value={url.asOf || coverageUnit.asOf}
                onChange={(event) => setUrl({ asOf: event.currentTarget.value })}
              />
            </FilterBar>
            <UnitChildren
              story={coverageUnit}
              query={query}
              onRecruit={(recruit) => setUrl({ recruit })}
            />
            <TrendSection unitId={coverageUnit.unit.id} name={coverageUnit.unit.name} />
            {url.asOf === '' && <ForecastSection unitId={coverageUnit.unit.id} />}
            <UnitChampions story={coverageUnit} />
            <UnitNominations nominations={coverageUnit.nominations} />
            <Suspense
              fallback={
                <LoadingFace>
                  <SkeletonTable rows={6} columns={6} />
                </LoadingFace>
              }
            >
              <LevelTable
                day={coverageUnit.asOf}
                on={{ asOf: url.asOf || null, unitId: coverageUnit.unit.id }}
                filters={`Only ${coverageUnit.unit.name} and below`}
              />
            </Suspense>
            <SmallMultiples
              name={coverageUnit.unit.name}
              asOf={coverageUnit.asOf}
              units={coverageUnit.children.filter(({ state }) => state !== 'POOLED')}
            />
            <SeatPlanSection story={coverageUnit} />
          </Stack>
        )}
      </Faces>
      {recruiting && (
        <Recruit
          unitId={recruiting.id}
          name={recruiting.name}
          onClose={() => setUrl({ recruit: '' })}
        />
      )}
    </Page>
  );
}
