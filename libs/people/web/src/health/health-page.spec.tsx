import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { screen } from '@testing-library/react';
import { HealthPage } from './health-page.js';

const viewer = { roles: ['ADMINISTRATOR' as const] };
const check = (state: string, advice: string | null) => ({
  __typename: 'HealthCheck',
  id: state,
  title: `The ${state}`,
  state,
  finding: `Found ${state}.`,
  advice,
});

describe('the health page', () => {
  it('says in one sentence how things are, then each finding with what to do', async () => {
    renderPage(<HealthPage />, {
      viewer,
      answers: {
        Health: {
          health: {
            __typename: 'HealthReport',
            checkedAt: '2026-11-23T09:00:00Z',
            state: 'WARN',
            checks: [check('OK', null), check('WARN', 'Set SMTP_URL.')],
          },
        },
      },
    });
    expect(await screen.findByText('It works. Some things need a look.')).toBeTruthy();
    expect(screen.getByText('Set SMTP_URL.')).toBeTruthy();
    expect(screen.getByText('Look here')).toBeTruthy();
  });

  it('keeps its room while it loads, and says what failed', async () => {
    const loading = renderPage(<HealthPage />, { viewer, answers: { Health: 'never' } });
    expect(loading.container.querySelector('[aria-busy="true"]')).not.toBeNull();
    loading.unmount();
    renderPage(<HealthPage />, {
      viewer,
      answers: { Health: { barrier: 'INTERNAL', requestId: 'h5' } },
    });
    expect(await screen.findByText(/h5/)).toBeTruthy();
  });
});
