import { expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen } from '@testing-library/react';
import { MailPreviewsPage } from './mail-previews-page.js';

const sample = (id: string, subject: string, more: object = {}) => ({
  __typename: 'MailSample',
  id,
  kind: 'invitation',
  occasion: `When ${subject}`,
  toName: 'Helen Ward',
  subject,
  text: `${subject}\n\nNew time: Tue 19 Jan, 14:30.`,
  hasInvitation: false,
  ...more,
});

const answers = {
  MailPreviews: {
    mailSamples: [
      sample('invitation-1', 'Moved: session with Priya Nair', { hasInvitation: true }),
      sample('sign_in-1', 'Your link to sign in'),
    ],
    reminderCounts: {
      __typename: 'ReminderCounts',
      sent: 340,
      tooLate: 0,
    },
  },
};

it('shows one mail as it looks at a desk, on a phone and as plain text', async () => {
  renderPage(<MailPreviewsPage />, { viewer: { roles: ['EMPLOYEE', 'ADMINISTRATOR'] }, answers });
  const frame = await screen.findByTitle('Mail: Moved: session with Priya Nair');
  expect(frame.getAttribute('src')).toBe('/mail-samples/invitation-1');
  expect(screen.getByText(/A calendar entry comes with it/)).toBeTruthy();
  expect(screen.getByText('340')).toBeTruthy();

  fireEvent.click(screen.getByRole('radio', { name: 'Phone' }));
  expect(screen.getByTitle('Mail: Moved: session with Priya Nair').getAttribute('data-look')).toBe(
    'phone',
  );
  fireEvent.click(screen.getByRole('radio', { name: 'Plain text' }));
  expect(screen.getByText(/New time: Tue 19 Jan, 14:30/)).toBeTruthy();
});

it('is leafed through from mail to mail', async () => {
  renderPage(<MailPreviewsPage />, { viewer: { roles: ['EMPLOYEE', 'HR_LEAD'] }, answers });
  await screen.findByTitle('Mail: Moved: session with Priya Nair');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Before' }).disabled).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: 'Next' }));
  expect(await screen.findByRole('heading', { name: 'Your link to sign in' })).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Next' }).disabled).toBe(true);
});
