import { describe, expect, it } from '@jest/globals';
import { emptyFace, renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen } from '@testing-library/react';
import { PlanningPage } from './planning-page.js';

const HR = { roles: ['EMPLOYEE' as const, 'HR_LEAD' as const] };

const counts = {
  __typename: 'QuarterPlanCounts',
  total: 3,
  placed: 2,
  unplaced: 1,
  booked: 0,
  dropped: 0,
  locked: 1,
  withDateLeftOut: 1,
  sessions: 11,
  moved: 1,
  gained: 0,
  lost: 0,
  joined: 0,
};

const plan = {
  __typename: 'QuarterPlan',
  id: 'q1',
  startsOn: '2027-01-04',
  endsOn: '2027-04-04',
  state: 'REVIEW',
  progress: 100,
  failure: null,
  plannedAt: '2026-12-01T09:00:00Z',
  publishAt: null,
  publishedAt: null,
  version: 2,
  alreadyBooked: 4,
  counts,
};

const pairing = (id: string, over: object = {}) => ({
  __typename: 'PlannedPairing',
  id: `q1:${id}`,
  pairingId: id,
  executive: { __typename: 'SessionPerson', id: `e-${id}`, name: 'Helen Ward' },
  champion: { __typename: 'SessionPerson', id: `c-${id}`, name: 'Priya Nair' },
  state: 'PLACED',
  rhythm: 'Tuesdays 10:00 (London), every other week from 12 Jan',
  rhythmBefore: null,
  sessions: 6,
  leftOut: [],
  reason: null,
  helps: [],
  isLocked: false,
  ...over,
});

const page = (...nodes: object[]) => ({
  plannedPairings: {
    __typename: 'PlannedPairingConnection',
    totalCount: nodes.length,
    pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
    edges: nodes.map((node, index) => ({
      __typename: 'PlannedPairingEdge',
      cursor: String(index),
      node,
    })),
  },
});

describe('the planning page', () => {
  it('teaches before the first plan, and says why a day is refused', async () => {
    renderPage(<PlanningPage />, {
      viewer: HR,
      answers: {
        PlanningPage: { quarterPlan: null },
        StartQuarterPlan: {
          startQuarterPlan: {
            __typename: 'SessionRefusal',
            message: 'Begin within the next eight weeks.',
            field: 'startsOn',
            code: 'PLAN_START',
          },
        },
      },
    });
    expect(await screen.findByRole('heading', { name: 'No quarter planned yet' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Plan the quarter' }));
    expect(await screen.findByText('Begin within the next eight weeks.')).toBeTruthy();
  });

  it('says in one sentence what a draft comes to, and of whoever has no time what would help', async () => {
    renderPage(<PlanningPage />, {
      viewer: HR,
      answers: {
        PlanningPage: { quarterPlan: plan },
        PlannedPairingsPage: page(
          pairing('a', { isLocked: true }),
          pairing('b', {
            leftOut: ['Not on Tue 9 Feb: Helen Ward is away.'],
            rhythmBefore: 'Mondays 9:00 (London), every other week from 11 Jan',
          }),
          pairing('c', {
            state: 'UNPLACED',
            rhythm: null,
            reason: 'Helen Ward and Priya Nair have no working hours in common.',
            helps: [
              {
                __typename: 'PlanHelp',
                relaxation: 'CHAMPION_HOURS',
                words: 'Priya Nair opens more working hours: 12 possible times',
              },
            ],
          }),
        ),
      },
    });
    expect(await screen.findByText(/2 of 3 pairings have a regular time/)).toBeTruthy();
    expect(screen.getByText(/1 has none and needs you/)).toBeTruthy();
    expect(screen.getByText(/Against the run before: 1 moved/)).toBeTruthy();
    expect(await screen.findByText(/Priya Nair opens more working hours/)).toBeTruthy();
    expect(screen.getByText(/Before: Mondays 9:00/)).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Unlock the time of Helen Ward/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Publish 2 pairings' })).toBeTruthy();
  });

  it('shows all pairings again when none is like the ones looked for', async () => {
    renderPage(<PlanningPage />, {
      viewer: HR,
      at: '/planning?show=LOCKED&name=zzz',
      route: '/planning',
      answers: {
        PlanningPage: { quarterPlan: plan },
        PlannedPairingsPage: ({ filter, search }) =>
          filter === 'ALL' && search === null ? page(pairing('a')) : page(),
      },
    });
    const face = await emptyFace('Nothing to show here');
    expect(face.getByText('No pairing of this plan is like that.')).toBeTruthy();
    fireEvent.click(face.getByRole('button', { name: 'Show all pairings' }));
    expect(await screen.findByText(/Tuesdays 10:00/)).toBeTruthy();
  });

  it('shows how far publishing is, and can be stopped', async () => {
    renderPage(<PlanningPage />, {
      viewer: HR,
      answers: {
        PlanningPage: {
          quarterPlan: {
            ...plan,
            state: 'PUBLISHING',
            progress: 40,
            publishAt: '2026-01-01T09:01:00Z',
          },
        },
        PlannedPairingsPage: page(pairing('a', { state: 'BOOKED' })),
        StopPublishingPlan: {
          stopPublishingPlan: {
            __typename: 'QuarterPlanPayload',
            plan: { ...plan, counts: { ...counts, booked: 1 } },
          },
        },
      },
    });
    expect(await screen.findByText(/40 % done/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
    expect(await screen.findByText(/the rest is a draft again/)).toBeTruthy();
  });

  it('shows what went wrong', async () => {
    renderPage(<PlanningPage />, {
      viewer: HR,
      answers: { PlanningPage: { barrier: 'INTERNAL', requestId: 'r-1' } },
    });
    expect(await screen.findByRole('button', { name: /again/ })).toBeTruthy();
  });
});
