import { describe, expect, it } from '@jest/globals';
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { failureOf, isSignedOut } from './failure.js';

const answered = (status: number): ServerError =>
  new ServerError('no', {
    bodyText: '{}',
    response: {
      status,
      statusText: '',
      headers: { get: (name: string) => (name === 'x-request-id' ? 'r-17' : null) },
    } as unknown as Response,
  });

describe('what went wrong, in words', () => {
  it('says to wait when it was a lot at once, as an answer of the server and as an error in one', () => {
    const wait = {
      kind: 'failed',
      message: 'That was a lot at once. Wait a minute, then try again.',
    };
    expect(failureOf(answered(429))).toEqual(wait);
    const inside = new CombinedGraphQLErrors({
      errors: [{ message: '', extensions: { code: 'TOO_MANY' } }],
    });
    expect(failureOf(inside)).toEqual(wait);
  });

  it('asks to sign in again, and knows that from everything else', () => {
    expect(failureOf(answered(401)).message).toMatch(/Sign in again/);
    expect([isSignedOut(answered(401)), isSignedOut(answered(429))]).toEqual([true, false]);
  });

  it('gives the number to quote of a fault of ours, and tells it from a server out of reach', () => {
    expect(failureOf(answered(500))).toMatchObject({ kind: 'failed', requestId: 'r-17' });
    expect(failureOf(new TypeError('Failed to fetch'))).toMatchObject({ kind: 'unreachable' });
  });
});
