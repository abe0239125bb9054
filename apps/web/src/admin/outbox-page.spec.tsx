import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { OutboxPage } from './outbox-page.js';

const mail = {
  __typename: 'MailMessage',
  id: 'm1',
  kind: 'invitation',
  state: 'KEPT',
  toName: 'Helen',
  toEmail: 'helen@example.com',
  subject: 'Tue 9:30 with Priya',
  createdAt: '2026-11-20T10:00:00Z',
};
const outbox = (mails: object[], isConfigured = false) => ({
  mailDelivery: {
    __typename: 'MailDelivery',
    isConfigured,
    server: null,
    from: 'Coaching <c@example.com>',
    advice: 'Set SMTP_URL and restart the server.',
    counts: [],
  },
  mailMessages: {
    __typename: 'MailMessageConnection',
    totalCount: mails.length,
    edges: mails.map((node) => ({ __typename: 'MailMessageEdge', node })),
    pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
  },
});
const text = (more: object = {}) => ({
  mailMessage: {
    ...mail,
    text: 'See you on Tuesday.',
    calendar: 'BEGIN:VCALENDAR',
    calendarMethod: 'REQUEST',
    attempts: 1,
    lastError: null,
    sentAt: null,
    isRetriable: true,
    ...more,
  },
});
const viewer = { roles: ['ADMINISTRATOR' as const] };

describe('the outbox', () => {
  it('says how to set a mail server while there is none', async () => {
    renderPage(<OutboxPage />, { viewer, answers: { Outbox: outbox([mail]) } });
    expect(await screen.findByText('Set SMTP_URL and restart the server.')).toBeTruthy();
    expect(screen.getByText('helen@example.com')).toBeTruthy();
    expect(screen.getByText('Kept here', { selector: '.fs-badge' })).toBeTruthy();
  });

  it('opens one mail under an address of its own, with the source of its calendar part', async () => {
    const page = renderPage(<OutboxPage />, {
      viewer,
      at: '/outbox',
      answers: { Outbox: outbox([mail], true), Mail: text() },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Tue 9:30 with Priya' }));
    expect(await screen.findByText('See you on Tuesday.')).toBeTruthy();
    expect(screen.getByText('BEGIN:VCALENDAR')).toBeTruthy();
    await waitFor(() => expect(page.address()).toBe('/outbox?mail=m1'));
  });

  it('sends a mail again', async () => {
    const page = renderPage(<OutboxPage />, {
      viewer,
      at: '/outbox?mail=m1',
      answers: {
        Outbox: outbox([mail], true),
        Mail: text(),
        RetryMail: {
          retryMail: {
            __typename: 'RetryMailPayload',
            mail: { ...text().mailMessage, state: 'QUEUED' },
          },
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Send again' }));
    await waitFor(() =>
      expect(page.asked.find(({ operation }) => operation === 'RetryMail')?.variables).toEqual({
        input: { id: 'm1' },
      }),
    );
  });

  it('never shows the text of a sign-in link', async () => {
    renderPage(<OutboxPage />, {
      viewer,
      at: '/outbox?mail=m1',
      answers: {
        Outbox: outbox([mail]),
        Mail: text({ kind: 'sign_in', text: null, calendar: null, isRetriable: false }),
      },
    });
    expect(
      await screen.findByText('A sign-in link opens an account: only its recipient can read it.'),
    ).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Send again' })).toBeNull();
  });

  it('teaches while it is empty, keeps its room while it loads, says what failed', async () => {
    const empty = renderPage(<OutboxPage />, { viewer, answers: { Outbox: outbox([], true) } });
    expect(await screen.findByText('No mail yet')).toBeTruthy();
    empty.unmount();
    const loading = renderPage(<OutboxPage />, { viewer, answers: { Outbox: 'never' } });
    expect(loading.container.querySelector('[aria-busy="true"]')).not.toBeNull();
    loading.unmount();
    renderPage(<OutboxPage />, {
      viewer,
      answers: { Outbox: { barrier: 'INTERNAL', requestId: 'o1' } },
    });
    expect(await screen.findByText(/o1/)).toBeTruthy();
  });
});
