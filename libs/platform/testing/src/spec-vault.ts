import { createHash } from 'node:crypto';
import { Vault } from '@flipside/platform-api';

/** The secret of every spec, so that builders and the server under test open the same texts. */
export const SPEC_SECRET = 'a secret that only specs know, and everybody may';

/** Seals and opens as a server with {@link SPEC_SECRET} does. */
export const specVault = new Vault(createHash('sha256').update(SPEC_SECRET).digest());
