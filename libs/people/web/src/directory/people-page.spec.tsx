import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { PeoplePage } from './people-page.js';

const person = (n: number, more: object = {}) => ({
  __typename: 'PersonEdge',
  node: {
    __typename: 'Person',
    id: `p${n}`,
    name: `Person ${n}`,
    title: 'Engineer',
    unit: { __typename: 'OrgUnit', id: 'u1', name: 'Logistics' },
    location: { __typename: 'Location', id: 'l1', name: 'Nairobi' },
    record: null,
    ...more,
  },
});

const people = (edges: object[], totalCount = edges.length, endCursor: string | null = null) => ({
  people: {
    __typename: 'PersonConnection',
    totalCount,
    edges,
    pageInfo: { __typename: 'PageInfo', endCursor, hasNextPage: endCursor !== null },
  },
});

const PeopleChoices = { orgUnits: [], locations: [] };

describe('the directory', () => {
  it('shows grey rows until the list is here', () => {
    const { container } = renderPage(<PeoplePage />, {
      answers: { People: 'never', PeopleChoices },
    });
    expect(container.querySelector('[aria-busy="true"]')).not.toBeNull();
    expect(screen.getByRole('heading', { level: 1, name: 'People' })).toBeTruthy();
  });

  it('lists people with unit and place, each leading to their card', async () => {
    renderPage(<PeoplePage />, { answers: { People: people([person(1)]), PeopleChoices } });
    const row = (await screen.findByText('Person 1')).closest('tr') as HTMLElement;
    expect(within(row).getByText('Logistics')).toBeTruthy();
    expect(within(row).getByText('Nairobi')).toBeTruthy();
    expect(within(row).getByRole('link').getAttribute('href')).toBe('/people/p1');
    expect(screen.getByText('1 person')).toBeTruthy();
  });

  it('asks for a name once the typing pauses and keeps it in the address', async () => {
    const page = renderPage(<PeoplePage />, {
      at: '/people',
      answers: { People: people([person(1)]), PeopleChoices },
    });
    fireEvent.change(await screen.findByLabelText('Name'), { target: { value: 'ana' } });
    await waitFor(() => expect(page.address()).toBe('/people?text=ana'));
    await waitFor(() =>
      expect(
        page.asked.filter(({ operation }) => operation === 'People').at(-1)?.variables,
      ).toMatchObject({ filter: { text: 'ana' } }),
    );
  });

  it('reads its filters from the address, so that a list can be sent to a colleague', async () => {
    const page = renderPage(<PeoplePage />, {
      at: '/people?unit=u1&status=ON_LEAVE',
      viewer: { roles: ['HR_LEAD'] },
      answers: {
        People: people([person(1, { record: { __typename: 'PersonRecord', status: 'ON_LEAVE' } })]),
        PeopleChoices,
      },
    });
    expect(await screen.findByText('On leave', { selector: '.fs-badge' })).toBeTruthy();
    expect(page.asked.find(({ operation }) => operation === 'People')?.variables).toMatchObject({
      filter: { unitId: 'u1', status: 'ON_LEAVE' },
    });
  });

  it('lists people without a level, with how they get one', async () => {
    const page = renderPage(<PeoplePage />, {
      at: '/people?unit=u1&level=none',
      viewer: { roles: ['HR_LEAD'] },
      answers: { People: people([person(1)]), PeopleChoices },
    });
    await screen.findByText('Person 1');
    expect(page.asked.find(({ operation }) => operation === 'People')?.variables).toMatchObject({
      filter: { unitId: 'u1', hasNoLevel: true },
    });
    expect(screen.getByText(/^Levels follow from who reports to whom/)).toBeTruthy();
  });

  it('says nothing of how to get a level where nobody is without one', async () => {
    renderPage(<PeoplePage />, {
      at: '/people?level=none',
      viewer: { roles: ['HR_LEAD'] },
      answers: { People: people([]), PeopleChoices },
    });
    await screen.findByText('Nobody matches');
    expect(screen.queryByText(/^Levels follow from/)).toBeNull();
  });

  it('adds the next page below', async () => {
    renderPage(<PeoplePage />, {
      answers: {
        People: ({ after }) => (after ? people([person(2)], 2) : people([person(1)], 2, 'next')),
        PeopleChoices,
      },
    });
    expect(await screen.findByText('1 of 2')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('Person 2')).toBeTruthy();
    expect(screen.getByText('Person 1')).toBeTruthy();
  });

  it('offers the import to HR while there is nobody, and clearing where filters hide everybody', async () => {
    const empty = renderPage(<PeoplePage />, {
      viewer: { roles: ['HR_LEAD'] },
      answers: { People: people([]), PeopleChoices },
    });
    expect(await screen.findByRole('link', { name: 'Import your people' })).toBeTruthy();
    empty.unmount();
    const filtered = renderPage(<PeoplePage />, {
      at: '/people?text=zzz',
      answers: { People: people([]), PeopleChoices },
    });
    expect(await screen.findByText('Nobody matches')).toBeTruthy();
    fireEvent.click(screen.getAllByRole('button', { name: 'Clear filters' })[1] as HTMLElement);
    expect(filtered.address()).toBe('/people');
  });

  it('offers roles and statuses only to those who may search by them', async () => {
    const plain = renderPage(<PeoplePage />, {
      answers: { People: people([person(1)]), PeopleChoices },
    });
    await screen.findByText('Person 1');
    expect(screen.queryByLabelText('Role')).toBeNull();
    expect(screen.queryByLabelText('Status')).toBeNull();
    plain.unmount();
    renderPage(<PeoplePage />, {
      viewer: { roles: ['ADMINISTRATOR'] },
      answers: { People: people([person(1)]), PeopleChoices },
    });
    await screen.findByText('Person 1');
    expect(screen.getAllByLabelText('Role').length).toBeGreaterThan(0);
    expect(screen.queryByLabelText('Status')).toBeNull();
    expect(screen.queryByLabelText('Level')).toBeNull();
  });

  it('says what failed and offers to try again', async () => {
    renderPage(<PeoplePage />, {
      answers: { People: { barrier: 'INTERNAL', requestId: 'abc123' }, PeopleChoices },
    });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
    expect(screen.getByText(/abc123/)).toBeTruthy();
  });
});
