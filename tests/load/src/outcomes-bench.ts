/**
 * `npm run bench:outcomes`: what the search and the outcomes pages ask of 100,000 learnings and 50,000 sessions, over HTTP.
 * Limits: p95 of every question at most 200 ms, and so many statements as it has whatever the size; exits with 1 beyond.
 */
import { connect, createHttpApp, migrate } from '@flipside/app-api';
import { CloseMonths, FindHealth } from '@flipside/insights-api';
import { systemClock } from '@flipside/kernel';
import { countingStatements, readConfig, type Database } from '@flipside/platform-api';
import { ask, cookieOf, quantile, startDatabase } from './bench-server.js';
import { aLearningCompany } from './outcomes-company.js';

const SIZE = { pairings: 2000, sessionsEach: 25, learnings: 100_000, outcomes: 6000 };
const ROUNDS = 60;
const WARM_UP = 8;
const MOST_MS = 200;

interface Asked {
  readonly name: string;
  readonly bodies: readonly string[];
  /** SQL statements that one of them sends at most, who asks included. */
  readonly statements: number;
}

const body = (query: string, variables: object = {}): string =>
  JSON.stringify({ query, variables });

const FIND = `query Find($words: String!) { findLearnings(words: $words) {
  totalCount learnings { id body personName createdAt stage audience } } }`;
const find = (...all: string[]): string[] => all.map((words) => body(FIND, { words }));

/** The pages' questions. */
const QUESTIONS: readonly Asked[] = [
  { name: 'search, two words', bodies: find('forecast numbers', 'supplier offer'), statements: 5 },
  {
    name: 'search, misspelt',
    bodies: find('forcast', 'suplier ofer', 'meetng minutes'),
    statements: 5,
  },
  { name: 'search, a word in most of them', bodies: find('the', 'check'), statements: 5 },
  { name: 'search, a word begun', bodies: find('fo', 'mi', 'nu'), statements: 5 },
  {
    name: 'outcomes page and board page',
    statements: 5,
    bodies: [
      body(`{ outcomesReport { asOf lastMonth figures { key kind title definition sentence isWithheld n of from dataOn note
        numbers { label text value } units { unitId unitName n sentence numbers { label text value } } } } }`),
    ],
  },
  {
    name: 'pairing health',
    statements: 3,
    bodies: [
      body(
        `{ pairingHealth { foundOn pairings { pairingId executiveName championName state reasons sinceOn } } }`,
      ),
    ],
  },
];

type App = Awaited<ReturnType<typeof createHttpApp>>;

async function measure(app: App, port: number, cookie: string): Promise<boolean> {
  const headers = { cookie, 'content-type': 'application/json', 'x-flipside-request': '1' };
  let isWithin = true;
  for (const { name, bodies, statements: most } of QUESTIONS) {
    const [first = ''] = bodies;
    for (const each of bodies) {
      const { result, statements } = await countingStatements(
        // An injected request is sent when it is awaited, so that has to happen inside.
        async () => await app.inject({ method: 'POST', url: '/graphql', headers, payload: each }),
      );
      const { data, errors } = JSON.parse(result.body) as { data: unknown; errors?: unknown };
      if (!data || errors) throw new Error(`${name}: ${JSON.stringify(errors)}`);
      if (statements.length === 0 || statements.length > most) {
        console.log(`${name}: ${statements.length} statements instead of ${most}`);
        isWithin = false;
      }
    }
    const times: number[] = [];
    for (let round = -WARM_UP; round < ROUNDS; round += 1) {
      const { ms } = await ask(
        port,
        cookie,
        bodies[Math.abs(round) % bodies.length] ?? first,
        'identity',
      );
      if (round >= 0) times.push(ms);
    }
    times.sort((a, b) => a - b);
    const p95 = quantile(times, 0.95);
    console.log(
      `${name.padEnd(34)} p50 ${quantile(times, 0.5).toFixed(1).padStart(6)} ms   p95 ${p95.toFixed(1).padStart(6)} ms`,
    );
    isWithin &&= p95 <= MOST_MS;
  }
  return isWithin;
}

async function timed(name: string, work: () => Promise<void>): Promise<void> {
  const start = performance.now();
  await work();
  console.log(`${name} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

async function counts(db: Database): Promise<void> {
  const row = await db.one<{ learnings: number; sessions: number; lines: number }>(
    `select (select count(*) from learning) as learnings, (select count(*) from session) as sessions,
       (select count(*) from outcome_posting) as lines`,
  );
  console.log(
    `${row?.learnings} learnings, ${row?.sessions} sessions, ${row?.lines} lines of the ledger`,
  );
}

async function main(): Promise<void> {
  const server = await startDatabase();
  try {
    const db = await connect(server.url);
    await migrate(db, server.url);
    await timed('company written', () => aLearningCompany(db, SIZE));
    const cookie = await cookieOf(db);
    const config = readConfig(
      { url: 'http://localhost:4173', company: 'own' },
      { DATABASE_URL: server.url },
    );
    const app = await createHttpApp({ config, database: db, clock: systemClock });
    await app.listen(0, '127.0.0.1');
    const address = app.getHttpServer().address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await timed('months closed', () => app.get(CloseMonths, { strict: false }).handle());
    await timed('health found', () => app.get(FindHealth, { strict: false }).handle());
    await counts(db);
    const isWithin = await measure(app, port, cookie);
    console.log(isWithin ? 'within the limits' : 'BEYOND THE LIMITS');
    process.exitCode = isWithin ? 0 : 1;
    await app.close();
    await db.source.destroy();
  } finally {
    await server.stop();
  }
}

await main();
