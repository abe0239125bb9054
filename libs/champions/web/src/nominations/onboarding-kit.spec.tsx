import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { OnboardingKit } from './onboarding-kit.js';

const step = (id: string, label: string, href: string | null) => ({
  __typename: 'OnboardingKitStep',
  id,
  label,
  href,
});
const answers = {
  OnboardingKit: {
    onboardingKit: {
      __typename: 'OnboardingKit',
      version: 4,
      steps: [step('s1', 'Read', '/guardrails'), step('s2', 'Meet', null), step('s3', 'Try', null)],
    },
  },
};

describe('the first steps, for the programme to choose', () => {
  it('are reordered, renamed, added and taken away, and saved at once', async () => {
    const page = renderPage(<OnboardingKit />, {
      answers: {
        ...answers,
        SaveOnboardingKit: { saveOnboardingKit: { __typename: 'OnboardingKit', version: 5 } },
      },
    });
    expect(await screen.findByDisplayValue('Read')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Save the steps' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Move up: Meet' }));
    fireEvent.click(screen.getByRole('button', { name: 'Take away: Try' }));
    fireEvent.click(screen.getByRole('button', { name: 'Add a step' }));
    fireEvent.change(screen.getByLabelText('Step 3'), { target: { value: 'Say hello' } });
    fireEvent.change(screen.getByLabelText('Where step 3 leads'), { target: { value: '/help' } });
    fireEvent.change(screen.getByLabelText('Step 1'), { target: { value: 'Meet your lead' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save the steps' }));
    await waitFor(() =>
      expect(
        page.asked.find(({ operation }) => operation === 'SaveOnboardingKit')?.variables,
      ).toEqual({
        input: {
          version: 4,
          steps: [
            { id: 's2', label: 'Meet your lead', href: null },
            { id: 's1', label: 'Read', href: '/guardrails' },
            { id: null, label: 'Say hello', href: '/help' },
          ],
        },
      }),
    );
  });

  it('keep what is written when they cannot be saved', async () => {
    renderPage(<OnboardingKit />, {
      answers: {
        ...answers,
        SaveOnboardingKit: {
          saveOnboardingKit: {
            __typename: 'ChampionRefusal',
            message: 'Say in up to 120 characters what to do.',
            field: 'label',
            code: 'STEP_LABEL_MISSING',
          },
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Add a step' }));
    fireEvent.click(screen.getByRole('button', { name: 'Save the steps' }));
    expect(await screen.findByText('Say in up to 120 characters what to do.')).toBeTruthy();
    expect(screen.getByLabelText('Step 4')).toBeTruthy();
  });
});
