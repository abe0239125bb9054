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
  weekOn: null,
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

  it('asks whoever hears of a week ahead for its day, and nobody else', async () => {
    const answers = (weekOn: number | null) => ({
      MyMailChoices: { myMailChoices: { ...choices, weekOn }, myComingReminders: [] },
      ChooseMails: { chooseMails: { __typename: 'MailChoicesPayload', choices } },
    });
    const { asked, unmount } = renderPage(<MailChoicesPage />, { viewer, answers: answers(1) });
    fireEvent.change(await screen.findByLabelText('The week ahead comes on'), {
      target: { value: '5' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Saved. It holds at once.');
    expect(asked.find(({ operation }) => operation === 'ChooseMails')).toMatchObject({
      variables: { input: { weekOn: 5, quietFromMinute: 1200 } },
    });
    unmount();
    renderPage(<MailChoicesPage />, { viewer, answers: answers(null) });
    await screen.findByLabelText('Quiet from');
    expect(screen.queryByLabelText('The week ahead comes on')).toBeNull();
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
