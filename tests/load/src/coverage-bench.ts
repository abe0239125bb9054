/**
 * `npm run bench:coverage`: the company-wide coverage list of 300,000 people in 1,000 units, asked over HTTP
 * as the coverage page asks, against the bare SQL aggregate, in turn and in one run.
 * Limits: p95 of the list at most 150 ms and at most 3 times the aggregate's. Exits with 1 beyond them.
 */
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { connect, createHttpApp, migrate } from '@flipside/app-api';
import { systemClock } from '@flipside/kernel';
import { anHrLead } from '@flipside/people-api/builders';
import { readConfig, type Database } from '@flipside/platform-api';
import { workspaceRoot } from '@flipside/testing';
import { aLargeCompany } from './coverage-company.js';

const SIZE = { people: 300_000, units: 1000 };
const ROUNDS = 60;
const WARM_UP = 8;
const MOST_MS = 150;
const MOST_TIMES = 3;

/** The heart of the question, as bare as SQL can ask it. */
const AGGREGATE = `select org_unit_id, count(*) from employment
  where valid_from <= $1 and valid_to > $1 and employment_type = 'employee' and status = 'active'
  group by org_unit_id`;

const QUERY = `query CoveragePage($asOf: Day, $by: CoverageCut!) {
  coverage(asOf: $asOf, by: $by) {
    asOf
    by
    headline { totalSentence gapSentence rule people shortUnits peopleCovered lastImportAt isStale }
    gapIds
    nodes { id code name parentId depth childCount people champions targetRatio required gap surplus state shownState
      ratioText coverageRatio belowText worstBelowId peopleCovered uncoveredPeople }
    pooled { sharedWithId unitIds people champions sentence }
  }
}`;

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
async function startDatabase(): Promise<{ url: string; stop(): Promise<void> }> {
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

async function cookieOf(db: Database): Promise<string> {
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
function ask(
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

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

function summary(name: string, times: number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  const [p50, p95] = [quantile(sorted, 0.5), quantile(sorted, 0.95)];
  console.log(
    `${name.padEnd(34)} p50 ${p50.toFixed(1).padStart(6)} ms   p95 ${p95.toFixed(1).padStart(6)} ms`,
  );
  return { p50, p95 };
}

/** Runs the comparison; true when both limits hold. */
async function compare(db: Database, port: number, cookie: string): Promise<boolean> {
  const today = new Date().toISOString().slice(0, 10);
  const byUnit = JSON.stringify({ query: QUERY, variables: { by: 'UNIT' } });
  const byLocation = JSON.stringify({ query: QUERY, variables: { by: 'LOCATION' } });
  const first = await ask(port, cookie, byUnit, 'identity');
  const { data, errors } = JSON.parse(first.text) as {
    data: { coverage: { headline: { totalSentence: string }; nodes: unknown[] } } | null;
    errors?: unknown;
  };
  if (!data) throw new Error(JSON.stringify(errors));
  console.log(
    `${data.coverage.headline.totalSentence} ${data.coverage.nodes.length} units, ${Math.round(first.bytes / 1024)} kB of JSON`,
  );

  const times = {
    bare: [] as number[],
    list: [] as number[],
    packed: [] as number[],
    places: [] as number[],
  };
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const start = performance.now();
    await db.rows(AGGREGATE, [today]);
    const bare = performance.now() - start;
    const list = (await ask(port, cookie, byUnit, 'identity')).ms;
    const packed = (await ask(port, cookie, byUnit, 'gzip')).ms;
    const places = (await ask(port, cookie, byLocation, 'identity')).ms;
    if (round < 0) continue;
    times.bare.push(bare);
    times.list.push(list);
    times.packed.push(packed);
    times.places.push(places);
  }
  const bare = summary('bare SQL aggregate', times.bare);
  const list = summary('coverage list over HTTP', times.list);
  summary('coverage list, packed by gzip', times.packed);
  summary('coverage by location', times.places);
  const [atMedian, atTail] = [list.p50 / bare.p50, list.p95 / bare.p95];
  console.log(
    `list ÷ aggregate: ${atMedian.toFixed(2)} at p50, ${atTail.toFixed(2)} at p95 (at most ${MOST_TIMES})`,
  );
  console.log(
    `memory of the server and this client: ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
  );
  return list.p95 <= MOST_MS && atTail <= MOST_TIMES && atMedian <= MOST_TIMES;
}

async function explain(db: Database): Promise<void> {
  const plan = await db.rows<Record<'QUERY PLAN', string>>(
    `explain (analyze, buffers, costs off, timing off) ${AGGREGATE.replaceAll('$1', 'current_date')}`,
  );
  console.log(plan.map((line) => `    ${line['QUERY PLAN']}`).join('\n'));
}

async function main(): Promise<void> {
  const server = await startDatabase();
  try {
    const db = await connect(server.url);
    await migrate(db, server.url);
    const start = performance.now();
    await aLargeCompany(db, SIZE);
    const cookie = await cookieOf(db);
    console.log(`company written in ${Math.round((performance.now() - start) / 1000)} s`);
    const config = readConfig(
      { url: 'http://localhost:4173', company: 'own' },
      { DATABASE_URL: server.url },
    );
    const app = await createHttpApp({ config, database: db, clock: systemClock });
    await app.listen(0, '127.0.0.1');
    const address = app.getHttpServer().address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const isWithin = await compare(db, port, cookie);
    await explain(db);
    console.log(isWithin ? 'within the limits' : 'BEYOND THE LIMITS');
    process.exitCode = isWithin ? 0 : 1;
    await app.close();
    await db.source.destroy();
  } finally {
    await server.stop();
  }
}

await main();
