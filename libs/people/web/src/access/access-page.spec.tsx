import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen, within } from '@testing-library/react';
import { AccessPage } from './access-page.js';

const grant = (name: string, more: object = {}) => ({
  __typename: 'RoleGrant',
  role: 'ADMINISTRATOR',
  grantedAt: '2026-05-04T10:00:00Z',
  canSignIn: true,
  isLast: false,
  person: { __typename: 'Person', id: name, name, title: '' },
  grantedBy: null,
  ...more,
});
const viewer = { roles: ['ADMINISTRATOR' as const] };

describe('roles', () => {
  it('keep their room while they load', () => {
    const { container } = renderPage(<AccessPage />, { viewer, answers: { RoleGrants: 'never' } });
    expect(container.querySelector('[aria-busy="true"]')).not.toBeNull();
  });

  it('cannot be taken from the last administrator, and say who cannot use theirs', async () => {
    renderPage(<AccessPage />, {
      viewer,
      answers: {
        RoleGrants: {
          roleGrants: [
            grant('Adam', { isLast: true }),
            grant('Gone', { canSignIn: false }),
            grant('Hana', { role: 'HR_LEAD' }),
          ],
        },
      },
    });
    const row = (await screen.findByText('Adam')).closest('tr') as HTMLElement;
    expect(within(row).queryByRole('button')).toBeNull();
    expect(within(row).getByText('Last administrator')).toBeTruthy();
    expect(screen.getByText('Cannot sign in')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Remove role HR lead from Hana' })).toBeTruthy();
  });

  it('show the server’s refusal where it belongs', async () => {
    renderPage(<AccessPage />, {
      viewer,
      answers: {
        RoleGrants: { roleGrants: [grant('Adam')] },
        RevokeRole: {
          revokeRole: {
            __typename: 'PeopleRefusal',
            message: 'This is the last administrator.',
            field: 'personId',
            code: 'LAST_ADMINISTRATOR',
          },
        },
      },
    });
    fireEvent.click(
      await screen.findByRole('button', { name: 'Remove role Administrator from Adam' }),
    );
    expect(await screen.findByText('This is the last administrator.')).toBeTruthy();
  });

  it('are given back with one press, to whom they were taken from', async () => {
    const done = (name: string) => ({
      __typename: 'RoleGrantsPayload',
      person: { __typename: 'Person', id: name, name },
      grants: [],
    });
    const page = renderPage(<AccessPage />, {
      viewer,
      answers: {
        RoleGrants: { roleGrants: [grant('Adam'), grant('Hana', { role: 'HR_LEAD' })] },
        RevokeRole: { revokeRole: done('Hana') },
        GrantRole: { grantRole: done('Hana') },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Remove role HR lead from Hana' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Hana has the role again.')).toBeTruthy();
    const given = page.asked.find(({ operation }) => operation === 'GrantRole');
    expect(given?.variables).toEqual({ input: { personId: 'Hana', role: 'HR_LEAD' } });
  });

  it('are given to nobody before somebody is chosen', async () => {
    const page = renderPage(<AccessPage />, {
      viewer,
      answers: { RoleGrants: { roleGrants: [grant('Adam')] } },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Give a role' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Give role' }));
    expect(await screen.findByText('Choose a person')).toBeTruthy();
    expect(page.asked.some(({ operation }) => operation === 'GrantRole')).toBe(false);
  });

  it('say what failed', async () => {
    renderPage(<AccessPage />, {
      viewer,
      answers: { RoleGrants: { barrier: 'INTERNAL', requestId: 'r2' } },
    });
    expect(await screen.findByText(/r2/)).toBeTruthy();
  });
});
