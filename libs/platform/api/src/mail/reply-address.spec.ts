import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isMailbox, readReplyAddress, replyAddress } from './reply-address.js';

const keys = {
  mailFrom: { name: 'AI coaching', email: 'coaching@example.com' },
  secret: randomBytes(32),
  earlierSecrets: [],
};

describe('a reply address', () => {
  it('names its person again, whatever servers do to its case, also after the key has changed', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.boolean(), (personId, shouts) => {
        const address = replyAddress(keys, personId) ?? '';
        expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64);
        expect(isMailbox(keys, address)).toBe(true);
        const seen = shouts ? address.toUpperCase() : address;
        expect(readReplyAddress(keys, seen)).toBe(personId);
        const changed = { ...keys, secret: randomBytes(32), earlierSecrets: [keys.secret] };
        expect(readReplyAddress(changed, seen)).toBe(personId);
      }),
    );
  });

  it('names nobody when a letter is another one, the key is, or the domain', () => {
    const address = replyAddress(keys, randomUUID()) ?? '';
    const from = 'coaching+'.length;
    // The last letter carries bits beyond the seal; all before it count.
    for (let at = from; at < address.indexOf('@') - 1; at++) {
      const letter = address[at] === 'a' ? 'b' : 'a';
      const other = address.slice(0, at) + letter + address.slice(at + 1);
      expect(readReplyAddress(keys, other)).toBeNull();
    }
    expect(readReplyAddress({ ...keys, secret: randomBytes(32) }, address)).toBeNull();
    expect(readReplyAddress(keys, address.replace('example.com', 'evil.example'))).toBeNull();
    for (const none of ['coaching@example.com', 'coaching+x@example.com', '', '@', 'coaching+'])
      expect(readReplyAddress(keys, none)).toBeNull();
  });

  it('is left out where the mailbox’s own name leaves no room', () => {
    const long = { ...keys, mailFrom: { name: '', email: `${'c'.repeat(30)}@example.com` } };
    expect(replyAddress(long, randomUUID())).toBeNull();
  });
});
