import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { screen } from '@testing-library/react';
import { HealthSection } from './health-section.js';

const viewer = { roles: ['ADMINISTRATOR' as const] };
const check = (state: string, advice: string | null) => ({
  __typename: 'HealthCheck',
  id: state,
  title: `The ${state}`,
  state,
  finding: `Found ${state}.`,
  advice,
});
const answerOf = (state: string, checks: unknown[]) => ({
  Health: {
    health: { __typename: 'HealthReport', checkedAt: '2026-11-23T09:00:00Z', state, checks },
  },
});

describe("the administrator's part of the home page", () => {
  it('says how things are and shows only what needs a look, with what to do', async () => {
    renderPage(<HealthSection />, {
      viewer,
      answers: answerOf('FAIL', [
        check('OK', null),
        check('WARN', 'Set SMTP_URL.'),
        check('FAIL', null),
      ]),
    });
    expect(await screen.findByText('Something does not work.')).toBeTruthy();
    expect(screen.getByText('Set SMTP_URL.')).toBeTruthy();
    expect(screen.getByText('Found FAIL.')).toBeTruthy();
    expect(screen.queryByText('The OK')).toBeNull();
    expect(screen.getByRole('link', { name: 'All checks' }).getAttribute('href')).toBe('/health');
  });

  it('still leads to outbox and roles when all is well', async () => {
    renderPage(<HealthSection />, { viewer, answers: answerOf('OK', [check('OK', null)]) });
    expect(await screen.findByText('All is well.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Outbox' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Give roles' })).toBeTruthy();
    expect(screen.queryByRole('article')).toBeNull();
  });
});
