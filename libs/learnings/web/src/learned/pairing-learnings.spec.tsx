import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { AnswerSection } from './answer-section.js';
import { PairingLearnings } from './pairing-learnings.js';

const asked = (change: object = {}) => ({
  __typename: 'Learning',
  id: 'l1',
  personName: 'Helen Ward',
  isMine: false,
  body: 'I practise before the board meeting',
  stage: 'KEPT',
  audience: 'TWO_OF_US',
  consent: 'WAITING',
  needsYesOf: null,
  viewerCanAnswer: true,
  createdAt: '2026-11-18T11:00:00Z',
  version: 2,
  ...change,
});
const show = (line: object, answered: object = line) =>
  renderPage(<PairingLearnings pairingId="p1" isLearner={false} otherName="Helen Ward" />, {
    answers: {
      PairingLearnings: { pairingLearnings: [line] },
      ConsentToLearning: {
        consentToLearning: { __typename: 'LearningPayload', learning: answered },
      },
    },
  });

describe('a line of the other one that concerns both', () => {
  it.each([
    ['Agree to these words', true],
    ['Keep it between us', false],
  ])('stands with its exact words above the answer “%s”', async (name, agrees) => {
    const page = show(asked());
    expect(await screen.findByText('I practise before the board meeting')).toBeTruthy();
    expect(screen.getByText('Only you and Helen Ward can read this. HR cannot.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name }));
    await waitFor(() =>
      expect(
        page.asked.find(({ operation }) => operation === 'ConsentToLearning')?.variables,
      ).toEqual({ input: { id: 'l1', version: 2, agrees } }),
    );
  });

  it('can be taken back from everyone later', async () => {
    show(asked({ audience: 'EVERYONE', consent: 'AGREED' }));
    expect(await screen.findByRole('button', { name: 'Take it back' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Agree to these words' })).toBeNull();
  });

  it('asks nothing where the writer decides alone', async () => {
    show(asked({ viewerCanAnswer: false, consent: null }));
    expect(await screen.findByText('I practise before the board meeting')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('the home page of whoever is asked', () => {
  it('has the exact words, who would read them, and one tap for yes, which can be undone', async () => {
    let isAnswered = false;
    const page = renderPage(<AnswerSection />, {
      answers: {
        ToAnswer: () => ({ learningsToAnswer: isAnswered ? [] : [asked()], storiesToAnswer: [] }),
        ConsentToLearning: () => {
          isAnswered = true;
          const learning = asked({ audience: 'EVERYONE', consent: 'AGREED', version: 3 });
          return { consentToLearning: { __typename: 'LearningPayload', learning } };
        },
      },
    });
    const answers = () =>
      page.asked
        .filter(({ operation }) => operation === 'ConsentToLearning')
        .map(({ variables }) => variables);
    expect(await screen.findByRole('heading', { name: 'Waiting for your yes' })).toBeTruthy();
    expect(screen.getByText('I practise before the board meeting')).toBeTruthy();
    expect(screen.getByText(/would like everyone here to read these words/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Agree to these words' }));
    expect(await screen.findByText('Saved. Everyone can read it now.')).toBeTruthy();
    expect(answers()).toEqual([{ input: { id: 'l1', version: 2, agrees: true } }]);
    await waitFor(() =>
      expect(screen.queryByRole('heading', { name: 'Waiting for your yes' })).toBeNull(),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(answers()[1]).toEqual({ input: { id: 'l1', version: 3, agrees: false } }),
    );
  });

  it('has a story that waits, with the words and the three answers', async () => {
    let isAnswered = false;
    const story = {
      __typename: 'Story',
      id: 's1',
      result: 'The forecast is ready before the meeting',
      body: 'We asked for the three largest changes first.',
      tellers: ['Priya Nair'],
      grade: null,
      sharedAt: null,
      state: 'WAITING',
      isMine: true,
      viewerConsent: null,
      otherName: 'Priya Nair',
      viewerCanPick: false,
      version: 1,
    };
    const page = renderPage(<AnswerSection />, {
      answers: {
        ToAnswer: () => ({ learningsToAnswer: [], storiesToAnswer: isAnswered ? [] : [story] }),
        ConsentToStory: () => {
          isAnswered = true;
          const shared = { ...story, state: 'SHARED', viewerConsent: 'ANONYMOUS', version: 2 };
          return { consentToStory: { __typename: 'StoryPayload', story: shared } };
        },
      },
    });
    expect(await screen.findByText('We asked for the three largest changes first.')).toBeTruthy();
    expect(screen.getByText(/Priya Nair wrote this about the two of you/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Share, without my name' }));
    expect(await screen.findByText('Saved. Everyone can read it now.')).toBeTruthy();
    expect(page.asked.find(({ operation }) => operation === 'ConsentToStory')?.variables).toEqual({
      input: { id: 's1', version: 1, consent: 'ANONYMOUS' },
    });
    await waitFor(() =>
      expect(screen.queryByRole('heading', { name: 'Waiting for your yes' })).toBeNull(),
    );
  });

  it('says nothing while nothing waits', async () => {
    const { asked: questions } = renderPage(<AnswerSection />, {
      answers: { ToAnswer: { learningsToAnswer: [], storiesToAnswer: [] } },
    });
    await waitFor(() => expect(questions).toHaveLength(1));
    expect(screen.queryByRole('heading')).toBeNull();
  });
});
