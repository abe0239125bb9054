import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen } from '@testing-library/react';
import { ImportPage } from './import-page.js';

const run = {
  __typename: 'ImportRun',
  id: 'r1',
  fileName: 'staff.csv',
  state: 'APPLIED',
  rows: 2235,
  createdAt: '2026-11-21T09:00:00Z',
  appliedAt: '2026-11-21T09:01:00Z',
  difference: { __typename: 'ImportDifference', touched: 2235 },
};

describe('the import page', () => {
  it('teaches what a list looks like when none came yet', async () => {
    renderPage(<ImportPage />, {
      answers: { Imports: { importRuns: [] } },
      viewer: { roles: ['HR_LEAD'] },
    });
    expect(await screen.findByText('No staff list yet')).toBeTruthy();
    expect(screen.getByText('Needed: a name, and an employee ID or an e-mail.')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: 'Download a sample file' })).toHaveLength(2);
  });

  it('lists earlier imports with their outcome', async () => {
    renderPage(<ImportPage />, {
      answers: {
        Imports: {
          importRuns: [
            run,
            {
              ...run,
              id: 'r2',
              fileName: 'list.pdf',
              state: 'FAILED',
              rows: null,
              difference: null,
            },
          ],
        },
      },
      viewer: { roles: ['HR_LEAD'] },
    });
    expect((await screen.findByRole('link', { name: 'staff.csv' })).getAttribute('href')).toBe(
      '/import/r1',
    );
    expect(screen.getByText('could not be read')).toBeTruthy();
    expect(screen.getAllByText('2,235')).toHaveLength(2);
  });

  it('says why a file is refused and keeps the page', async () => {
    const refusal = { message: 'This is a PDF. Ask your HR system for the same report as CSV.' };
    globalThis.fetch = () =>
      Promise.resolve({
        ok: false,
        status: 422,
        headers: { get: () => 'application/json' },
        json: () => Promise.resolve(refusal),
      } as unknown as Response);
    const { container } = renderPage(<ImportPage />, {
      answers: { Imports: { importRuns: [] } },
      viewer: { roles: ['HR_LEAD'] },
    });
    const input = container.querySelector('input[type=file]') as HTMLInputElement;
    fireEvent.change(input, { target: { files: [new File(['%PDF'], 'list.pdf')] } });
    expect(
      await screen.findByText('This is a PDF. Ask your HR system for the same report as CSV.'),
    ).toBeTruthy();
  });

  it('keeps its place while the list is loading, and says when it failed', async () => {
    const loading = renderPage(<ImportPage />, {
      answers: { Imports: 'never' },
      viewer: { roles: ['HR_LEAD'] },
    });
    expect(screen.getByRole('heading', { level: 1, name: 'Import people' })).toBeTruthy();
    loading.unmount();
    renderPage(<ImportPage />, {
      answers: { Imports: { barrier: 'INTERNAL', requestId: 'abc123' } },
      viewer: { roles: ['HR_LEAD'] },
    });
    expect(await screen.findByText(/abc123/)).toBeTruthy();
  });
});
