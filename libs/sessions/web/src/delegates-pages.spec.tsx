import { describe, expect, it } from '@jest/globals';
import { renderPage, type Answers } from '@flipside/platform-web/specs';
import { fireEvent, screen, within } from '@testing-library/react';
import { DelegatesPage } from './delegates-page.js';
import { ExecutiveDelegatesPage } from './executive-delegates-page.js';
import { having } from './shown-session.fixture.js';

const EXECUTIVE = { roles: ['EMPLOYEE' as const, 'EXECUTIVE' as const] };

const kim = {
  __typename: 'Delegation',
  id: 'd1',
  hasBegun: true,
  since: '2026-11-02',
  until: null,
  scopes: ['BOOK', 'MOVE', 'CANCEL'],
  viewerCanEnd: true,
  arrangedBy: null,
  person: { __typename: 'SessionPerson', id: 'k1', name: 'Kim Lee' },
};
const payload = { __typename: 'DelegatesPayload', delegates: [kim] };

describe('delegates', () => {
  it('are added with what they may do and until when', async () => {
    const page = renderPage(<DelegatesPage />, {
      viewer: EXECUTIVE,
      answers: {
        Delegates: { myDelegates: [], lookedAfterPeople: [] },
        AddDelegate: { addDelegate: payload },
      },
    });
    fireEvent.change(await screen.findByLabelText('Work e-mail of the delegate'), {
      target: { value: 'kim@x.test' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Skip and bring back' }));
    fireEvent.change(screen.getByLabelText('Last day (optional)'), {
      target: { value: '2027-03-05' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Add delegate' }));
    expect(await screen.findByText('Added. They have been told.')).toBeTruthy();
    expect(page.asked.find((each) => each.operation === 'AddDelegate')?.variables).toEqual({
      input: { email: 'kim@x.test', scopes: ['BOOK', 'MOVE'], from: null, until: '2027-03-05' },
    });
  });

  it('are changed in place, and given back by the one who looks after', async () => {
    const page = renderPage(<DelegatesPage />, {
      viewer: EXECUTIVE,
      answers: {
        Delegates: {
          myDelegates: [kim],
          lookedAfterPeople: [{ ...kim, id: 'd2', scopes: [], until: '2027-03-05' }],
        },
        ChangeDelegate: { changeDelegate: payload },
        RemoveDelegate: { removeDelegate: payload },
      },
    });
    expect(await screen.findByText(having('can see times, since'))).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Change: Kim Lee' }));
    const form = screen.getByRole('button', { name: 'Save' }).closest('form') ?? document.body;
    fireEvent.click(within(form).getByRole('button', { name: 'Move' }));
    fireEvent.click(within(form).getByRole('button', { name: 'Save' }));
    await screen.findByText('Changed. They have been told; it holds at once.');
    fireEvent.click(screen.getByRole('button', { name: 'Give back: Kim Lee' }));
    await screen.findByText('Ended. It holds at once.');
    const asked = (name: string) =>
      page.asked.find(({ operation }) => operation === name)?.variables;
    expect(asked('ChangeDelegate')).toEqual({
      input: { delegationId: 'd1', scopes: ['BOOK', 'CANCEL'], until: null },
    });
    expect(asked('RemoveDelegate')).toEqual({ input: { principalId: 'k1' } });
  });

  const answers = {
    Delegates: { myDelegates: [], lookedAfterPeople: [] },
    AddDelegate: {
      addDelegate: {
        __typename: 'SessionRefusal',
        message: 'Nobody here has this address. Check it.',
        field: 'email',
        code: 'DELEGATE_UNKNOWN',
      },
    },
  };

  it('says beside the field why somebody cannot be added', async () => {
    renderPage(<DelegatesPage />, { viewer: EXECUTIVE, answers });
    fireEvent.change(await screen.findByLabelText('Work e-mail of the delegate'), {
      target: { value: 'no@x.test' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Add delegate' }));
    expect(await screen.findByText('Nobody here has this address. Check it.')).toBeTruthy();
  });

  it('are removed by name', async () => {
    const page = renderPage(<DelegatesPage />, {
      viewer: EXECUTIVE,
      answers: {
        Delegates: {
          myDelegates: [kim],
          lookedAfterPeople: [],
        },
        RemoveDelegate: { removeDelegate: { __typename: 'DelegatesPayload', delegates: [] } },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Remove: Kim Lee' }));
    expect(await screen.findByText('Ended. It holds at once.')).toBeTruthy();
    expect(page.asked.find((each) => each.operation === 'RemoveDelegate')?.variables).toEqual({
      input: { delegateId: 'k1' },
    });
  });
});

describe('delegates of an executive, for an HR lead', () => {
  const bySam = { __typename: 'SessionPerson', id: 's1', name: 'Sam Okafor' };
  const page = (...delegates: object[]) => ({
    ExecutiveDelegates: {
      person: { __typename: 'Person', id: 'helen', name: 'Helen Ward' },
      delegatesOfExecutive: delegates,
    },
  });
  const open = (answers: Answers) =>
    renderPage(<ExecutiveDelegatesPage />, {
      viewer: { roles: ['EMPLOYEE', 'HR_LEAD'] },
      at: '/executives/helen/delegates',
      route: '/executives/:id/delegates',
      answers,
    });

  it('are set up with who, how far and until when; both are told', async () => {
    const { asked } = open({ ...page(), ArrangeDelegate: { arrangeDelegate: payload } });
    expect(await screen.findByRole('heading', { name: 'Delegates of Helen Ward' })).toBeTruthy();
    expect(screen.getByText('Nobody yet')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Work e-mail of the delegate'), {
      target: { value: 'kim@x.test' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Add delegate' }));
    expect(
      await screen.findByText(having('Both have been told; Helen Ward can end it')),
    ).toBeTruthy();
    expect(asked.find(({ operation }) => operation === 'ArrangeDelegate')?.variables).toEqual({
      input: {
        principalId: 'helen',
        email: 'kim@x.test',
        scopes: ['BOOK', 'MOVE', 'CANCEL'],
        from: null,
        until: null,
      },
    });
  });

  it('say who set them up; only those of HR can be removed', async () => {
    const arranged = { ...kim, arrangedBy: bySam };
    const chosen = {
      ...kim,
      id: 'd2',
      viewerCanEnd: false,
      person: { __typename: 'SessionPerson', id: 'l1', name: 'Lena Moss' },
    };
    const { asked } = open({
      ...page(arranged, chosen),
      RemoveDelegate: { removeDelegate: payload },
    });
    expect(await screen.findByText(having('set up by Sam Okafor (HR)'))).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^(Change|Remove): Lena Moss/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Remove: Kim Lee' }));
    await screen.findByText('Ended. It holds at once.');
    expect(asked.find(({ operation }) => operation === 'RemoveDelegate')?.variables).toEqual({
      input: { principalId: 'helen', delegateId: 'k1' },
    });
  });
});
