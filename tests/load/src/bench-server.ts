import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { anHrLead } from '@flipside/people-api/builders';
import type { Database } from '@flipside/platform-api';
import { workspaceRoot } from '@flipside/testing';

/* What every measurement over HTTP needs: a database of its own, somebody signed in, and a clock at the socket. */

interface Server {
  url: string;
  base: string;
  stop(): Promise<void>;
}
type StartPostgres = (
  home: string,
  options: { settings: Record<string, string> },
) => Promise<Server>;

/** A server of its own with the settings of the product's embedded one. */
export async function startDatabase(): Promise<{ url: string; stop(): Promise<void> }> {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'flipside-bench-'));
  fs.chmodSync(home, 0o755);
  const file = pathToFileURL(path.join(workspaceRoot(), 'infra/postgres.mjs')).href;
  const { startPostgres } = (await import(file)) as { startPostgres: StartPostgres };
  const server = await startPostgres(home, {
    settings: { max_connections: '60', shared_buffers: '128MB' },
  });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      for (const folder of [server.base, home]) fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function cookieOf(db: Database): Promise<string> {
  const lead = await anHrLead(db, { unitId: null, locationId: null });
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest();
  await db.rows(
    `insert into web_session (token_hash, person_id, expires_at) values ($1, $2, 'infinity')`,
    [hash, lead.id],
  );
  return `flipside=${token}`;
}

/** Milliseconds from sending the request to the last byte of the answer, and the answer's size. */
export function ask(
  port: number,
  cookie: string,
  body: string,
  encoding: string,
): Promise<{ ms: number; bytes: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'accept-encoding': encoding,
      'x-flipside-request': '1',
      cookie,
    };
    const start = performance.now();
    const request = http.request(
      { port, host: '127.0.0.1', method: 'POST', path: '/graphql', headers },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const all = Buffer.concat(chunks);
          resolve({
            ms: performance.now() - start,
            bytes: all.length,
            text: encoding === 'identity' ? all.toString() : '',
          });
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
