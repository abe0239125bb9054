import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { FindPage } from './find-page.js';
import { LifePage } from './life-page.js';
import { StillSection } from './still-section.js';

const learning = (change: object = {}) => ({
  __typename: 'Learning',
  id: 'l1',
  personName: 'Helen Ward',
  isMine: false,
  body: 'I ask for three options first',
  stage: 'KEPT',
  audience: 'EVERYONE',
  consent: null,
  needsYesOf: null,
  viewerCanAnswer: false,
  createdAt: '2026-11-18T11:00:00Z',
  version: 1,
  ...change,
});
const newest = (nodes: object[], hasNextPage = false) => ({
  NewestShared: {
    sharedLearnings: {
      __typename: 'LearningConnection',
      totalCount: nodes.length,
      edges: nodes.map((node) => ({ __typename: 'LearningEdge', node })),
      pageInfo: { __typename: 'PageInfo', endCursor: 'c1', hasNextPage },
    },
  },
});
const found = (learnings: object[], totalCount = learnings.length) => ({
  FindLearnings: { findLearnings: { __typename: 'FoundLearnings', totalCount, learnings } },
});
const life = (change: object = {}) => ({
  LearningLife: {
    learningLife: {
      __typename: 'LearningLife',
      id: 'l1',
      state: 'SHARED',
      ripple: 0,
      viewerSaidWorks: null,
      learning: learning(),
      origin: null,
      descendants: [],
      trials: [],
      versions: [],
      ...change,
    },
  },
});
const one = { at: '/learnings/l1', route: '/learnings/:id' };
const variablesOf = (page: ReturnType<typeof renderPage>, name: string) =>
  page.asked.filter(({ operation }) => operation === name).at(-1)?.variables;

describe('what works for colleagues', () => {
  it('teaches what stands here while nothing is shared, and shows the newest once it is', async () => {
    const { unmount } = renderPage(<FindPage />, { at: '/learnings', answers: newest([]) });
    expect(await screen.findByText(/When somebody opens a line to everyone/)).toBeTruthy();
    unmount();
    renderPage(<FindPage />, { at: '/learnings', answers: newest([learning()], true) });
    const line = await screen.findByRole('link', { name: 'I ask for three options first' });
    expect(line.getAttribute('href')).toBe('/learnings/l1');
    expect(screen.getByRole('button', { name: /more/i })).toBeTruthy();
  });

  it('asks what stands in the box, keeps it in the address, and says how many there are', async () => {
    const many = Array.from({ length: 50 }, (_, at) => learning({ id: `l${at}` }));
    const page = renderPage(<FindPage />, {
      at: '/learnings',
      answers: { ...newest([]), ...found(many, 320) },
    });
    fireEvent.change(await screen.findByRole('searchbox', { name: 'Find' }), {
      target: { value: 'optons' },
    });
    expect(await screen.findByRole('heading', { name: 'The best 50 of 320' })).toBeTruthy();
    expect(variablesOf(page, 'FindLearnings')).toEqual({ words: 'optons' });
    expect(page.address()).toContain('q=optons');
  });

  it('marks what only the reader or the two of them can read', async () => {
    renderPage(<FindPage />, {
      at: '/learnings?q=options',
      answers: found([
        learning({ id: 'a', isMine: true, audience: 'ONLY_ME' }),
        learning({ id: 'b', audience: 'TWO_OF_US' }),
      ]),
    });
    expect(await screen.findByText(/only you can read it/)).toBeTruthy();
    expect(screen.getByText(/the two of you can read it/)).toBeTruthy();
  });

  it('says what to do when nothing is found, and keeps the words when the answer fails', async () => {
    const at = '/learnings?q=nothing';
    const { unmount } = renderPage(<FindPage />, { at, answers: found([]) });
    expect(await screen.findByText('Nobody has shared this yet')).toBeTruthy();
    unmount();
    renderPage(<FindPage />, { at, answers: { FindLearnings: { barrier: 'INTERNAL' } } });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('nothing');
  });
});

