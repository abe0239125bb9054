import { describe, expect, it } from '@jest/globals';
import { emptyFace, renderPage } from '@flipside/platform-web/specs';
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
    expect(
      screen.getByRole('heading', { name: 'Who gets good work out of AI, near you?' }),
    ).toBeTruthy();
    const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
    expect(links).toEqual(expect.arrayContaining(['/nominate', '/nominate?self=1', '/champions']));
  });

  it('says what stands there on a day without anything to do, for when no part has anything', async () => {
    const { container } = renderPage(<HomePage />, {
      viewer: { roles: ['DELEGATE'] },
      answers: { UsesOfTheWeek: { usesOfTheWeek: [] }, DelegateSessions: 'never' },
    });
    const face = await emptyFace('Nothing to do here today');
    expect(face.getByText('Your next session stands here once it is booked.')).toBeTruthy();
    expect(face.getByRole('link').getAttribute('href')).toBe('/privacy');
    // Drawn by the style sheet only where everything before it is empty.
    expect(container.querySelector('.home-sections + .home-rest')).not.toBeNull();
  });

  it('does not ask those who have a part of their own', async () => {
    renderPage(<HomePage />, { viewer: { roles: ['EMPLOYEE', 'HR_LEAD'] }, answers });
    expect(await screen.findByText('The weekly report in ten minutes')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Nominate someone' })).toBeNull();
  });
});
