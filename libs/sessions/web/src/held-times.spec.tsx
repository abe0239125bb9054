import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen } from '@testing-library/react';
import { HeldTimesSection } from './held-times-section.js';
import { aShownSession, having } from './shown-session.fixture.js';

const session = aShownSession();
const viewer = { roles: ['EMPLOYEE' as const, 'EXECUTIVE' as const] };
const offer = {
  __typename: 'SessionOffer',
  id: 'o1',
  kind: 'MAKE_UP',
  isYoursToAnswer: true,
  viewerCanLetGo: true,
  answeredBy: session.executive,
  proposedByName: null,
  expiresInWords: 'Thu 13 Jan, 9:00',
  aboutSessionId: 's1',
  aboutTime: session.yourTime,
  executive: session.executive,
  champion: session.champion,
  onBehalfOf: null,
  times: [
    {
      __typename: 'HeldTime',
      sessionId: 's9',
      time: {
        __typename: 'TimeOption',
        startsAt: session.startsAt,
        yourTime: session.yourTime,
        otherTimes: [],
      },
      note: null,
    },
  ],
};
const question = {
  __typename: 'RhythmQuestion',
  id: 'q1',
  pairingId: 'p1',
  because: 'Two sessions with Priya Nair in a row did not fit.',
  nextSessionId: 's2',
  viewerCanPause: true,
  champion: session.champion,
};

describe('times that are held', () => {
  it('say when one lies outside of somebody’s working hours', async () => {
    const [time] = offer.times;
    const times = [{ ...time, note: 'Outside the working hours of Priya Nair.' }];
    renderPage(<HeldTimesSection />, {
      viewer,
      answers: {
        HeldTimes: { openOffers: [{ ...offer, times }] },
        RhythmQuestions: { rhythmQuestions: [] },
      },
    });
    expect(await screen.findByText('Outside the working hours of Priya Nair.')).toBeTruthy();
  });

  it('are taken with one tap', async () => {
    const page = renderPage(<HeldTimesSection />, {
      viewer,
      answers: {
        HeldTimes: { openOffers: [offer] },
        RhythmQuestions: { rhythmQuestions: [] },
        AcceptOffer: { acceptOffer: { __typename: 'SessionPayload', session } },
      },
    });
    expect(await screen.findByText('Held until Thu 13 Jan, 9:00')).toBeTruthy();
    const [first] = screen.getAllByRole('button');
    if (first) fireEvent.click(first);
    await screen.findByText(/^Booked: /);
    expect(page.asked.find(({ operation }) => operation === 'AcceptOffer')?.variables).toEqual({
      input: { sessionId: 's9' },
    });
  });

  it('of the other side are shown, to be taken back', async () => {
    renderPage(<HeldTimesSection />, {
      viewer,
      answers: {
        HeldTimes: {
          openOffers: [
            {
              ...offer,
              kind: 'MOVE',
              isYoursToAnswer: false,
              answeredBy: session.champion,
            },
          ],
        },
        RhythmQuestions: { rhythmQuestions: [] },
      },
    });
    expect(await screen.findByRole('button', { name: 'Take it back' })).toBeTruthy();
    expect(screen.getByText(having('Priya Nair answers.'))).toBeTruthy();
  });

  it('after two in a row that fell through, two choices and neither is a must', async () => {
    const page = renderPage(<HeldTimesSection />, {
      viewer,
      answers: {
        HeldTimes: { openOffers: [] },
        RhythmQuestions: { rhythmQuestions: [question] },
        AnswerRhythmQuestion: {
          answerRhythmQuestion: { __typename: 'AnsweredQuestionPayload', questionId: 'q1' },
        },
      },
    });
    expect(
      (await screen.findByRole('link', { name: 'Choose another hour' })).getAttribute('href'),
    ).toBe('/sessions/s2/rhythm');
    expect(screen.getByRole('button', { name: 'Take a break of four weeks' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Keep it as it is' }));
    await screen.findByText('Good. Everything stays as it is.');
    expect(
      page.asked.find(({ operation }) => operation === 'AnswerRhythmQuestion')?.variables,
    ).toEqual({
      input: { questionId: 'q1', answer: 'KEEP' },
    });
  });
});
