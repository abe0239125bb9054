import { describe, expect, it } from '@jest/globals';
import { renderPage } from '@flipside/platform-web/specs';
import { fireEvent, screen } from '@testing-library/react';
import { WishesPage } from './wishes-page.js';

const person = (id: string, name: string) => ({ __typename: 'NamedPerson', id, name, title: '' });
const wishes = (liked: object[], refused: object[] = []) => ({
  __typename: 'PairingWishes',
  wishes: liked,
  refuses: refused,
});
const found = (id: string, name: string) => ({
  people: {
    __typename: 'PersonConnection',
    edges: [{ __typename: 'PersonEdge', node: { ...person(id, name), __typename: 'Person' } }],
  },
});

function open(before: object, after: object) {
  let said = before;
  return renderPage(<WishesPage />, {
    at: '/me/wishes',
    answers: {
      PairingWishes: () => ({ pairingWishes: said }),
      FindPeopleForWishes: found('ben', 'Ben Okafor'),
      SetPairingWishes: () => {
        said = after;
        return { setPairingWishes: said };
      },
    },
  });
}

describe('whom I would like to be paired with', () => {
  it('says who reads it, and takes a name for "please not"', async () => {
    const page = open(
      wishes([person('ana', 'Ana Petrović')]),
      wishes([person('ana', 'Ana Petrović')], [person('ben', 'Ben Okafor')]),
    );
    expect(await screen.findByText(/Not the people you name, not HR/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'ben' } });
    fireEvent.click(await screen.findByRole('button', { name: 'Please not Ben Okafor' }));
    expect(await screen.findByRole('button', { name: 'Take Ben Okafor off' })).toBeTruthy();
    expect(page.asked.find(({ operation }) => operation === 'SetPairingWishes')?.variables).toEqual(
      { input: { wishIds: ['ana'], refuseIds: ['ben'] } },
    );
  });

  it('takes a name off, and offers no fourth of a kind', async () => {
    const three = ['a', 'b', 'c'].map((id) => person(id, `Person ${id}`));
    const page = open(wishes(three), wishes(three.slice(1)));
    fireEvent.change(await screen.findByLabelText('Name'), { target: { value: 'ben' } });
    const like = await screen.findByRole('button', { name: 'Would like Ben Okafor' });
    expect((like as HTMLButtonElement).disabled).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: 'Take Person a off' }));
    expect(page.asked.find(({ operation }) => operation === 'SetPairingWishes')?.variables).toEqual(
      { input: { wishIds: ['b', 'c'], refuseIds: [] } },
    );
  });
});
