import { countryName, formatNumber, graphql, usePageQuery, zoneCity } from '@flipside/platform-web';
import {
  Button,
  DataTable,
  EmptyState,
  Faces,
  Link,
  LinkButton,
  Page,
  SkeletonTable,
  Stack,
  type Column,
} from '@flipside/ui';
import { useState } from 'react';
import { SettingsViews } from '../settings-views.js';
import { LocationSheet, type EditedLocation } from './location-sheet.js';

const Locations = graphql(`
  query Locations {
    locations {
      id
      name
      code
      country
      timeZone
      people
      daysOff
    }
  }
`);

interface Row extends EditedLocation {
  country?: string | null | undefined;
  people: number;
  daysOff: number;
}

const daysInWords = (count: number): string =>
  `${formatNumber(count)} ${count === 1 ? 'day' : 'days'}`;

/** Sites and their time zones: what the roster cannot always know. */
export function LocationsPage() {
  const page = usePageQuery(Locations);
  const [edited, setEdited] = useState<EditedLocation | null>(null);
  const columns: Column<Row>[] = [
    { id: 'name', header: 'Location', isRowHeader: true, cell: ({ name }) => name },
    {
      id: 'country',
      header: 'Country',
      cell: ({ country }) => (country ? countryName(country) : '–'),
    },
    {
      id: 'zone',
      header: 'Time zone',
      cell: ({ timeZone }) => `${zoneCity(timeZone)} (${timeZone})`,
    },
    { id: 'people', header: 'People', align: 'end', cell: ({ people }) => formatNumber(people) },
    {
      id: 'holidays',
      header: 'Days off',
      phone: 'aside',
      cell: ({ id, name, daysOff }) =>
        daysOff === 0 ? (
          <Link to={`/settings/locations/${id}/holidays`} aria-label={`Decide days off in ${name}`}>
            Decide
          </Link>
        ) : (
          <Link
            to={`/settings/locations/${id}/holidays`}
            aria-label={`${daysInWords(daysOff)} off in ${name}`}
          >
            {daysInWords(daysOff)}
          </Link>
        ),
    },
    {
      id: 'change',
      header: 'Change',
      isHeaderHidden: true,
      phone: 'aside',
      cell: (location) => (
        <Button
          size="small"
          variant="quiet"
          aria-label={`Change ${location.name}`}
          onClick={() => setEdited(location)}
        >
          Change
        </Button>
      ),
    },
  ];
  return (
    <Page
      title="Locations"
      lead="A location’s zone holds for everybody there who has set none. Sessions already booked keep their times."
      width="wide"
    >
      <Stack gap="24">
        <SettingsViews />
        <Faces
          of={page}
          skeleton={<SkeletonTable rows={5} columns={4} />}
          isEmpty={(data) => data.locations.length === 0}
          empty={
            <EmptyState
              title="No locations yet"
              action={
                <LinkButton to="/import" variant="primary">
                  Import your people
                </LinkButton>
              }
            >
              Locations come with the staff list.
            </EmptyState>
          }
        >
          {({ locations }) => (
            <DataTable
              caption="Locations"
              columns={columns}
              rows={locations}
              rowKey={({ id }) => id}
            />
          )}
        </Faces>
      </Stack>
      {edited && (
        <LocationSheet key={edited.id} location={edited} onClose={() => setEdited(null)} />
      )}
    </Page>
  );
}
