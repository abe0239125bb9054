import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { ApartPage } from './apart-page.js';

const person = (id: string, name: string) => ({ __typename: 'Person', id, name });
const sales = { __typename: 'OrgUnit', id: 'sales', name: 'Sales' };
const conflict = {
  __typename: 'UnitConflict',
  id: 'one',
  reason: 'Audits them',
  notedAt: '2026-11-01T09:00:00Z',
  person: { ...person('helen', 'Helen Ward'), title: 'CFO' },
  unit: sales,
  notedBy: person('hr', 'Ruth'),
};
const apart = {
  __typename: 'PairApart',
  executiveId: 'helen',
  championId: 'ana',
  reason: 'Related',
  notedAt: '2026-10-01T09:00:00Z',
  executive: person('helen', 'Helen Ward'),
  champion: person('ana', 'Ana'),
  notedBy: null,
};
const pairs = (nodes: object[]) => ({
  pairsApart: {
    __typename: 'PairApartConnection',
    totalCount: nodes.length,
    pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
    edges: nodes.map((node) => ({ __typename: 'PairApartEdge', node })),
  },
});
const pair = { __typename: 'PairApartPayload', executiveId: 'helen', championId: 'ana' };

function open(answers: object = {}, at = '/matching/apart') {
  return renderPage(<ApartPage />, {
    at,
    answers: {
      UnitConflicts: { unitConflicts: [conflict] },
      PairsApart: pairs([apart]),
      UnitsToKeepOutOf: { orgUnits: [{ __typename: 'OrgUnitNode', depth: 1, unit: sales }] },
      FindPeopleForChampions: {
        people: {
          __typename: 'PersonConnection',
          edges: [
            {
              __typename: 'PersonEdge',
              node: { ...person('omar', 'Omar Aziz'), title: 'COO', unit: null },
            },
          ],
        },
      },
      NoteUnitConflict: {
        noteUnitConflict: {
          __typename: 'NoteUnitConflictPayload',
          live: 1,
          conflict: {
            __typename: 'UnitConflict',
            id: 'two',
            person: person('omar', 'Omar Aziz'),
            unit: sales,
          },
        },
      },
      EndUnitConflict: {
        endUnitConflict: { __typename: 'EndUnitConflictPayload', conflictId: 'one' },
      },
      AllowPair: { allowPair: pair },
      KeepApart: { keepApart: pair },
      ...answers,
    } as never,
  });
}
const said = (page: ReturnType<typeof open>, operation: string) =>
  page.asked.filter((asked) => asked.operation === operation).map(({ variables }) => variables);

describe('the page of people kept apart', () => {
  it('keeps its place while loading, and says so when asking fails', async () => {
    open({ UnitConflicts: 'never', PairsApart: 'never' });
    expect(screen.getByRole('heading', { level: 1, name: 'Kept apart' })).toBeTruthy();
    open({ UnitConflicts: { barrier: 'INTERNAL' } });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('teaches when nobody is kept apart', async () => {
    open({ UnitConflicts: { unitConflicts: [] }, PairsApart: pairs([]) });
    expect(await screen.findByText('Nobody is kept out of a unit')).toBeTruthy();
    expect(await screen.findByText('No two people are kept apart.')).toBeTruthy();
  });

  it('keeps somebody out of a unit, and says which pairings go on', async () => {
    const page = open({}, '/matching/apart?note=1');
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/The person and the unit never see it/)).toBeTruthy();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Keep out' }));
    expect(await within(dialog).findByText('Choose a unit')).toBeTruthy();
    expect(said(page, 'NoteUnitConflict')).toEqual([]);
    fireEvent.change(await within(dialog).findByRole('combobox', { name: 'Person' }), {
      target: { value: 'omar' },
    });
    fireEvent.click(await screen.findByText('Omar Aziz · COO'));
    fireEvent.click(within(dialog).getByRole('combobox', { name: 'Unit' }));
    fireEvent.click(await screen.findByRole('option', { name: 'Sales' }));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Keep out' }));
    expect(
      await screen.findByText(/Omar Aziz is kept out of Sales\. 1 pairing goes on/),
    ).toBeTruthy();
    expect(said(page, 'NoteUnitConflict')).toEqual([
      { input: { personId: 'omar', unitId: 'sales', reason: null } },
    ]);
  });

  it('ends a conflict and takes that back with its reason', async () => {
    const page = open();
    fireEvent.click(await screen.findByRole('button', { name: 'End: Helen Ward and Sales' }));
    expect(
      await screen.findByText('Helen Ward may be paired with people of Sales again.'),
    ).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(said(page, 'NoteUnitConflict')).toEqual([
        { input: { personId: 'helen', unitId: 'sales', reason: 'Audits them' } },
      ]),
    );
  });

  it('allows two people again and takes that back with its reason', async () => {
    const page = open();
    fireEvent.click(await screen.findByRole('button', { name: 'Allow again: Helen Ward and Ana' }));
    expect(await screen.findByText('Helen Ward and Ana may be suggested again.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(said(page, 'KeepApart')).toEqual([
        { input: { executiveId: 'helen', championId: 'ana', reason: 'Related' } },
      ]),
    );
  });
});
