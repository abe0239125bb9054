/**
 * `npm run bench:rounds`: a matching round of a company of 300,000 people, 12,000 champions and 2,500 executives in
 * PostgreSQL, asked over HTTP as the pages ask: proposing with loading and storing, the review page, one proposal, and
 * decisions. Limits: proposing 5 s, review page and one proposal p95 200 ms, a pin or a forbid p95 150 ms. Exits with 1
 * beyond them.
 */
import { setTimeout } from 'node:timers/promises';
import { connect, createHttpApp, migrate, startWorker } from '@flipside/app-api';
import { systemClock } from '@flipside/kernel';
import { readConfig, type Database } from '@flipside/platform-api';
import { ask, cookieOf, quantile, startDatabase } from './bench-server.js';
import { aLargeCompany } from './coverage-company.js';
import { aMatchingWorkforce } from './matching-workforce.js';

const SIZE = { people: 300_000, units: 1000 };
const WORKFORCE = { executives: 2500, champions: 12_000 };
const PROPOSALS = 3;
const TIMES = 40;
const WARM_UP = 5;
const LIMITS = { propose: 5000, review: 200, detail: 200, pin: 150, forbid: 150 };

const ROUND = `query ReviewRound($id: ID!) { round(id: $id) { id name state version changed progress failure
  counts { total proposed decided accepted leftOpen flagged unflagged unmatched } } }`;
const LIST = `query ReviewProposals($roundId: ID!, $first: Int!, $after: String) {
  roundProposals(roundId: $roundId, first: $first, after: $after) { totalCount pageInfo { endCursor hasNextPage }
    edges { node { id executive { id name } champion { id name } points flags { code text } decision cause version } } } }`;
const PERSON = `person { id name title unit { id name } location { id name } } topics goal languages timeZone held capacity`;
const DETAIL = `query ProposalDetails($id: ID!) { proposal(id: $id) {
  proposal { id version decision points cause champion { id name } }
  executive { ${PERSON} } champion { ${PERSON} } reasons { criterion weight value points side text }
  alternatives { champion { id name title } points room reasons { criterion side text points } }
  ruleCounts { rule sentence alone inOrder } } }`;
const DECIDE = `mutation DecideProposal($input: DecideProposalInput!) { decideProposal(input: $input) {
  ... on DecideProposalPayload { proposal { id decision version champion { id name } }
    round { id version counts { total decided } } }
  ... on PairingRefusal { message code } } }`;

interface Row {
  id: string;
  version: number;
  champion: { id: string } | null;
}

/** Asks as a page asks, and keeps what each question took. */
class Client {
  readonly times = new Map<string, number[]>();

  constructor(
    private readonly port: number,
    private readonly cookie: string,
  ) {}

  async ask<T>(query: string, variables: object): Promise<{ data: T; ms: number }> {
    const body = JSON.stringify({ query, variables });
    const { text, ms } = await ask(this.port, this.cookie, body, 'identity');
    const { data, errors } = JSON.parse(text) as { data?: T; errors?: unknown };
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return { data, ms };
  }

  note(name: string, ms: number): void {
    this.times.set(name, [...(this.times.get(name) ?? []), ms]);
  }
}

async function propose(client: Client, roundId: string): Promise<number> {
  const { data: before } = await client.ask<{ round: { version: number } }>(ROUND, { id: roundId });
  const from = performance.now();
  await client.ask(
    `mutation Propose($input: ProposeMatchesInput!) { proposeMatches(input: $input) {
      ... on RoundPayload { round { id state } } ... on PairingRefusal { message code } } }`,
    { input: { roundId, version: before.round.version, scope: 'ALL_BUT_PINNED' } },
  );
  for (;;) {
    const { data } = await client.ask<{
      round: { state: string; failure: string | null; counts: { total: number } };
    }>(ROUND, { id: roundId });
    const { state, failure, counts } = data.round;
    if (failure) throw new Error(failure);
    if (state === 'REVIEW') {
      const took = performance.now() - from;
      console.log(`proposed ${counts.total} executives in ${(took / 1000).toFixed(2)} s`);
      return took;
    }
    await setTimeout(50);
  }
}

