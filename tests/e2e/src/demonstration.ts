/** The demonstration company as a journey finds it: running, with a browser before it and a look into its database. */
import { createHash, randomBytes } from 'node:crypto';
import { parseDatabaseUrl } from '@flipside/platform-api';
import pg from 'pg';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from './browser.js';
import { startSystem } from './running-system.js';

/** What does not come within this time does not come: it says nothing about how fast a machine is. */
const PATIENCE_MS = 90_000;

export const DESKTOP = { viewport: { width: 1280, height: 900 } } as const;
export const PHONE = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
} as const;

export interface Demonstration {
  /** Address of its first page, without a slash at the end. */
  readonly url: string;
  readonly databaseUrl: string;
  readonly browser: Browser;
  /** For what a journey cannot see on the screen. */
  readonly client: pg.Client;
  rows<T>(sql: string, params?: unknown[]): Promise<T[]>;
  /** @throws when there is none */
  row<T>(sql: string, params?: unknown[]): Promise<T>;
  /** The first of the prepared people who is shown as this on the page to sign in. */
  prepared(roleLabel: string): Promise<string>;
  /** A window of somebody who is signed in, prepared or not. */
  windowOf(personId: string, options?: BrowserContextOptions): Promise<BrowserContext>;
  /** Signs somebody in, also in a window whose sign-in has ended. */
  signIn(window: BrowserContext, personId: string): Promise<void>;
  /** The first page of such a window. */
  pageOf(personId: string, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/** Opens it once for a file of journeys. @param settings as of `startSystem` */
export async function openDemonstration(
  settings: Readonly<Record<string, string>> = {},
): Promise<Demonstration> {
  const system = await startSystem('demo', settings);
  const browser = await openBrowser();
  const client = new pg.Client(parseDatabaseUrl(system.databaseUrl));
  await client.connect();
  const demo: Demonstration = {
    url: system.url,
    databaseUrl: system.databaseUrl,
    browser,
    client,
    rows: async <T>(sql: string, params: unknown[] = []) =>
      (await client.query(sql, params)).rows as T[],
    row: async <T>(sql: string, params: unknown[] = []) => {
      const [found] = await demo.rows<T>(sql, params);
      if (!found) throw new Error(`Nothing found: ${sql}`);
      return found;
    },
    prepared: async (roleLabel) => {
      const sql = `select person_id as id from demo_person where role_label = $1 order by position limit 1`;
      return (await demo.row<{ id: string }>(sql, [roleLabel])).id;
    },
    windowOf: async (personId, options = DESKTOP) => {
      const window = await browser.newContext(options);
      window.setDefaultTimeout(PATIENCE_MS);
      await demo.signIn(window, personId);
      return window;
    },
    signIn: async (window, personId) => {
      const token = randomBytes(32).toString('base64url');
      await client.query(
        `insert into web_session (token_hash, person_id, expires_at) values ($1, $2, 'infinity')`,
        [createHash('sha256').update(token).digest(), personId],
      );
      await window.addCookies([
        { name: 'flipside', value: token, url: system.url, httpOnly: true },
      ]);
    },
    pageOf: async (personId, options = DESKTOP) =>
      (await demo.windowOf(personId, options)).newPage(),
    close: async () => {
      await client.end();
      await browser.close();
      await system.stop();
    },
  };
  return demo;
}
