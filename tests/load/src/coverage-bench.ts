/**
 * `npm run bench:coverage`: the company-wide coverage list of 300,000 people in 1,000 units, asked over HTTP
 * as the coverage page asks, against the bare SQL aggregate, in turn and in one run.
 * Limits: p95 of the list at most 150 ms and at most 3 times the aggregate's. Exits with 1 beyond them.
 */
import { connect, createHttpApp, migrate } from '@flipside/app-api';
import { systemClock } from '@flipside/kernel';
import { readConfig, type Database } from '@flipside/platform-api';
import { ask, cookieOf, quantile, startDatabase } from './bench-server.js';
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