async function decide(client: Client, row: Row, decision: string): Promise<void> {
  const input = { proposalId: row.id, version: row.version, decision };
  const { data, ms } = await client.ask<{
    decideProposal: { message?: string; proposal?: { version: number } };
  }>(DECIDE, { input });
  if (!data.decideProposal.proposal) throw new Error(data.decideProposal.message ?? 'refused');
  client.note(decision.toLowerCase(), ms);
}

async function review(client: Client, roundId: string): Promise<Row[]> {
  const from = performance.now();
  const [, list] = await Promise.all([
    client.ask(ROUND, { id: roundId }),
    client.ask<{ roundProposals: { edges: { node: Row }[] } }>(LIST, { roundId, first: 200 }),
  ]);
  client.note('review', performance.now() - from);
  return list.data.roundProposals.edges.map(({ node }) => node);
}

async function measure(client: Client): Promise<boolean> {
  const { data } = await client.ask<{ startRound: { round: { id: string } } }>(
    `mutation { startRound(input: { name: "Autumn" }) { ... on RoundPayload { round { id } } } }`,
    {},
  );
  const roundId = data.startRound.round.id;
  for (let n = 0; n < PROPOSALS; n++) client.note('propose', await propose(client, roundId));
  for (let n = 0; n < TIMES + WARM_UP; n++) {
    if (n === WARM_UP)
      for (const name of ['review', 'detail', 'pin', 'forbid']) client.times.delete(name);
    const rows = (await review(client, roundId)).filter(({ champion }) => champion);
    const [pinned, forbidden] = [rows[(2 * n) % rows.length], rows[(2 * n + 1) % rows.length]];
    if (!pinned || !forbidden) throw new Error('There is nothing to decide about');
    const { ms } = await client.ask(DETAIL, { id: pinned.id });
    client.note('detail', ms);
    await decide(client, pinned, 'PIN');
    await decide(client, forbidden, 'FORBID');
  }
  let isWithin = true;
  for (const [name, limit] of Object.entries(LIMITS)) {
    const sorted = (client.times.get(name) ?? []).toSorted((a, b) => a - b);
    const [p50, p95] = [quantile(sorted, 0.5), quantile(sorted, 0.95)];
    const isBeyond = !(p95 <= limit);
    if (isBeyond) isWithin = false;
    console.log(
      `${name.padEnd(10)} p50 ${p50.toFixed(0).padStart(6)} ms   p95 ${p95.toFixed(0).padStart(6)} ms   limit ${limit} ms${isBeyond ? '   BEYOND' : ''}`,
    );
  }
  console.log(
    `memory of the server and this client: ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
  );
  return isWithin;
}

async function company(db: Database): Promise<void> {
  const from = performance.now();
  await aLargeCompany(db, SIZE);
  await aMatchingWorkforce(db, WORKFORCE);
  const row = await db.one<{ champions: number; executives: number }>(
    `select (select count(*) from champion_period where valid_from <= current_date and valid_to > current_date) as champions, (select count(*) from executive) as executives`,
  );
  console.log(
    `${SIZE.people} people, ${row?.champions} active champions, ${row?.executives} executives written in ${Math.round((performance.now() - from) / 1000)} s`,
  );
}

async function main(): Promise<void> {
  const server = await startDatabase();
  try {
    const db = await connect(server.url);
    await migrate(db, server.url);
    await company(db);
    const cookie = await cookieOf(db);
    const config = readConfig(
      { url: 'http://localhost:4173', company: 'own' },
      { DATABASE_URL: server.url },
    );
    const app = await createHttpApp({ config, database: db, clock: systemClock });
    await app.listen(0, '127.0.0.1');
    const jobs = await startWorker(app, server.url);
    const address = app.getHttpServer().address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const isWithin = await measure(new Client(port, cookie));
    console.log(isWithin ? 'within the limits' : 'BEYOND THE LIMITS');
    process.exitCode = isWithin ? 0 : 1;
    await jobs.stop();
    await app.close();
    await db.source.destroy();
  } finally {
    await server.stop();
  }
}

await main();
