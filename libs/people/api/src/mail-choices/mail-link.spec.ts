import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mailLinkToken, readMailLink } from './mail-link.js';

const keys = { secret: randomBytes(32), earlierSecrets: [] };
const topics = fc.array(fc.constantFrom('today', 'preparation', 'log_nudges'), { maxLength: 3 });

describe('a link in the foot of a mail', () => {
  it('says whose it is, also after the key has changed', () => {
    fc.assert(
      fc.property(fc.uuid(), topics, (personId, own) => {
        const link = { personId, topics: own };
        const token = mailLinkToken(keys, link);
        expect(token).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(readMailLink(keys, token)).toEqual(link);
        const changed = { secret: randomBytes(32), earlierSecrets: [keys.secret] };
        expect(readMailLink(changed, token)).toEqual(link);
      }),
    );
  });

  it('says nothing when one letter of it is another one, or the key is', () => {
    const token = mailLinkToken(keys, { personId: randomUUID(), topics: ['today'] });
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom('A', 'z', '-'), (at, letter) => {
        const other = token.slice(0, at) + letter + token.slice(at + 1);
        // The last letter of a seal carries two bits that mean nothing; comparing text minds them too.
        if (other !== token) expect(readMailLink(keys, other)).toBeNull();
      }),
    );
    expect(readMailLink({ secret: randomBytes(32), earlierSecrets: [] }, token)).toBeNull();
    for (const nonsense of ['', 'x', 'x'.repeat(80), `${token}x`, '../../etc'])
      expect(readMailLink(keys, nonsense)).toBeNull();
  });
});
