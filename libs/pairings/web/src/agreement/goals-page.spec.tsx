import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { GoalsPage } from './goals-page.js';

const goal = {
  __typename: 'GoalCategory',
  code: 'better_decisions',
  name: 'Better decisions',
  isForDecisions: true,
  isActive: true,
};
const at = '/goals';
const answers = {
  GoalCategories: { goalCategories: [goal] },
  SetGoalCategories: { setGoalCategories: { __typename: 'GoalCategoriesPayload', goals: [goal] } },
};

describe('the goals that pairs choose from', () => {
  it('are worded, added and taken off the offer in one list', async () => {
    const page = renderPage(<GoalsPage />, { at, answers });
    const first = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Goal 1' });
    expect(first.value).toBe('Better decisions');
    fireEvent.change(first, { target: { value: 'Decisions that hold' } });
    fireEvent.click(screen.getByRole('checkbox', { name: /Offered to pairs/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Add a goal' }));
    fireEvent.change(screen.getByRole('textbox', { name: 'Goal 2' }), {
      target: { value: 'Less waste' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Add a goal' }));
    fireEvent.click(screen.getByRole('button', { name: 'Save the goals' }));
    await waitFor(() =>
      expect(
        page.asked.find(({ operation }) => operation === 'SetGoalCategories')?.variables,
      ).toEqual({
        input: {
          goals: [
            {
              code: 'better_decisions',
              name: 'Decisions that hold',
              isForDecisions: true,
              isActive: false,
            },
            { name: 'Less waste', isForDecisions: false, isActive: true },
          ],
        },
      }),
    );
  });

  it('keep what was typed when saving fails', async () => {
    renderPage(<GoalsPage />, {
      at,
      answers: { ...answers, SetGoalCategories: { barrier: 'INTERNAL' } },
    });
    const first = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Goal 1' });
    fireEvent.change(first, { target: { value: 'Decisions that hold' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save the goals' }));
    expect(await screen.findByText(/Something on the server did not work/)).toBeTruthy();
    expect(first.value).toBe('Decisions that hold');
  });

  it('can be taken away again to an empty list that is begun anew', async () => {
    renderPage(<GoalsPage />, { at, answers: { GoalCategories: { goalCategories: [] } } });
    expect(await screen.findByRole('button', { name: 'Add a goal' })).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('offer another try when the answer fails', async () => {
    renderPage(<GoalsPage />, { at, answers: { GoalCategories: { barrier: 'INTERNAL' } } });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});
