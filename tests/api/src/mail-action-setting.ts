/** What the specs of links in mails stand on: Helen, Priya and their accepted pairing, and the whole server over HTTP. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { aChampion } from '@flipside/champions-api/builders';
import { pairingAccepted } from '@flipside/pairings-api';
import { anExecutive, aPairing } from '@flipside/pairings-api/builders';
import { SignIn } from '@flipside/people-api';
import { aPerson } from '@flipside/people-api/builders';
import { enqueue, type Viewer } from '@flipside/platform-api';
import { testApp, type TestApp } from './test-app.js';

/** A Monday morning in winter. */
export const MONDAY = '2027-01-11T08:00:00Z';
export const BASE = 'http://localhost:4173';

export const linksIn = (text: string): string[] =>
  [...text.matchAll(/\/a\/[\w-]{43}/g)].map(([path]) => path);

/** Values of the buttons on a page, in order. */
export const choicesOf = (html: string): string[] =>
  [...html.matchAll(/name="choice" value="([^"]*)"/g)].map(([, value]) => value ?? '');

export const headingOf = (html: string): string => /<h1>(.*?)<\/h1>/.exec(html)?.[1] ?? '';

/** Presses a button of the page behind a link, as a browser does. */
export const pressAt = (app: TestApp, url: string, choice: string, key: string = randomUUID()) =>
  app.inject({
    method: 'POST',
    url,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: BASE,
      host: 'localhost:4173',
    },
    payload: new URLSearchParams({ choice, key }).toString(),
  });

class MailActionSetting {
  app!: TestApp;
  helen = '';
  priya = '';
  pairingId = '';

  async newPair(): Promise<void> {
    this.app.clock.set(MONDAY);
    this.helen = (await anExecutive(this.app.db, { person: { name: 'Helen Ward' } })).id;
    this.priya = (await aPerson(this.app.db, { name: 'Priya Nair' })).id;
    await aChampion(this.app.db, { personId: this.priya });
    const pair = { executiveId: this.helen, championId: this.priya, state: 'accepted' } as const;
    this.pairingId = (await aPairing(this.app.db, pair)).id;
  }

  async viewer(personId: string): Promise<Viewer> {
    const found = await this.app.nest.get(SignIn, { strict: false }).viewerById(personId);
    if (!found) throw new Error('Nobody there');
    return found;
  }

  async textOf(personId: string, kind: string): Promise<string> {
    const mail = await this.app.db.one<{ text: string }>(
      `select body_text as text from mail_message where person_id = $1 and kind = $2 order by id desc limit 1`,
      [personId, kind],
    );
    return mail?.text ?? '';
  }

  /** The offer mail's links in order: up to three times, then "I can't this fortnight". */
  async offerLinks(reader = this.helen): Promise<string[]> {
    const { pairingId } = this;
    await this.app.db.transaction((tx) => enqueue(tx, pairingAccepted, { pairingId }));
    await this.app.drain();
    return linksIn(await this.textOf(reader, 'session_options'));
  }

  /** Books the first time of the offer mail. @returns the link in the invitation that moves or skips a session */
  async bookedByMail(): Promise<string> {
    const [first = ''] = await this.offerLinks();
    await this.press(first, choicesOf((await this.open(first)).body)[0] ?? '');
    return linksIn(await this.textOf(this.helen, 'invitation'))[0] ?? '';
  }

  open(url: string, method: 'GET' | 'HEAD' = 'GET') {
    return this.app.inject({ method, url });
  }

  press(url: string, choice: string, key?: string) {
    return pressAt(this.app, url, choice, key);
  }

  sessionsOf(): Promise<{ id: string; status: string; startsAt: Date }[]> {
    return this.app.db.rows(
      `select id, status, starts_at as "startsAt" from session where pairing_id = $1 order by starts_at`,
      [this.pairingId],
    );
  }
}

export function mailActionSetting(): MailActionSetting {
  const setting = new MailActionSetting();
  beforeAll(async () => {
    setting.app = await testApp({ now: MONDAY });
  });
  afterAll(() => setting.app.close());
  beforeEach(() => setting.newPair());
  return setting;
}
