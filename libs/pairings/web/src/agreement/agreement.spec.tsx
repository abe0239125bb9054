import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { AgreementShown } from './agreement-documents.js';
import { GoalSection } from './goal-section.js';
import { WorkingAgreement } from './working-agreement.js';

const agreement = (change: Partial<AgreementShown> = {}) => ({
  __typename: 'WorkingAgreementType',
  pairingId: 'p1',
  goalCategory: { code: 'better_decisions', name: 'Better decisions' },
  worksOn: 'The monthly forecast',
  staysOut: 'Salaries',
  confidentiality: 'TWO_OF_US',
  version: 1,
  viewerConfirmed: false,
  otherConfirmed: true,
  needsGoal: false,
  offeredGoals: [
    { code: 'better_decisions', name: 'Better decisions' },
    { code: 'less_waste', name: 'Less waste' },
  ],
  termNumber: 1,
  termEndsOn: '2026-12-20',
  isTermEnding: false,
  viewerWish: null,
  otherWishesToRenew: false,
  ...change,
});
const FORTNIGHTLY = { cadenceDays: 14, sessionMinutes: 30 };
const show = (change: Partial<AgreementShown> = {}) =>
  renderPage(
    <WorkingAgreement pairingId="p1" otherName="Priya Nair" rhythm={FORTNIGHTLY} isLive />,
    {
      answers: {
        WorkingAgreement: { workingAgreement: agreement(change) },
        ConfirmAgreement: {
          confirmAgreement: { __typename: 'WorkingAgreementPayload', agreement: agreement() },
        },
        WishForTerm: {
          wishForTerm: { __typename: 'WorkingAgreementPayload', agreement: agreement() },
        },
      },
    },
  );
const sent = (page: ReturnType<typeof renderPage>, name: string) =>
  page.asked.find(({ operation }) => operation === name)?.variables;

describe('before the first session', () => {
  it('both are stopped gently: what do you work towards, answered in one tap', async () => {
    const waiting = agreement({ version: 0, goalCategory: null, needsGoal: true });
    const page = renderPage(<GoalSection />, {
      answers: {
        PairingsWithoutGoal: {
          pairingsWithoutGoal: [
            { __typename: 'PairingWithoutGoal', otherName: 'Priya Nair', agreement: waiting },
          ],
        },
        SetWorkingAgreement: {
          setWorkingAgreement: { __typename: 'WorkingAgreementPayload', agreement: agreement() },
        },
      },
    });
    expect(await screen.findByText('Before your first session with Priya Nair')).toBeTruthy();
    const goals = within(screen.getByRole('group', { name: 'We work towards' }));
    fireEvent.click(goals.getByRole('button', { name: 'Less waste' }));
    await waitFor(() =>
      expect(sent(page, 'SetWorkingAgreement')).toMatchObject({
        input: { pairingId: 'p1', version: 0, goalCategory: 'less_waste' },
      }),
    );
  });

  it('nobody is stopped who has a goal', async () => {
    const { asked } = renderPage(<GoalSection />, {
      answers: { PairingsWithoutGoal: { pairingsWithoutGoal: [] } },
    });
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(screen.queryByText('What do you work towards?')).toBeNull();
  });
});

describe('what the two agreed', () => {
  it('says whose yes is missing, takes it for this very version, and names the person of trust', async () => {
    const page = show();
    expect(await screen.findByText('Priya Nair. Your yes is missing')).toBeTruthy();
    for (const words of [
      'Better decisions',
      '30 minutes every 2 weeks',
      'The monthly forecast',
      'Salaries',
    ])
      expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByText('Nothing leaves the two of us')).toBeTruthy();
    expect(screen.getByText(/HR does not see that you did/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Agree to this' }));
    await waitFor(() =>
      expect(sent(page, 'ConfirmAgreement')).toEqual({ input: { pairingId: 'p1', version: 1 } }),
    );
  });

  it('does not ask again whoever said yes', async () => {
    show({ viewerConfirmed: true });
    expect(await screen.findByText('You and Priya Nair')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Agree to this' })).toBeNull();
  });
});

describe('the end of a term', () => {
  it.each([
    ['Go on together', 'RENEW'],
    ['Meet somebody new', 'ROTATE'],
    ['Stop here', 'CLOSE'],
  ])('offers “%s”, and asks for no reason', async (name, wish) => {
    const page = show({ isTermEnding: true });
    expect(await screen.findByText(/No reason is asked/)).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name }));
    await waitFor(() =>
      expect(sent(page, 'WishForTerm')).toEqual({ input: { pairingId: 'p1', wish } }),
    );
  });

  it('is not spoken of before its time', async () => {
    show();
    expect(await screen.findByText(/^Term 1 runs until/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Go on together' })).toBeNull();
  });
});