describe('one learning and what became of it', () => {
  it('is tried with one press, with the name’s readers said before', async () => {
    const page = renderPage(<LifePage />, {
      ...one,
      answers: {
        ...life(),
        TryLearning: {
          tryLearning: {
            __typename: 'LearningLifePayload',
            life: life({ viewerSaidWorks: true, ripple: 1 }).LearningLife.learningLife,
          },
        },
      },
    });
    expect(await screen.findByText('Nobody beyond the pairing has tried it yet')).toBeTruthy();
    expect(screen.getByText('Your name will stand below for everybody here.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'I tried it: it works' }));
    await waitFor(() =>
      expect(variablesOf(page, 'TryLearning')).toEqual({ input: { id: 'l1', works: true } }),
    );
  });

  it('shows lineage, who tried it, and what it said before', async () => {
    renderPage(<LifePage />, {
      ...one,
      answers: life({
        state: 'REFINED',
        ripple: 3,
        origin: learning({ id: 'o', body: 'I ask for options' }),
        descendants: [learning({ id: 'd', body: 'I ask for four options', personName: 'Ben' })],
        trials: [
          {
            __typename: 'LearningTrial',
            personName: 'Omar',
            works: false,
            at: '2026-11-19T09:00:00Z',
          },
        ],
        versions: [
          { __typename: 'LearningVersion', body: 'First words', untilAt: '2026-11-20T09:00:00Z' },
        ],
      }),
    });
    expect(await screen.findByText('3 people beyond the pairing tried it')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'I ask for options' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'I ask for four options' })).toBeTruthy();
    expect(screen.getByText(/Omar: not for me/)).toBeTruthy();
    expect(screen.getByText(/First words/)).toBeTruthy();
  });

  it('is refined in a box that names everyone as readers and begins with its words', async () => {
    const page = renderPage(<LifePage />, {
      ...one,
      answers: {
        ...life(),
        RefineLearning: {
          refineLearning: {
            __typename: 'LearningRefusal',
            code: 'SECRET_FOUND',
            message: 'This looks like it contains a password.',
            field: 'body',
          },
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Write my version' }));
    const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'My version' });
    expect(box.value).toBe('I ask for three options first');
    fireEvent.change(box, { target: { value: 'password: Secret-123' } });
    fireEvent.click(screen.getByRole('button', { name: 'Share my version' }));
    expect(
      (await screen.findAllByText('This looks like it contains a password.')).length,
    ).toBeGreaterThan(0);
    expect(box.value).toBe('password: Secret-123');
    expect(variablesOf(page, 'RefineLearning')).toMatchObject({ input: { originId: 'l1' } });
  });

  it('is retired by its writer alone, and then asks nothing of anybody', async () => {
    const mine = life({ learning: learning({ isMine: true }) });
    const { unmount } = renderPage(<LifePage />, { ...one, answers: mine });
    expect(await screen.findByRole('button', { name: 'Retire it' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /I tried it/ })).toBeNull();
    unmount();
    renderPage(<LifePage />, { ...one, answers: life({ state: 'RETIRED' }) });
    expect(await screen.findByText(/Its writer has retired it/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /I tried it/ })).toBeNull();
  });

  it('is not there for who may not read it', async () => {
    renderPage(<LifePage />, { ...one, answers: { LearningLife: { barrier: 'NOT_FOUND' } } });
    expect(await screen.findByText('There is nothing here for you')).toBeTruthy();
  });
});

describe('still doing it?', () => {
  const question = (afterDays: number) => ({
    __typename: 'PracticeQuestion',
    learningId: 'l1',
    afterDays,
    body: 'I ask for three options first',
    writtenAt: '2026-10-18T11:00:00Z',
  });
  const asked = (...days: number[]) => ({
    PracticeQuestions: { practiceQuestions: days.map(question) },
  });

  it('draws nothing when nothing is asked, and nothing when the answer fails', async () => {
    const quiet = renderPage(<StillSection />, { answers: asked() });
    await waitFor(() => expect(quiet.asked).toHaveLength(1));
    expect(screen.queryByText('Still doing it?')).toBeNull();
    quiet.unmount();
    const failed = renderPage(<StillSection />, {
      answers: { PracticeQuestions: { barrier: 'INTERNAL' } },
    });
    await waitFor(() => expect(failed.asked).toHaveLength(1));
    expect(screen.queryByText('Still doing it?')).toBeNull();
  });

  it('takes one press by mouse or keyboard, and asks the next one after it', async () => {
    const page = renderPage(<StillSection />, {
      answers: {
        ...asked(30, 60),
        AnswerPractice: { answerPractice: { __typename: 'PracticePayload', questions: [] } },
      },
    });
    const yes = await screen.findByRole('button', { name: 'Yes, and I would not go back' });
    expect(screen.getByText('I ask for three options first')).toBeTruthy();
    expect(screen.getAllByRole('button')).toHaveLength(3);
    yes.focus();
    expect(document.activeElement).toBe(yes);
    fireEvent.click(yes);
    await waitFor(() =>
      expect(variablesOf(page, 'AnswerPractice')).toEqual({
        input: { learningId: 'l1', afterDays: 30, answer: 'WOULD_NOT_GO_BACK' },
      }),
    );
  });

  it('stays with its question when the answer could not be saved', async () => {
    renderPage(<StillSection />, {
      answers: { ...asked(30), AnswerPractice: { barrier: 'INTERNAL' } },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'No longer' }));
    expect(await screen.findByText(/Something on the server did not work/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'No longer' })).toBeTruthy();
  });
});
