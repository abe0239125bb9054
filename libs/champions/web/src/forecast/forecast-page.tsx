import { formatNumber, graphql, usePageQuery, useUrlState } from '@flipside/platform-web';
import type { CoverageShortNextQuery } from '@flipside/platform-web/gql';
import {
  Button,
  type Column,
  DataTable,
  EmptyState,
  Faces,
  Link,
  Page,
  Section,
  SkeletonTable,
  Stack,
} from '@flipside/ui';
import '../champions.css';
import { CoverageViews } from '../coverage/coverage-views.js';
import { Recruit } from '../recruiting/recruit.js';
import { TrendSection } from '../coverage/trend-section.js';
import { ForecastSection } from './forecast-section.js';

const ShortNext = graphql(`
  query CoverageShortNext {
    coverageShortNext {
      gap
      unit {
        id
        name
        people
        champions
        required
        gap
      }
    }
  }
`);

type Next = CoverageShortNextQuery['coverageShortNext'][number];

/** Where we will be short next. */
export function ForecastPage() {
  const [url, setUrl] = useUrlState({ recruit: '' });
  const page = usePageQuery(ShortNext);
  const columns: Column<Next>[] = [
    {
      id: 'name',
      header: 'Unit',
      isRowHeader: true,
      cell: ({ unit }) => <Link to={`/coverage/${unit.id}`}>{unit.name}</Link>,
    },
    {
      id: 'now',
      header: 'Today',
      cell: ({ unit }) =>
        `${formatNumber(unit.champions)} of ${formatNumber(unit.required)} for ${formatNumber(unit.people)} people`,
    },
    {
      id: 'then',
      header: 'Missing in 90 days',
      align: 'end',
      phone: 'aside',
      cell: ({ gap, unit }) =>
        `−${formatNumber(gap)}${unit.gap > 0 ? `, ${formatNumber(unit.gap)} today` : ''}`,
    },
    {
      id: 'action',
      header: 'Action',
      isHeaderHidden: true,
      align: 'end',
      cell: ({ unit }) => (
        <Button
          size="small"
          aria-label={`Recruit ahead in ${unit.name}`}
          onClick={() => setUrl({ recruit: unit.id })}
        >
          Recruit ahead
        </Button>
      ),
    },
  ];
  const recruiting = page.data?.coverageShortNext.find(({ unit }) => unit.id === url.recruit);
  return (
    <Page title="Coverage ahead" width="wide" breadcrumb={[{ label: 'Coverage', to: '/coverage' }]}>
      <CoverageViews />
      <Stack gap="32">
        <Section
          title="Short next"
          lead="Units whose gap is likely to grow within 90 days, from what is known of each."
        >
          <Faces of={page} skeleton={<SkeletonTable rows={4} columns={4} />}>
            {({ coverageShortNext }) =>
              coverageShortNext.length === 0 ? (
                <EmptyState level={3} title="No gap is likely to grow">
                  No champion of a unit without one to spare is known to leave, rest or end a term
                  within 90 days.
                </EmptyState>
              ) : (
                <DataTable
                  caption="Units short next"
                  columns={columns}
                  rows={coverageShortNext}
                  rowKey={({ unit }) => unit.id}
                />
              )
            }
          </Faces>
        </Section>
        <TrendSection unitId={null} name="the company" />
        <ForecastSection unitId={null} />
      </Stack>
      {recruiting && (
        <Recruit
          unitId={recruiting.unit.id}
          name={recruiting.unit.name}
          onClose={() => setUrl({ recruit: '' })}
        />
      )}
    </Page>
  );
}
