import { formatCalendarDay, formatNumber, graphql, usePageQuery } from '@flipside/platform-web';
import type { CoverageForecastQuery } from '@flipside/platform-web/gql';
import {
  Alert,
  Button,
  type Column,
  DataTable,
  Faces,
  Figure,
  NumberInput,
  Row,
  Section,
  Skeleton,
  Stack,
  StepsFigure,
  Text,
} from '@flipside/ui';
import { useRef, useState } from 'react';
import { ExportMenu } from '../coverage/export-menu.js';
import { Plan, type Tried, type Trying, Walk } from './gap-walk-section.js';

const ForecastDocument = graphql(`
  query CoverageForecast($unitId: ID, $whatIf: WhatIfArgs, $walkDays: Int!) {
    coverageForecast(unitId: $unitId, whatIf: $whatIf, walkDays: $walkDays) {
      unitId
      name
      today
      people
      champions
      required
      targetRatio
      sentence
      isDrawn
      peopleFrom
      basis
      points {
        days
        on
        champions {
          low
          likely
          high
        }
        required {
          low
          likely
          high
        }
        gap {
          low
          likely
          high
        }
        nominationsToStart
      }
      cliffs {
        on
        champions
      }
      walk {
        days
        from
        to
        steps {
          kind
          change
          certainty
          persons {
            personId
            name
            on
          }
        }
      }
      plan {
        nominations
        by
        month
        gap
      }
    }
  }
`);

type Forecast = CoverageForecastQuery['coverageForecast'];
type Point = Forecast['points'][number];
type Range = Point['champions'];

const NOTHING: Tried = { lose: 0, add: 0, peopleChange: 0, targetRatio: null, losing: [] };

/** Where a unit, or the company, will be: ranges, what changes the gap and who, and what happens if. */
export function ForecastSection({ unitId }: { unitId: string | null }) {
  const figure = useRef<HTMLDivElement>(null);
  const [tried, setTried] = useState<Tried>(NOTHING);
  const [walkDays, setWalkDays] = useState(90);
  const page = usePageQuery(ForecastDocument, { variables: { unitId, whatIf: tried, walkDays } });
  const isTrying = JSON.stringify(tried) !== JSON.stringify(NOTHING);
  return (
    <Faces of={page} skeleton={<Skeleton lines={8} />}>
      {({ coverageForecast: forecast }) => (
        <Stack gap="32">
          <Section
            title="Ahead"
            lead={forecast.sentence}
            actions={
              <ExportMenu
                name="coverage-forecast"
                title={`Coverage forecast of ${forecast.name}`}
                asOf={forecast.today}
                filters={isTrying ? 'With something tried out' : 'As things stand'}
                {...(forecast.isDrawn && { figure })}
                header={[
                  'Day',
                  'Days',
                  'Active low',
                  'Active likely',
                  'Active high',
                  'Needed low',
                  'Needed likely',
                  'Needed high',
                  'Missing',
                  'Nominations to start',
                ]}
                rows={() =>
                  forecast.points.map((p) => [
                    p.on,
                    p.days,
                    p.champions.low,
                    p.champions.likely,
                    p.champions.high,
                    p.required.low,
                    p.required.likely,
                    p.required.high,
                    p.gap.likely,
                    p.nominationsToStart,
                  ])
                }
              />
            }
          >
            <Stack gap="16">
              {isTrying && (
                <Alert tone="info">You are trying something out. Nothing is changed.</Alert>
              )}
              {!forecast.isDrawn && (
                <Text tone="muted">
                  Under three months of history: only known starts and ends are counted, and no line
                  is drawn.
                </Text>
              )}
              {forecast.isDrawn && (
                <Figure frame={figure}>
                  <Drawing forecast={forecast} />
                </Figure>
              )}
              <DataTable
                caption="Coverage ahead"
                columns={pointColumns}
                rows={forecast.points}
                rowKey={({ on }) => on}
              />
              {forecast.cliffs.map(({ on, champions }) => (
                <Alert key={on} tone="warning">
                  {formatNumber(champions)} terms end together on {formatCalendarDay(on)}. Renew
                  some earlier.
                </Alert>
              ))}
              <Text size="sm" tone="muted">
                {forecast.basis} Ranges hold in 8 of 10 simulated cases. People:{' '}
                {PEOPLE_WORDS[forecast.peopleFrom]}.
              </Text>
            </Stack>
          </Section>
          <div className={isTrying ? undefined : 'champions-screen-only'}>
            <WhatIf forecast={forecast} tried={tried} onTry={setTried} isTrying={isTrying} />
          </div>
          <Walk
            forecast={forecast}
            tried={tried}
            onTry={setTried}
            walkDays={walkDays}
            onDays={setWalkDays}
          />
          <Plan forecast={forecast} />
        </Stack>
      )}
    </Faces>
  );
}

