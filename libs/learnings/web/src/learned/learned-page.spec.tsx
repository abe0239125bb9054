import { beforeEach, describe, expect, it } from '@jest/globals';
import { emptyFace, renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { LearnedPage } from './learned-page.js';

const learning = (change: object = {}) => ({
  __typename: 'Learning',
  id: 'l1',
  personName: 'Helen Ward',
  isMine: true,
  body: 'I ask for three options first',
  stage: 'TRIED',
  audience: 'ONLY_ME',
  consent: null,
  needsYesOf: null,
  viewerCanAnswer: false,
  createdAt: '2026-11-18T11:00:00Z',
  version: 1,
  ...change,
});
const connection = (name: string, nodes: object[]) => ({
  __typename: 'LearningConnection',
  totalCount: nodes.length,
  edges: nodes.map((node) => ({ __typename: 'LearningEdge', node })),
  pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
  name,
});
const answers = (mine: object[], shared: object[] = []) => ({
  Learned: {
    myLearningCounts: { __typename: 'LearningCounts', tried: mine.length, kept: 0, passedOn: 0 },
    lastTime: { __typename: 'LastTime', otherName: 'Priya Nair' },
    myLearnings: connection('mine', mine),
  },
  SharedLearnings: { sharedLearnings: connection('shared', shared) },
  BeforeAndNow: { beforeAndNow: [] },
});
const at = '/learned';

beforeEach(() => localStorage.clear());

describe('what I learned', () => {
  it('teaches what goes here while the list is empty, with the box ready', async () => {
    renderPage(<LearnedPage />, { at, answers: answers([]) });
    const face = await emptyFace('Your list starts with one line');
    expect(face.getByText(/Write above what you do differently/)).toBeTruthy();
    expect(face.getByRole('link').getAttribute('href')).toBe('/learnings');
    expect(screen.getByLabelText(/What did you learn/)).toBeTruthy();
    expect(await screen.findByText('Nothing shared yet')).toBeTruthy();
  });

  it('keeps the box while the list loads and when it failed', async () => {
    const { unmount } = renderPage(<LearnedPage />, {
      at,
      answers: { Learned: 'never', SharedLearnings: 'never', BeforeAndNow: 'never' },
    });
    expect(screen.getByLabelText(/What did you learn/)).toBeTruthy();
    unmount();
    renderPage(<LearnedPage />, {
      at,
      answers: {
        Learned: { barrier: 'INTERNAL' },
        SharedLearnings: 'never',
        BeforeAndNow: 'never',
      },
    });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
    expect(screen.getByLabelText(/What did you learn/)).toBeTruthy();
  });

  it('adds a line that only its writer can read, from the session it came from', async () => {
    const page = renderPage(<LearnedPage />, {
      at: '/learned?session=s1',
      answers: {
        ...answers([]),
        AddLearning: { addLearning: { __typename: 'LearningPayload', learning: learning() } },
      },
    });
    const box = await screen.findByLabelText(/What did you learn/);
    await waitFor(() => {
      const words = (box.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent)
        .join(' ');
      expect(words).toContain('Only you can read this. Not Priya Nair, not HR.');
    });
    fireEvent.change(box, { target: { value: 'I ask for three options first' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add it' }));
    await waitFor(() =>
      expect(page.asked.some(({ operation }) => operation === 'AddLearning')).toBe(true),
    );
    const sent = page.asked.find(({ operation }) => operation === 'AddLearning')?.variables as {
      input: object;
    };
    expect(sent.input).toMatchObject({
      body: 'I ask for three options first',
      sessionId: 's1',
      stage: 'TRIED',
    });
  });

  it('shows counters without a target and moves a line on with one press', async () => {
    const page = renderPage(<LearnedPage />, {
      at,
      answers: {
        ...answers([learning()]),
        ChangeLearning: {
          changeLearning: {
            __typename: 'LearningPayload',
            learning: learning({ stage: 'KEPT', version: 2 }),
          },
        },
      },
    });
    expect(await screen.findByText('I ask for three options first')).toBeTruthy();
    expect(screen.queryByRole('progressbar')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Kept' }));
    await waitFor(() =>
      expect(page.asked.some(({ operation }) => operation === 'ChangeLearning')).toBe(true),
    );
    const sent = page.asked.find(({ operation }) => operation === 'ChangeLearning');
    expect(sent?.variables).toEqual({ input: { id: 'l1', stage: 'KEPT', version: 1 } });
  });

  it('shows the exact text and its readers before anything is shared', async () => {
    const page = renderPage(<LearnedPage />, {
      at,
      answers: {
        ...answers([learning()]),
        ShareLearning: {
          shareLearning: {
            __typename: 'LearningPayload',
            learning: learning({ audience: 'EVERYONE', version: 2 }),
          },
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Change who can read it' }));
    const sheet = await screen.findByRole('dialog', { name: 'Who can read this line' });
    expect(within(sheet).getByText('I ask for three options first')).toBeTruthy();
    fireEvent.click(within(sheet).getByRole('radio', { name: 'Everyone here' }));
    expect(within(sheet).getByText('Everyone here can read this, with your name.')).toBeTruthy();
    fireEvent.click(within(sheet).getByRole('button', { name: 'Save readers' }));
    await waitFor(() =>
      expect(page.asked.some(({ operation }) => operation === 'ShareLearning')).toBe(true),
    );
    const sent = page.asked.find(({ operation }) => operation === 'ShareLearning');
    expect(sent?.variables).toEqual({ input: { id: 'l1', version: 1, audience: 'EVERYONE' } });
  });

  it('asks the other one before everyone reads a line that concerns both', async () => {
    const about = learning({ needsYesOf: 'Priya Nair' });
    const page = renderPage(<LearnedPage />, {
      at,
      answers: {
        ...answers([about]),
        ShareLearning: {
          shareLearning: {
            __typename: 'LearningPayload',
            learning: { ...about, audience: 'TWO_OF_US', consent: 'WAITING', version: 2 },
          },
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Change who can read it' }));
    const sheet = await screen.findByRole('dialog', { name: 'Who can read this line' });
    fireEvent.click(within(sheet).getByRole('radio', { name: 'Everyone here' }));
    expect(within(sheet).getByText(/Priya Nair sees these exact words/)).toBeTruthy();
    fireEvent.click(within(sheet).getByRole('button', { name: 'Ask Priya Nair' }));
    expect(await screen.findByText(/Until then only the two of you read it/)).toBeTruthy();
    const sent = page.asked.find(({ operation }) => operation === 'ShareLearning');
    expect(sent?.variables).toEqual({ input: { id: 'l1', version: 1, audience: 'EVERYONE' } });
  });

  it.each([
    ['WAITING', 'TWO_OF_US', /Waits for Priya Nair’s yes/],
    ['AGREED', 'EVERYONE', /Priya Nair agreed to these words/],
    ['DECLINED', 'TWO_OF_US', /Priya Nair keeps this between the two of you/],
  ])('says where the other one’s answer stands: %s', async (consent, audience, words) => {
    const line = learning({ consent, audience, needsYesOf: 'Priya Nair' });
    renderPage(<LearnedPage />, { at, answers: answers([line]) });
    expect(await screen.findByText(words)).toBeTruthy();
  });

  it('puts where one saw oneself first beside where one is now, and teaches before that', async () => {
    const change = {
      __typename: 'BeforeAndNow',
      dimension: 'DISCERNMENT',
      before: 1,
      beforeAt: '2026-06-01T09:00:00Z',
      then: 0,
      now: 3,
      nowAt: '2026-11-18T09:00:00Z',
    };
    const { unmount } = renderPage(<LearnedPage />, {
      at,
      answers: { ...answers([]), BeforeAndNow: { beforeAndNow: [change] } },
    });
    const row = (await screen.findByText('Judging the answer')).closest('tr');
    expect(row?.textContent).toContain('1 · Guided');
    expect(row?.textContent).toContain('3 · Capable');
    expect(screen.queryByText(/average|score/i)).toBeNull();
    unmount();
    renderPage(<LearnedPage />, { at, answers: answers([]) });
    expect(await screen.findByText(/From the second time on/)).toBeTruthy();
  });
});
