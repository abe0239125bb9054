import { describe, expect, it } from '@jest/globals';
import type { PaletteEntry } from '@flipside/platform-web';
import { renderPage, type PageSetup } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { CommandPalette } from './command-palette.js';

const entries: PaletteEntry[] = [
  { label: 'Home', to: '/' },
  { label: 'Coverage', to: '/coverage' },
  { label: 'Nominate someone', to: '/nominate', keywords: 'propose' },
];

const person = (id: string, name: string) => ({
  __typename: 'Person',
  id,
  name,
  title: 'Analyst',
  unit: { __typename: 'OrgUnit', id: 'u', name: 'Logistics' },
});

const found = {
  findPeople: [person('p1', 'Helen Ward'), person('p2', 'Helene Roux')],
  findUnits: [
    {
      __typename: 'OrgUnit',
      id: 'u1',
      name: 'Helpdesk',
      path: [{ __typename: 'OrgUnit', id: 'u0', name: 'IT' }],
    },
  ],
  findPairings: [
    {
      __typename: 'Pairing',
      id: 'g1',
      state: 'ENDED_EARLY',
      executive: { ...person('p1', 'Helen Ward') },
      champion: { ...person('p9', 'Priya Nair') },
    },
  ],
};

function Opened() {
  const [isOpen, setOpen] = useState(true);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      <CommandPalette entries={entries} isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}

const open = (setup: PageSetup = {}) =>
  renderPage(<Opened />, { answers: { FindForPalette: found }, ...setup });
const field = () => screen.getByRole('combobox');
const type = (value: string) => fireEvent.change(field(), { target: { value } });
const press = (key: string) => fireEvent.keyDown(field(), { key });
const names = () => screen.getAllByRole('option').map((option) => option.textContent);
/** What a screen reader reads as the one that Enter takes. */
const current = () =>
  document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent;

describe('the command palette', () => {
  it('lists pages before anything is typed, and asks the server nothing', () => {
    const page = open();
    expect(names()).toEqual(['Home', 'Coverage', 'Nominate someone']);
    expect(screen.getByRole('group', { name: 'Pages and actions' })).toBeTruthy();
    expect(page.asked).toEqual([]);
  });

  it('finds people, units and pairings in groups with names, and says how many', async () => {
    open();
    type('hel');
    const people = within(await screen.findByRole('group', { name: 'People' }));
    expect(people.getAllByRole('option').map((option) => option.textContent)).toEqual([
      'Helen WardAnalyst · Logistics',
      'Helene RouxAnalyst · Logistics',
    ]);
    expect(screen.getByRole('group', { name: 'Units' }).textContent).toContain('HelpdeskIT');
    expect(screen.getByRole('group', { name: 'Pairings' }).textContent).toContain(
      'Helen Ward and Priya Nairended early',
    );
    expect(screen.getByText('4 found').getAttribute('role')).toBe('status');
  });

  it('is walked with the arrow keys across groups, and Enter goes there', async () => {
    const page = open();
    type('hel');
    await screen.findByRole('group', { name: 'People' });
    expect(current()).toContain('Helen Ward');
    press('ArrowDown');
    press('ArrowDown');
    expect(current()).toContain('Helpdesk');
    press('ArrowDown');
    press('ArrowDown');
    expect(current()).toContain('Helen Ward');
    press('ArrowUp');
    expect(current()).toContain('Helen Ward and Priya Nair');
    press('Enter');
    await waitFor(() => expect(page.address()).toBe('/pairings/g1'));
  });

  it('leads HR to a unit’s coverage and others to its people', async () => {
    const hr = open({ viewer: { roles: ['EMPLOYEE', 'HR_LEAD'] } });
    type('hel');
    fireEvent.click(await screen.findByText('Helpdesk'));
    await waitFor(() => expect(hr.address()).toBe('/coverage/u1'));
    hr.unmount();
    const other = open();
    type('hel');
    fireEvent.click(await screen.findByText('Helpdesk'));
    await waitFor(() => expect(other.address()).toBe('/people?unit=u1'));
  });

  it('asks once for what was typed, says when nothing has that name, and keeps pages when the server fails', async () => {
    const nobody = { findPeople: [], findUnits: [], findPairings: [] };
    const page = open({ answers: { FindForPalette: nobody } });
    for (const text of ['z', 'zz', 'zzz']) type(text);
    await screen.findByText('Nothing by that name. Try another word.');
    expect(page.asked.map(({ variables }) => variables)).toEqual([{ text: 'zzz' }]);
    page.unmount();

    open({ answers: { FindForPalette: { barrier: 'INTERNAL' } } });
    type('cover');
    await screen.findByText('People, units and pairings cannot be searched right now.');
    expect(names()).toEqual(['Coverage']);
  });

  it('closes with Escape and opens empty again', async () => {
    open();
    type('cover');
    press('Escape');
    await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
    fireEvent.click(screen.getByRole('button', { name: 'Open' }));
    expect((field() as HTMLInputElement).value).toBe('');
    expect(names()).toHaveLength(3);
  });
});
