import { beforeEach, describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { GuardrailsPage } from './guardrails-page.js';
import { QuestionsPage } from './questions-page.js';

const rule = (dataClass: string, words: string) => ({
  __typename: 'DataRule',
  dataClass,
  rule: words,
});
const guardrails = (change: object = {}) => ({
  __typename: 'Guardrails',
  version: 3,
  dos: ['Say what the result is for.'],
  donts: ['Use private accounts.'],
  rules: [
    rule('PUBLIC', 'Anywhere.'),
    rule('INTERNAL', 'Into approved tools.'),
    rule('CONFIDENTIAL', 'Only where approved.'),
    rule('RESTRICTED', 'Does not go into AI as it is.'),
  ],
  tools: [
    {
      __typename: 'ApprovedTool',
      id: 't1',
      name: 'Company chat',
      purpose: 'Drafts',
      highestClass: 'CONFIDENTIAL',
    },
  ],
  ownerId: 'o1',
  ownerName: 'Arjun Patil',
  trustId: 't1',
  trustName: 'Tom Reed',
  viewerReadAt: null,
  viewerCanChange: false,
  ...change,
});
const asked = (page: ReturnType<typeof renderPage>, name: string) =>
  page.asked.find(({ operation }) => operation === name)?.variables;
/** The sentence that stands under a field and names its readers. */
const readersOf = (field: HTMLElement): string =>
  (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');

const READ_AT = '2026-11-24T15:00:00Z';

describe('the guardrails', () => {
  let isRead = false;
  beforeEach(() => {
    isRead = false;
  });
  const show = (change: object = {}) =>
    renderPage(<GuardrailsPage />, {
      at: '/guardrails',
      answers: {
        Guardrails: () => ({
          guardrails: guardrails({ ...change, ...(isRead && { viewerReadAt: READ_AT }) }),
        }),
        AcknowledgeGuardrails: () => {
          isRead = true;
          return {
            acknowledgeGuardrails: {
              __typename: 'GuardrailsPayload',
              guardrails: guardrails({ viewerReadAt: READ_AT }),
            },
          };
        },
        ChangeGuardrails: {
          changeGuardrails: { __typename: 'GuardrailsPayload', guardrails: guardrails() },
        },
      },
    });

  it('say what to do and not, the rule of each class, the tools up to which class, and whom to ask', async () => {
    show();
    expect(await screen.findByText('Say what the result is for.')).toBeTruthy();
    for (const words of ['Use private accounts.', 'Does not go into AI as it is.'])
      expect(screen.getByText(words)).toBeTruthy();
    const tool = within(screen.getByRole('row', { name: /Company chat/ }));
    expect(tool.getByText('Confidential material')).toBeTruthy();
    expect(
      screen.getByText(/Arjun Patil answers boundary questions. Nobody else can/),
    ).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Change them' })).toBeNull();
  });

  it('are acknowledged once for each version', async () => {
    const page = show();
    fireEvent.click(await screen.findByRole('button', { name: 'I read them and keep to them' }));
    expect(await screen.findByText(/^You read version 3 on /)).toBeTruthy();
    expect(asked(page, 'AcknowledgeGuardrails')).toEqual({});
    expect(screen.queryByRole('button', { name: 'I read them and keep to them' })).toBeNull();
  });

  it('name nobody where nobody stands', async () => {
    show({ ownerId: null, ownerName: null, trustId: null, trustName: null });
    expect(await screen.findByText('Nobody is named for boundary questions yet.')).toBeTruthy();
  });

  it('are changed by HR, line by line, over the version that was on screen', async () => {
    const page = show({ viewerCanChange: true });
    fireEvent.click(await screen.findByRole('button', { name: 'Change them' }));
    fireEvent.change(screen.getByLabelText('Do not, one a line'), {
      target: { value: 'Use private accounts.\n\n  Decide about people.  ' },
    });
    fireEvent.change(screen.getByLabelText('Rule for restricted material'), {
      target: { value: 'Outlines alone.' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Save the guardrails' }));
    await waitFor(() =>
      expect(asked(page, 'ChangeGuardrails')).toMatchObject({
        input: {
          version: 3,
          donts: ['Use private accounts.', 'Decide about people.'],
          ownerId: 'o1',
          trustId: 't1',
        },
      }),
    );
    const { input } = asked(page, 'ChangeGuardrails') as { input: { rules: object[] } };
    expect(input.rules).toContainEqual({ dataClass: 'RESTRICTED', rule: 'Outlines alone.' });
  });
});

describe('asking in confidence', () => {
  const message = (change: object = {}) => ({
    __typename: 'ConfidentialMessage',
    id: 'm1',
    kind: 'boundary',
    fromName: 'Helen Ward',
    toName: 'Arjun Patil',
    isMine: false,
    body: 'May board papers go in?',
    at: '2026-11-24T15:00:00Z',
    answer: '',
    answeredAt: null,
    ...change,
  });
  const show = (messages: object[] = [], change: object = {}) =>
    renderPage(<QuestionsPage />, {
      at: '/guardrails/questions',
      answers: {
        ConfidentialMessages: { guardrails: guardrails(change), confidentialMessages: messages },
        SendConfidential: {
          sendConfidential: {
            __typename: 'ConfidentialPayload',
            sent: message({ toName: 'Tom Reed' }),
          },
        },
        AnswerConfidential: {
          answerConfidential: {
            __typename: 'ConfidentialPayload',
            sent: message({ answer: 'Outlines may.', answeredAt: '2026-11-24T16:00:00Z' }),
          },
        },
      },
    });

  it('names its one reader before anything is typed, and another one for a concern', async () => {
    const page = show();
    const field = await screen.findByLabelText('Your question');
    expect(readersOf(field)).toContain('You and Arjun Patil can read this. Nobody else, HR');
    fireEvent.click(screen.getByLabelText(/A concern about how we work/));
    expect(readersOf(field)).toContain('You and Tom Reed can read this. Nobody else, HR');
    fireEvent.change(field, { target: { value: 'I coach on Sundays' } });
    fireEvent.click(screen.getByRole('button', { name: 'Send to Tom Reed' }));
    await waitFor(() =>
      expect(asked(page, 'SendConfidential')).toMatchObject({
        input: { isConcern: true, body: 'I coach on Sundays' },
      }),
    );
    expect(await screen.findByText('Sent to Tom Reed, and to nobody else.')).toBeTruthy();
  });

  it('says before typing that nobody is named, so that nothing is written in vain', async () => {
    show([], { ownerName: null });
    expect(readersOf(await screen.findByLabelText('Your question'))).toContain(
      'Nobody is named for this yet, so it cannot be sent.',
    );
  });

  it('is answered by whom it was for, and by nobody else', async () => {
    const page = show([message(), message({ id: 'm2', isMine: true, body: 'And mine?' })]);
    const mine = within((await screen.findByText('And mine?')).closest('article') as HTMLElement);
    expect(mine.getByText('Not answered yet.')).toBeTruthy();
    expect(mine.queryByRole('textbox')).toBeNull();
    const field = screen.getByLabelText('Answer Helen Ward');
    expect(readersOf(field)).toContain('You and Helen Ward can read this. Nobody else.');
    fireEvent.change(field, { target: { value: 'Outlines may.' } });
    fireEvent.click(screen.getByRole('button', { name: 'Send the answer' }));
    await waitFor(() =>
      expect(asked(page, 'AnswerConfidential')).toEqual({
        input: { id: 'm1', body: 'Outlines may.' },
      }),
    );
  });

  it('offers another try when the answer fails', async () => {
    renderPage(<QuestionsPage />, {
      at: '/guardrails/questions',
      answers: { ConfidentialMessages: { barrier: 'INTERNAL' } },
    });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});
