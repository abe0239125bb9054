import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { screen } from '@testing-library/react';
import { HomePage } from './home-page.js';

const answers = {
  UsesOfTheWeek: {
    usesOfTheWeek: [
      {
        __typename: 'UseOfTheWeek',
        pickedByName: 'Helen Ward',
        why: 'It is short',
        story: {
          __typename: 'Story',
          id: 's1',
          result: 'The weekly report in ten minutes',
          body: 'So.',
        },
      },
    ],
  },
};

describe('the home page', () => {
  it('offers an employee what everybody may do, also in a week with something to read', async () => {
    renderPage(<HomePage />, { viewer: { roles: ['EMPLOYEE'] }, answers });
    expect(await screen.findByText('The weekly report in ten minutes')).toBeTruthy();
    const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
    expect(links).toEqual(expect.arrayContaining(['/nominate', '/nominate?self=1', '/champions']));
  });

  it('does not ask those who have a part of their own', async () => {
    renderPage(<HomePage />, { viewer: { roles: ['EMPLOYEE', 'HR_LEAD'] }, answers });
    expect(await screen.findByText('The weekly report in ten minutes')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Nominate someone' })).toBeNull();
  });
});
