import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** AES-256-GCM throughout: 32-byte keys, a fresh 12-byte nonce for each text, a 16-byte tag. */
const ALGORITHM = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** A key that wraps data keys, made from the server's secret, and the name by which rows know it. */
export interface WrappingKey {
  readonly id: string;
  readonly key: Buffer;
}

/** The wrapping key of a secret. Its id is a digest of the key, so it tells nothing about the secret. */
export function wrappingKey(secret: Buffer): WrappingKey {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'flipside/private-texts/wrap', 32));
  const id = createHash('sha256').update('id').update(key).digest('hex').slice(0, 16);
  return { id, key };
}

/**
 * Encrypts `plain`. `bound` is what the result belongs to: it opens only together with the same words, so a sealed
 * text copied into another row or column stays closed.
 * @returns nonce, tag and ciphertext in one piece
 */
export function encrypt(key: Buffer, plain: Buffer, bound: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(bound));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** Decrypts what {@link encrypt} made. @throws when key, text or what it belongs to is another */
export function decrypt(key: Buffer, sealed: Buffer, bound: string): Buffer {
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE))
    .setAAD(Buffer.from(bound))
    .setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
}