const PEOPLE_WORDS = {
  KNOWN: 'today’s and changes with a date',
  TREND: 'the trend of past months',
  PRESENT: 'today’s',
} as const;

function Drawing({ forecast }: { forecast: Forecast }) {
  return (
    <StepsFigure
      name={forecast.sentence}
      needLabel="Needed"
      haveLabel="Likely"
      points={[
        {
          at: Date.parse(forecast.today),
          label: formatCalendarDay(forecast.today),
          need: forecast.required,
          have: forecast.champions,
        },
        ...forecast.points.map(({ on, champions, required }) => ({
          at: Date.parse(on),
          label: formatCalendarDay(on),
          need: required.likely,
          have: champions.likely,
          range: { low: champions.low, high: champions.high },
        })),
      ]}
    />
  );
}

const rangeText = ({ low, likely, high }: Range): string =>
  low === high
    ? formatNumber(likely)
    : `${formatNumber(likely)} (${formatNumber(low)} to ${formatNumber(high)})`;

const pointColumns: Column<Point>[] = [
  {
    id: 'on',
    header: 'In',
    isRowHeader: true,
    cell: ({ days, on }) => `${days} days, ${formatCalendarDay(on)}`,
  },
  { id: 'have', header: 'Active', align: 'end', cell: ({ champions }) => rangeText(champions) },
  { id: 'need', header: 'Needed', align: 'end', cell: ({ required }) => rangeText(required) },
  { id: 'gap', header: 'Gap', align: 'end', phone: 'aside', cell: ({ gap }) => rangeText(gap) },
  {
    id: 'start',
    header: 'Nominations to start now',
    align: 'end',
    cell: ({ nominationsToStart }) => formatNumber(nominationsToStart),
  },
];

function WhatIf({ forecast, tried, onTry, isTrying }: Trying & { isTrying: boolean }) {
  const number = (value: number | string) => (typeof value === 'number' ? Math.trunc(value) : 0);
  return (
    <Section
      title="What if"
      lead="Try something out; nothing is changed and nobody is told."
      actions={
        isTrying && (
          <Button size="small" onClick={() => onTry(NOTHING)}>
            As things stand
          </Button>
        )
      }
    >
      <Row gap="16">
        <NumberInput
          label="Champions fewer"
          min={0}
          value={tried.lose}
          onChange={(v) => onTry({ ...tried, lose: Math.max(0, number(v)) })}
        />
        <NumberInput
          label="Champions more"
          min={0}
          value={tried.add}
          onChange={(v) => onTry({ ...tried, add: Math.max(0, number(v)) })}
        />
        <NumberInput
          label="People more or fewer"
          value={tried.peopleChange}
          onChange={(v) => onTry({ ...tried, peopleChange: number(v) })}
        />
        <NumberInput
          label="People per champion"
          min={1}
          max={1000}
          value={tried.targetRatio ?? forecast.targetRatio}
          onChange={(v) => onTry({ ...tried, targetRatio: number(v) >= 1 ? number(v) : null })}
        />
      </Row>
    </Section>
  );
}
