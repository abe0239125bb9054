import { describe, expect, it, jest } from '@jest/globals';
import { ApolloLink, gql, Observable } from '@apollo/client';
import { createClient } from './apollo.js';

/** Asks a server that turns everybody away with this code; tells whether the person was sent to sign in. */
async function askedOf(code: string): Promise<number> {
  const onSignedOut = jest.fn();
  const link = new ApolloLink(
    () =>
      new Observable((observer) => {
        observer.next({ errors: [{ message: code, extensions: { code } }] });
        observer.complete();
      }),
  );
  const client = createClient({ onSignedOut, link });
  await expect(client.query({ query: gql('{ viewer { id } }') })).rejects.toThrow(code);
  return onSignedOut.mock.calls.length;
}

describe('the client', () => {
  it('leads to the page to sign in when the server no longer knows who asks, and at nothing else', async () => {
    expect(await askedOf('UNAUTHENTICATED')).toBe(1);
    for (const code of ['FORBIDDEN', 'NOT_FOUND', 'TOO_MANY', 'INTERNAL'])
      expect(await askedOf(code)).toBe(0);
  });
});
