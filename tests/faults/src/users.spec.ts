import { afterEach, describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import { copiedCheckout, ordinaryUser, thisUser } from './copied-checkout.js';
import { StartedProduct } from './started-product.js';

/** Folders to remove: homes, and what root's server kept elsewhere. */
let folders: string[] = [];
afterEach(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
  folders = [];
});

/** Root runs both, an ordinary user what such a user can: start the product as themselves. */
const users = thisUser.uid === 0 ? [thisUser, ordinaryUser()] : [ordinaryUser()];

describe('npm start from a checkout under a closed home', () => {
  it.each(users)(
    'builds, serves and keeps its data as $name',
    async (user) => {
      const { home, checkout } = copiedCheckout(user);
      folders.push(home);
      expect(fs.statSync(home).mode & 0o777).toBe(0o700);
      const as = { user, cwd: checkout };
      const env = { FLIPSIDE_DATA: undefined, HOME: home, FLIPSIDE_ADMIN_EMAIL: 'ana@own.example' };
      const first = new StartedProduct(home, env, as);
      const page = await fetch(await first.url());
      const elsewhere = /database files are in (\S+):/.exec(first.said)?.[1];
      if (elsewhere) folders.push(elsewhere);
      expect(await page.text()).toContain('<title>Flipside');
      expect(first.said).toMatch(/single-use link[^]*\/auth\/use\//);
      first.interrupt();
      expect(await first.ended).toBe(0);

      // Root's server runs as another user, who cannot enter this home; an ordinary user's data stays in the checkout.
      const data = path.join(checkout, '.data');
      expect(elsewhere !== undefined).toBe(user.uid === 0);
      expect(fs.existsSync(path.join(elsewhere ?? data, 'pg18', 'PG_VERSION'))).toBe(true);
      if (!elsewhere) expect(fs.statSync(path.join(data, 'pg18')).uid).toBe(user.uid);

      const second = new StartedProduct(home, env, as);
      await second.url();
      expect(second.said).not.toContain('Building');
      second.interrupt();
      expect(await second.ended).toBe(0);
    },
    900_000,
  );
});
