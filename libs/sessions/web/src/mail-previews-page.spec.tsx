import { expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { screen } from '@testing-library/react';
import { MailPreviewsPage } from './mail-previews-page.js';

it('shows each mail under its occasion, paragraph by paragraph', async () => {
  renderPage(<MailPreviewsPage />, {
    viewer: { roles: ['EMPLOYEE', 'ADMINISTRATOR'] },
    answers: {
      MailPreviews: {
        sessionMailPreviews: [
          {
            __typename: 'SessionMailPreview',
            occasion: 'A session moves',
            subject: 'Moved: session with Priya Nair',
            text: 'Your session has moved\n\nNew time: Tue 19 Jan, 14:30.',
          },
        ],
        reminderCounts: {
          __typename: 'ReminderCounts',
          waiting: 12,
          sent: 340,
          notNeeded: 51,
          tooLate: 0,
        },
      },
    },
  });
  expect(
    await screen.findByRole('heading', { name: 'Moved: session with Priya Nair' }),
  ).toBeTruthy();
  expect(screen.getByText('New time: Tue 19 Jan, 14:30.')).toBeTruthy();
  expect(screen.getByText('340')).toBeTruthy();
});
