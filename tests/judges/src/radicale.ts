/** Radicale, a CalDAV server of Debian, on a port and in a folder of its own, with one user. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';

export const USER = { username: 'helen', password: 'tulips' } as const;

export interface Radicale {
  /** Address of the user's calendar. */
  readonly calendar: string;
  put(name: string, text: string): Promise<void>;
  remove(name: string): Promise<void>;
  close(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

export async function startRadicale(): Promise<Radicale> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'radicale-'));
  const users = path.join(folder, 'users');
  fs.writeFileSync(users, `${USER.username}:${USER.password}\n`);
  const port = await freePort();
  const options = {
    'server-hosts': `127.0.0.1:${port}`,
    'auth-type': 'htpasswd',
    'auth-htpasswd-filename': users,
    'auth-htpasswd-encryption': 'plain',
    'auth-delay': '0',
    'storage-filesystem-folder': path.join(folder, 'calendars'),
  };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  // Debian's own Python: another one on the path does not see the module.
  const server = spawn('/usr/bin/python3', ['-m', 'radicale', '--config', '', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  server.stderr.on('data', (chunk: Buffer) => (said += String(chunk)));
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const home = `http://127.0.0.1:${port}/${USER.username}/`;
  const authorization = `Basic ${Buffer.from(`${USER.username}:${USER.password}`).toString('base64')}`;
  const ask = async (method: string, url: string, body?: string): Promise<void> => {
    const answer = await fetch(url, {
      method,
      headers: { authorization, 'content-type': 'text/calendar; charset=utf-8' },
      ...(body !== undefined && { body }),
    });
    if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`);
  };
  for (let tries = 0; ; tries++) {
    const isUp = await fetch(home).then(
      () => true,
      () => false,
    );
    if (isUp) break;
    if (server.exitCode !== null || tries > 300) throw new Error(`Radicale did not start: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const calendar = `${home}work/`;
  await ask('MKCALENDAR', calendar);
  return {
    calendar,
    put: (name, text) => ask('PUT', `${calendar}${name}.ics`, text),
    remove: (name) => ask('DELETE', `${calendar}${name}.ics`),
    close: async () => {
      server.kill();
      await ended;
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
