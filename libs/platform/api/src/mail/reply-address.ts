import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Config } from '../config.js';

type Keys = Pick<Config, 'mailFrom' | 'secret' | 'earlierSecrets'>;

/** Servers keep 64 letters before the @. */
const LONGEST_LOCAL = 64;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const ID_BYTES = 16;
const SEAL_BYTES = 10;

/** Lower case and digits alone: some servers change the case of what stands before the @. */
function toBase32(bytes: Buffer): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => ALPHABET[parseInt(group.padEnd(5, '0'), 2)]).join('');
}

function fromBase32(text: string): Buffer {
  let bits = '';
  for (const letter of text) bits += ALPHABET.indexOf(letter).toString(2).padStart(5, '0');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((group) => parseInt(group, 2)));
}

const CODE_LETTERS = Math.ceil(((ID_BYTES + SEAL_BYTES) * 8) / 5);
const CODE = new RegExp(`^[a-z2-7]{${CODE_LETTERS}}$`);

const sealOf = (secret: Buffer, id: Buffer): Buffer =>
  createHmac('sha256', secret).update('reply-address:').update(id).digest().subarray(0, SEAL_BYTES);

const parts = (email: string): [local: string, domain: string] => {
  const at = email.lastIndexOf('@');
  return [email.slice(0, at).toLowerCase(), email.slice(at + 1).toLowerCase()];
};

/**
 * The mailbox's own address with a signed mark of whom the mail went to: an answer from any address of
 * theirs can be tied to them. Null when the mailbox's name leaves no room.
 *
 * Example: coaching+mzxw6ytb…@your-company.com
 */
export function replyAddress(
  keys: Pick<Keys, 'mailFrom' | 'secret'>,
  personId: string,
): string | null {
  const [local, domain] = parts(keys.mailFrom.email);
  const id = Buffer.from(personId.replaceAll('-', ''), 'hex');
  const code = toBase32(Buffer.concat([id, sealOf(keys.secret, id)]));
  const marked = `${local}+${code}`;
  return marked.length > LONGEST_LOCAL ? null : `${marked}@${domain}`;
}

/** Whether a mail to this address is for the mailbox, with a mark or without. */
export function isMailbox(keys: Pick<Keys, 'mailFrom'>, address: string): boolean {
  const [own, ownDomain] = parts(keys.mailFrom.email);
  const [local, domain] = parts(address);
  return domain === ownDomain && (local === own || local.startsWith(`${own}+`));
}

/** The mailbox's own address for one purpose: coaching+nominate@your-company.com. */
export function mailboxFor(keys: Pick<Keys, 'mailFrom'>, purpose: string): string {
  const [local, domain] = parts(keys.mailFrom.email);
  return `${local}+${purpose}@${domain}`;
}

/** Whom the mark of an address names, when we signed it; null otherwise. */
export function readReplyAddress(keys: Keys, address: string): string | null {
  if (!isMailbox(keys, address)) return null;
  const [local] = parts(address);
  const [own] = parts(keys.mailFrom.email);
  const code = local.slice(own.length + 1);
  if (!CODE.test(code)) return null;
  const bytes = fromBase32(code);
  const id = bytes.subarray(0, ID_BYTES);
  const seal = bytes.subarray(ID_BYTES, ID_BYTES + SEAL_BYTES);
  const isOurs = [keys.secret, ...keys.earlierSecrets].some((key) =>
    timingSafeEqual(seal, sealOf(key, id)),
  );
  if (!isOurs) return null;
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
