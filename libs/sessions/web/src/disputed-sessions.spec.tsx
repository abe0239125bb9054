import { expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { DisputedSessions } from './disputed-sessions.js';
import { aShownSession } from './shown-session.fixture.js';

const HR = { roles: ['EMPLOYEE' as const, 'HR_LEAD' as const] };

it('is nothing while nobody disagrees', async () => {
  const { container, asked } = renderPage(<DisputedSessions />, {
    viewer: HR,
    answers: { DisputedSessions: { disputedSessions: [] } },
  });
  await waitFor(() => expect(asked).toHaveLength(1));
  await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeNull());
  expect(screen.queryByRole('button')).toBeNull();
});

it('names both people and the time, and sends what stands; a refusal stands beside it', async () => {
  const { asked } = renderPage(<DisputedSessions />, {
    viewer: HR,
    answers: {
      DisputedSessions: {
        disputedSessions: [aShownSession({ viewerSide: null, isDisputed: true })],
      },
      DecideDispute: {
        decideDispute: {
          __typename: 'SessionRefusal',
          message: 'You were one of the two. Another HR lead decides about this session.',
          field: null,
          code: 'OWN_DISPUTE',
        },
      },
    },
  });
  fireEvent.click(
    await screen.findByRole('button', { name: /^It did not: .*Helen Ward and Priya/ }),
  );
  expect(await screen.findByText(/Another HR lead decides/)).toBeTruthy();
  expect(asked.find(({ operation }) => operation === 'DecideDispute')?.variables).toEqual({
    input: { sessionId: 's1', tookPlace: false },
  });
});
