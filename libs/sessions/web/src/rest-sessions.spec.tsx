import { expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { RestSessions } from './rest-sessions.js';
import { momentOf } from './session-fields.js';
import { aShownSession, aTimeOption, having } from './shown-session.fixture.js';

const CHAMPION = { roles: ['EMPLOYEE' as const, 'CHAMPION' as const] };
const touched = aShownSession({ viewerSide: 'CHAMPION' });
const open = (answers: Parameters<typeof renderPage>[1]) =>
  renderPage(<RestSessions />, { viewer: CHAMPION, ...answers });

it('is nothing while no session is touched', async () => {
  const { container, asked } = open({ answers: { SessionsInRest: { sessionsInRest: [] } } });
  await waitFor(() => expect(asked).toHaveLength(1));
  await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeNull());
  expect(screen.queryByText('Booked in time that you keep free')).toBeNull();
});

it('names each session, moves it to a time that suits both, or keeps it', async () => {
  const { asked } = open({
    answers: {
      SessionsInRest: { sessionsInRest: [touched] },
      MoveOptions: { moveOptions: [aTimeOption('2027-01-14T14:00:00Z', '14:30')] },
      KeepSession: {
        keepSession: { __typename: 'SessionPayload', session: { __typename: 'Session', id: 's1' } },
      },
    },
  });
  expect(await screen.findByText(having(momentOf(touched)))).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: having('Keep it: ') }));
  expect(await screen.findByText(having('It stays: '))).toBeTruthy();
  expect(asked.find(({ operation }) => operation === 'KeepSession')?.variables).toEqual({
    input: { sessionId: 's1' },
  });
  fireEvent.click(screen.getByRole('button', { name: having('Move: ') }));
  expect(await screen.findByText(having('These times suit both.'))).toBeTruthy();
});

it('that is too close to be moved is offered other times for', async () => {
  open({
    answers: { SessionsInRest: { sessionsInRest: [{ ...touched, viewerCanMove: false }] } },
  });
  const link = await screen.findByRole('link', { name: 'Offer other times' });
  expect(link.getAttribute('href')).toBe('/sessions/s1/propose');
});
