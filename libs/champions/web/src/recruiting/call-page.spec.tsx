import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { CallPage } from './call-page.js';
import { ShareLink } from './share-link.js';

const call = {
  __typename: 'CallForMe',
  id: 'c1',
  subject: 'Logistics is looking for 2 AI champions',
  body: 'First paragraph.\n\nSecond paragraph.',
  answerBy: '2026-12-04',
  answer: null,
};
const setup = (answer: unknown) => ({
  at: '/calls/c1',
  route: '/calls/:callId',
  answers: {
    RecruitingCall: answer as Record<string, unknown>,
    AnswerRecruitingCall: {
      answerRecruitingCall: { __typename: 'AnswerCallPayload', callId: 'c1' },
    },
  },
});

describe('a call for champions, as somebody who was asked reads it', () => {
  it('has three answers, and nominations from here name the call', async () => {
    renderPage(<CallPage />, setup({ recruitingCall: call }));
    expect(await screen.findByRole('heading', { level: 1, name: call.subject })).toBeTruthy();
    expect(screen.getByText('Second paragraph.')).toBeTruthy();
    expect(screen.getByText(/Answers are hoped for by/)).toBeTruthy();
    const to = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
    expect(to('Nominate a colleague')).toBe('/nominate?call=c1');
    expect(to('Put myself forward')).toBe('/nominate?self=1&call=c1');
  });

  it('takes a "not now"', async () => {
    const page = renderPage(<CallPage />, setup({ recruitingCall: call }));
    fireEvent.click(await screen.findByRole('button', { name: 'Not now' }));
    await waitFor(() => expect(page.asked.at(-1)?.variables).toEqual({ input: { callId: 'c1' } }));
  });

  it('says what was answered, and that one may change one’s mind', async () => {
    renderPage(<CallPage />, setup({ recruitingCall: { ...call, answer: 'NOT_NOW' } }));
    expect(await screen.findByText(/You said: not now/)).toBeTruthy();
  });

  it('is nothing for somebody who was not asked', async () => {
    renderPage(<CallPage />, setup({ barrier: 'NOT_FOUND' }));
    expect(await screen.findByText('There is nothing here for you')).toBeTruthy();
  });
});

describe('a link that is handed out', () => {
  it('is a call of its own, and can be copied again without making another', async () => {
    const page = renderPage(
      <ShareLink
        input={{ unitId: 'u1', audience: 'LINK', language: 'EN', subject: 'Join', body: 'Please.' }}
      />,
      {
        answers: {
          HandOutRecruitingLink: {
            sendRecruitingCall: {
              __typename: 'SendCallPayload',
              callId: 'c1',
              link: 'https://coaching.test/calls/c1',
            },
          },
        },
      },
    );
    fireEvent.click(screen.getByRole('button', { name: 'Copy text and link' }));
    const text = await screen.findByLabelText('To hand out');
    expect((text as HTMLTextAreaElement).value).toBe(
      'Join\n\nPlease.\n\nhttps://coaching.test/calls/c1',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Copy text and link' }));
    expect(page.asked).toHaveLength(1);
    expect(page.asked[0]?.variables).toMatchObject({ input: { audience: 'LINK', unitId: 'u1' } });
  });
});
