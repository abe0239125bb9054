import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { ExecutivesPage } from './executives-page.js';

const helen = {
  __typename: 'Executive',
  personId: 'helen',
  source: 'LEVEL',
  goal: '',
  topics: ['Forecasting'],
  isOptedOut: false,
  version: 2,
  person: { __typename: 'Person', id: 'helen', name: 'Helen Ward', title: 'CFO', unit: null },
  pairing: null as object | null,
};
const page = (executives: object[]) => ({ ExecutivesPage: { executives } });
const open = (answers: object) =>
  renderPage(<ExecutivesPage />, { at: '/executives', answers: { ...answers } });

describe('executives', () => {
  it('keep the heading while loading and teach when there are none', async () => {
    open({ ExecutivesPage: 'never' });
    expect(screen.getByRole('heading', { level: 1, name: 'Executives' })).toBeTruthy();
    open(page([]));
    expect(await screen.findByText('No executives yet')).toBeTruthy();
  });

  it('are listed with what they want and their pairing', async () => {
    open(
      page([
        helen,
        {
          ...helen,
          personId: 'omar',
          person: { ...helen.person, id: 'omar', name: 'Omar Said' },
          pairing: {
            __typename: 'Pairing',
            id: 'p1',
            state: 'ACTIVE',
            champion: { __typename: 'Person', id: 'priya', name: 'Priya Nair' },
          },
        },
      ]),
    );
    expect(await screen.findByText(/2 executives take part. 1 without a pairing./)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Priya Nair' }).getAttribute('href')).toBe(
      '/pairings/p1',
    );
  });

  it('follow the level rule after it has said whom it would add', async () => {
    open({
      ...page([helen]),
      ExecutiveLevelPlan: {
        executiveLevelPlan: {
          __typename: 'LevelRulePlan',
          level: 8,
          enrol: 4,
          remove: 1,
          first: [{ __typename: 'Person', id: 'zoe', name: 'Zoë Adeyemi', title: 'COO' }],
        },
      },
      ApplyExecutiveLevel: {
        applyExecutiveLevel: {
          __typename: 'ApplyLevelRulePayload',
          enrolled: 4,
          removed: 1,
          keptInPairing: 1,
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Apply the level rule…' }));
    expect(
      await screen.findByText('Down to level 8. 4 people are added, 1 taken out.'),
    ).toBeTruthy();
    expect(screen.getByText('Added: Zoë Adeyemi (COO) and 3 others.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Add 4 executives' }));
    expect(
      await screen.findByText('4 added, 1 taken out. 1 stays because of a pairing.'),
    ).toBeTruthy();
  });

  it('lead to the settings when no level is set', async () => {
    open({ ...page([helen]), ExecutiveLevelPlan: { executiveLevelPlan: null } });
    fireEvent.click(await screen.findByRole('button', { name: 'Apply the level rule…' }));
    expect(await screen.findByText('No level is set yet')).toBeTruthy();
  });

  it('are marked by hand from the staff list', async () => {
    const rendered = open({
      ...page([helen]),
      FindPeopleForExecutives: {
        people: {
          __typename: 'PersonConnection',
          edges: [
            {
              __typename: 'PersonEdge',
              node: {
                __typename: 'Person',
                id: 'zoe',
                name: 'Zoë Adeyemi',
                title: 'COO',
                unit: null,
              },
            },
          ],
        },
      },
      EnrolExecutive: {
        enrolExecutive: {
          __typename: 'ExecutivePayload',
          executive: {
            __typename: 'Executive',
            personId: 'zoe',
            person: { __typename: 'Person', id: 'zoe', name: 'Zoë Adeyemi' },
          },
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Mark an executive' }));
    fireEvent.change(await screen.findByLabelText(/Name, e-mail/), { target: { value: 'zo' } });
    fireEvent.click(await screen.findByRole('button', { name: 'Mark Zoë Adeyemi' }));
    expect(await screen.findByText('Zoë Adeyemi takes part as an executive.')).toBeTruthy();
    await waitFor(() =>
      expect(
        rendered.asked.find(({ operation }) => operation === 'EnrolExecutive')?.variables,
      ).toEqual({ input: { personId: 'zoe', goal: '', topics: [] } }),
    );
  });

  it('say what they want, with who can read it', async () => {
    const rendered = open({
      ...page([helen]),
      SetExecutiveGoals: {
        setExecutiveGoals: {
          __typename: 'ExecutivePayload',
          executive: { ...helen, topics: ['Forecasting', 'Law'] },
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'For Helen Ward' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Set topics and goal' }));
    fireEvent.change(await screen.findByLabelText(/Topics, separated/), {
      target: { value: 'Forecasting, Law' },
    });
    expect(screen.getAllByText(/HR leads read this/).length).toBeGreaterThan(0);
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(
        rendered.asked.find(({ operation }) => operation === 'SetExecutiveGoals')?.variables,
      ).toEqual({
        input: { personId: 'helen', version: 2, goal: '', topics: ['Forecasting', 'Law'] },
      }),
    );
  });
});
