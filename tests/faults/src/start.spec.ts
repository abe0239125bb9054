import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import net from 'node:net';
import pg from 'pg';
import { dataFolder, databaseIn, StartedProduct } from './started-product.js';

let folder: string;
let squatter: net.Server;

beforeEach(() => {
  folder = dataFolder();
  squatter = net.createServer();
});

afterEach(() => {
  squatter.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

async function query(statement: string): Promise<Record<string, unknown> | undefined> {
  const client = new pg.Client({ connectionString: databaseIn(folder) });
  await client.connect();
  const { rows } = await client.query(statement);
  await client.end();
  return rows[0];
}

/** Signs in on the page of prepared people, as the first with this label. */
async function rolesOf(url: string, label: string): Promise<unknown> {
  const post = (to: string, body: unknown, cookie = ''): Promise<Response> =>
    fetch(new URL(to, url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-flipside-request': '1', cookie },
      body: JSON.stringify(body),
    });
  const people = await post('/graphql', { query: '{ demoPeople { id roleLabel } }' });
  const { data } = (await people.json()) as {
    data: { demoPeople: { id: string; roleLabel: string }[] };
  };
  const personId = data.demoPeople.find(({ roleLabel }) => roleLabel === label)?.id;
  const signedIn = await post('/auth/demo', { personId });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';', 1)[0];
  const viewer = await post('/graphql', { query: '{ viewer { roles } }' }, cookie);
  return ((await viewer.json()) as { data: { viewer: { roles: string[] } } }).data.viewer.roles;
}

/** Whether anything takes connections on this address. */
const answersAt = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = net.connect({ host, port, timeout: 5000 });
    socket.once('connect', () => resolve(true));
    for (const end of ['error', 'timeout']) socket.once(end, () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

/** Waits until nobody answers at the database's socket. */
async function untilDatabaseIsGone(): Promise<void> {
  for (;;) {
    try {
      await query('select 1');
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe('npm start', () => {
  it('serves the page it names, says how to sign in, and leaves nothing behind on Ctrl-C', async () => {
    const product = new StartedProduct(folder);
    const page = await fetch(await product.url());
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<title>');
    expect(product.said).toContain('Open it and ask for a sign-in link with your work e-mail.');
    expect(product.said).toContain('Start again with FLIPSIDE_ADMIN_EMAIL=you@your-company.com.');
    product.interrupt();
    expect(await product.ended).toBe(0);
    await untilDatabaseIsGone();
  }, 1_200_000);

  it('loads the demonstration company once, says whom to sign in as, and keeps it over a restart', async () => {
    const first = new StartedProduct(folder, { FLIPSIDE_COMPANY: undefined });
    const url = await first.url();
    expect(first.said).toContain('Loading the demonstration company');
    expect(first.said).toContain(
      'Open it and choose whom to sign in as: an executive, a champion or an HR lead.',
    );
    for (const [label, role] of Object.entries({
      Executive: 'EXECUTIVE',
      Champion: 'CHAMPION',
      'HR lead': 'HR_LEAD',
    })) {
      expect(await rolesOf(url, label)).toContain(role);
    }
    const all = 'select count(*)::int as people, (select count(*)::int from session) as sessions';
    const kept = await query(`${all} from person`);
    expect(kept).toMatchObject({ people: 2343 });
    first.interrupt();
    expect(await first.ended).toBe(0);

    const second = new StartedProduct(folder, { FLIPSIDE_COMPANY: undefined });
    await second.url();
    expect(second.said).not.toMatch(/Loading|Building|Installing/);
    expect(await query(`${all} from person`)).toEqual(kept);
    second.interrupt();
    expect(await second.ended).toBe(0);
  }, 1_200_000);

  it('keeps its data when everything is killed, starts again, and says where clocks differ', async () => {
    const first = new StartedProduct(folder);
    await first.url();
    await query('create table kept as select 1 as one');
    // A place whose clock nobody knows is a difference on every machine.
    await query(
      `insert into location (id, code, name, time_zone) values (gen_random_uuid(), 'MARS', 'Mars', 'Mars/Olympus')`,
    );
    first.killAll();
    await first.ended;
    const second = new StartedProduct(folder);
    await second.url();
    expect(await query('select one from kept')).toEqual({ one: 1 });
    await until(() => second.said.includes('PostgreSQL or Node.js has other time-zone data'));
    second.interrupt();
    await second.ended;
  }, 1_200_000);

  it('ends with its database when npm alone is killed', async () => {
    const product = new StartedProduct(folder);
    await product.url();
    product.killNpm();
    await product.ended;
    await untilDatabaseIsGone();
  }, 1_200_000);

  it('takes another port when the usual one is taken, and says so', async () => {
    // Whoever else holds the port serves the purpose as well.
    await new Promise((resolve) => {
      squatter.once('error', resolve).listen(4173, '127.0.0.1', () => resolve(undefined));
    });
    const product = new StartedProduct(folder, { PORT: undefined });
    const url = await product.url();
    expect(product.said).toContain('Port 4173 is taken');
    expect(url).not.toContain(':4173');
    expect((await fetch(url)).status).toBe(200);
    product.interrupt();
    await product.ended;
  }, 1_200_000);

  it('says that a port which was asked for is taken', async () => {
    const port = await new Promise<number>((resolve) => {
      squatter.listen(0, '127.0.0.1', () => resolve((squatter.address() as net.AddressInfo).port));
    });
    const product = new StartedProduct(folder, { PORT: String(port) });
    expect(await product.ended).toBe(1);
    expect(product.said).toContain(
      `Port ${port} is taken. Set PORT to another one, or leave it out.\n`,
    );
    expect(product.said).not.toContain('EADDRINUSE');
  }, 120_000);

  it.each([
    ['this machine alone when HOST is left empty', '', false],
    ['others when HOST says so', '0.0.0.0', true],
  ])(
    'listens for %s',
    async (_, host, isOpen) => {
      const product = new StartedProduct(folder, { HOST: host, FLIPSIDE_URL: '', SMTP_URL: '' });
      const port = Number(new URL(await product.url()).port);
      expect(await answersAt('127.0.0.1', port)).toBe(true);
      // What listens for other machines answers at every address of this one; this one is always there.
      expect(await answersAt('127.0.0.2', port)).toBe(isOpen);
      product.interrupt();
      await product.ended;
    },
    120_000,
  );

  it('refuses a second start from the same folder and names the first', async () => {
    const first = new StartedProduct(folder);
    const url = await first.url();
    const second = new StartedProduct(folder);
    expect(await second.ended).toBe(1);
    expect(second.said).toContain(`already running from this folder at ${url}`);
    first.interrupt();
    await first.ended;
  }, 1_200_000);
});
