import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits for a link or a cookie. Only the hash is stored. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

export const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);
