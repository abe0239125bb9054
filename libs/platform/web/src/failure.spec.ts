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

  it('says how an entry is written, and not what programs call it', () => {
    const refused = (message: string) =>
      failureOf(
        new CombinedGraphQLErrors({ errors: [{ message, extensions: { code: 'BAD_INPUT' } }] }),
      ).message;
    expect(
      refused(
        'Variable "$input" got invalid value "nobody" at "input.email"; EmailAddress must look like ana@example.com.',
      ),
    ).toBe('One entry is not complete. It looks like this: ana@example.com');
    expect(
      refused('Variable "$n" got invalid value 1.5; Int cannot represent non-integer value: 1.5'),
    ).toBe('One entry cannot be read. Look at the fields again.');
    expect(refused('Choose a day that is still to come.')).toBe(
      'Choose a day that is still to come.',
    );
  });

  it('gives the number to quote of a fault of ours, and tells it from a server out of reach', () => {
    expect(failureOf(answered(500))).toMatchObject({ kind: 'failed', requestId: 'r-17' });
    expect(failureOf(new TypeError('Failed to fetch'))).toMatchObject({ kind: 'unreachable' });
  });
});
