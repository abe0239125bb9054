import { describe, expect, it } from '@jest/globals';
import { emptyFace, renderPage } from '@flipside/platform-web/specs';
import { screen } from '@testing-library/react';
import { PersonPage } from './person-page.js';

const card = (record: object | null) => ({
  person: {
    __typename: 'Person',
    id: 'p1',
    name: 'Amélie Okafor',
    title: 'Buyer',
    unit: {
      __typename: 'OrgUnit',
      id: 'u2',
      name: 'Shops',
      path: [{ __typename: 'OrgUnit', id: 'u1', name: 'Sales' }],
    },
    location: { __typename: 'Location', id: 'l1', name: 'Lyon', timeZone: 'Europe/Paris' },
    record,
  },
});

const record = {
  __typename: 'PersonRecord',
  status: 'ON_LEAVE',
  roles: ['CHAMPION'],
  email: 'amelie@example.com',
  employeeNo: '417',
  languages: ['fr', 'en'],
  hireOn: '2024-03-01',
  leaveOn: null,
  timeZone: 'Europe/Paris',
  reports: 3,
  history: [
    {
      __typename: 'EmploymentPeriod',
      validFrom: '2024-03-01',
      validTo: null,
      unit: { __typename: 'OrgUnit', id: 'u2', name: 'Shops' },
      location: null,
      manager: { __typename: 'Person', id: 'p9', name: 'Max Boss' },
      level: 4,
      employmentType: 'employee',
      isOnLeave: true,
      fte: 0.8,
    },
  ],
};

const at = { at: '/people/p1', route: '/people/:id' };

describe('a person’s card', () => {
  it('shows colleagues unit and place, and nothing of the record', async () => {
    renderPage(<PersonPage />, { ...at, answers: { PersonCard: card(null) } });
    expect(await screen.findByText('Sales › Shops')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1, name: 'Amélie Okafor' })).toBeTruthy();
    expect(screen.queryByText('From the staff list')).toBeNull();
  });

  it('shows the record with its history and says who can read it', async () => {
    renderPage(<PersonPage />, {
      ...at,
      viewer: { roles: ['HR_LEAD'] },
      answers: { PersonCard: card(record) },
    });
    expect(await screen.findByText('amelie@example.com')).toBeTruthy();
    expect(screen.getByText('French, English')).toBeTruthy();
    expect(screen.getByText('Champion')).toBeTruthy();
    expect(screen.getByText('employee, level 4, 80 % of full time, on leave')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Max Boss' }).getAttribute('href')).toBe('/people/p9');
    expect(screen.getByText('HR leads and this person can read this.')).toBeTruthy();
  });

  it('says what brings employment, to HR with the way there', async () => {
    for (const roles of [['HR_LEAD' as const], ['EMPLOYEE' as const]]) {
      const page = renderPage(<PersonPage />, {
        ...at,
        viewer: { roles },
        answers: { PersonCard: card({ ...record, history: [] }) },
      });
      const face = await emptyFace('No employment yet');
      expect(face.getByText(/brings unit, place and manager/)).toBeTruthy();
      const link = face.queryByRole('link', { name: 'Import the staff list' });
      expect(link?.getAttribute('href')).toBe(
        roles.includes('HR_LEAD' as never) ? '/import' : undefined,
      );
      page.unmount();
    }
  });

  it('says that there is nothing where nobody is', async () => {
    renderPage(<PersonPage />, { ...at, answers: { PersonCard: { barrier: 'NOT_FOUND' } } });
    expect(await screen.findByText('There is nothing here for you')).toBeTruthy();
  });

  it('keeps its room while it loads', () => {
    const { container } = renderPage(<PersonPage />, { ...at, answers: { PersonCard: 'never' } });
    expect(container.querySelector('[aria-busy="true"]')).not.toBeNull();
  });
});
