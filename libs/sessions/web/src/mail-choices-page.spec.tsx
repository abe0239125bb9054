import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen } from '@testing-library/react';
import { MailChoicesPage } from './mail-choices-page.js';

const choices = {
  __typename: 'MailChoices',
  topics: [
    {
      __typename: 'MailTopicChoice',
      id: 'preparation',
      label: 'Before a session',
      note: 'A day ahead: what to prepare.',
      delivery: 'NOW',
      allowed: ['NOW', 'DIGEST', 'NEVER'],
    },
  ],
  quietFromMinute: 1200,
  quietToMinute: 420,
  digestAtMinute: 450,
  timeZone: 'Europe/London',
};
const waiting = {
  __typename: 'ComingReminder',
  id: 'r1',
  label: 'Before a session',
  about: 'Priya Nair',
  dueInWords: 'Mon 11 Jan, 10:00',
};
const viewer = { roles: ['EMPLOYEE' as const, 'EXECUTIVE' as const] };

describe('the page of mails', () => {
  it('says what comes next, and teaches when nothing does', async () => {
    const { unmount } = renderPage(<MailChoicesPage />, {
      viewer,
      answers: { MyMailChoices: { myMailChoices: choices, myComingReminders: [waiting] } },
    });
    expect(await screen.findByText('Mon 11 Jan, 10:00')).toBeTruthy();
    expect(screen.getByText('Before a session: Priya Nair')).toBeTruthy();
    unmount();
    renderPage(<MailChoicesPage />, {
      viewer,
      answers: { MyMailChoices: { myMailChoices: choices, myComingReminders: [] } },
    });
    expect(await screen.findByRole('heading', { name: 'Nothing waits' })).toBeTruthy();
  });

  it('says that it is saved, or why not', async () => {
    renderPage(<MailChoicesPage />, {
      viewer,
      answers: {
        MyMailChoices: { myMailChoices: choices, myComingReminders: [] },
        ChooseMails: { chooseMails: { __typename: 'MailChoicesPayload', choices } },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Saved. It holds at once.')).toBeTruthy();
  });

  it('keeps what was chosen when it cannot be saved', async () => {
    renderPage(<MailChoicesPage />, {
      viewer,
      answers: {
        MyMailChoices: { myMailChoices: choices, myComingReminders: [] },
        ChooseMails: {
          chooseMails: {
            __typename: 'PeopleRefusal',
            message: 'Choose hours from the list, full or half.',
            field: null,
            code: 'MAIL_HOURS_OUT_OF_RANGE',
          },
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Choose hours from the list, full or half.')).toBeTruthy();
  });
});
