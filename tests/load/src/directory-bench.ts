/**
 * `npm run bench:directory`: what the directory of champions asks with 10,000 champions among 250,000 people, over HTTP:
 * opening it, searching by words, filtering, turning pages, and looking right after somebody changed their profile; the
 * page's own query, all of it. How many statements it takes stands in the spec beside the reader. Limit: p95 of every question at most 200 ms. Exits with 1
 * beyond it.
 */
import { connect, createHttpApp, migrate } from '@flipside/app-api';
import { manyChampions } from '@flipside/champions-api/builders';
import { systemClock } from '@flipside/kernel';
import { readConfig, type Database } from '@flipside/platform-api';
import { ask, cookieOf, quantile, startDatabase } from './bench-server.js';
import { aLargeCompany } from './coverage-company.js';

const CHAMPIONS = 10_000;
const SIZE = { people: 250_000, units: 1000 };
const ROUNDS = 40;
const WARM_UP = 8;
const MOST_MS = 200;

const PAGE = `query ChampionDirectory($filter: ChampionFilterInput, $after: String) {
  champions(filter: $filter, first: 50, after: $after) {
    totalCount pageInfo { endCursor hasNextPage }
    edges { node { personId name title unitName locationName timeZone languages state skills takesNewPairings fadedOn
      profileConfirmedOn staysInTouch } }
  }
}`;
/** What the filters offer, asked once beside the first page. */
const CHOICES = `{ championChoices { skills problems tools languages timeZones } orgUnits { depth unit { id name } } locations { id name } }`;

const WHAT_TO_CHOOSE = 'choices of the filters';
const CHANGED = 'after a changed profile';

const changeSomebody = (db: Database, round: number) =>
  db.rows(
    `update champion set about = 'Changed ' || $1::int, version = version + 1
     where person_id = (select person_id from champion order by person_id limit 1 offset $1::int + 100)`,
    [round],
  );

interface Listed {
  data?: { champions: { totalCount: number; pageInfo: { endCursor: string } } };
  errors?: unknown;
}

/** Exactly 10,000 of today, and what they say of themselves: common words, rare words, and profiles that faded. */
async function fillDirectory(db: Database): Promise<void> {
  const standing = await db.one<{ count: number }>(
    `select count(*) as count from champion_period n
     join employment e on e.person_id = n.person_id and e.valid_from <= current_date and e.valid_to > current_date
     where n.valid_from <= current_date and n.valid_to > current_date`,
  );
  const more = await db.rows<{ id: string }>(
    `select e.person_id as id from employment e
     where e.valid_from <= current_date and e.valid_to > current_date
       and not exists (select 1 from champion c where c.person_id = e.person_id)
     order by hashtext(e.person_id::text) limit $1`,
    [CHAMPIONS - (standing?.count ?? 0)],
  );
  await manyChampions(
    db,
    more.map(({ id }) => id),
  );
  await db.rows(
    `with no as (select id, abs(hashtext(id::text)) as n from person),
       words as (select array['Ana', 'Ben', 'Chen', 'Dora', 'Emil', 'Fay', 'Gita', 'Hugo', 'Ines', 'Jun'] as first,
         array['Sousa', 'Berg', 'Lindqvist', 'Park', 'Roth', 'Tanaka', 'Okafor', 'Meyer', 'Silva', 'Novak', 'Kaya'] as last)
     update person p set name = first[1 + n % 10] || ' ' || last[1 + n / 10 % 11] || ' ' || n % 997,
       title = case n % 3 when 0 then 'Analyst' when 1 then 'Team lead' else 'Buyer' end,
       languages = case n % 4 when 0 then '{en}' when 1 then '{en,ja}' else '{de,en}' end::text[],
       time_zone = case n % 5 when 0 then 'Asia/Tokyo' end
     from no, words where no.id = p.id`,
  );
  await db.rows(
    `with no as (select person_id as id, abs(hashtext(person_id::text)) as n from champion)
     update champion c set skills = array['Forecasting', 'Topic ' || n % 180, 'Topic ' || n / 7 % 180],
       problems = array['Long mails', 'Problem ' || n % 60], tools = array['Tool ' || n % 25],
       about = case when n % 400 = 7 then 'Falconry in spare time. ' else '' end || repeat('Helps colleagues with their work. ', 6),
       profile_confirmed_on = current_date - n % 260
     from no where no.id = c.person_id`,
  );
  await db.rows('vacuum analyze');
}

/** Every kind of look at the directory, as variables of the page's query. */
async function looks(db: Database): Promise<Record<string, object>> {
  const unit = await db.one<{ id: string }>(`select id from org_unit where code = 'U20'`);
  const site = await db.one<{ id: string }>(`select id from location where code = 'L3'`);
  return {
    'the first page': {},
    'a word that all have': { filter: { text: 'forecasting' } },
    'a word that few have': { filter: { text: 'falconry' } },
    'a word that nobody has': { filter: { text: 'zymurgy' } },
    'a name': { filter: { text: 'Ana Sousa' } },
    'three words': { filter: { text: 'tanaka analyst forecast' } },
    'a skill': { filter: { skill: 'topic 17' } },
    'a tool and a problem': { filter: { tool: 'tool 7', problem: 'problem 7' } },
    'a language in a zone': { filter: { language: 'en', timeZone: 'Asia/Tokyo' } },
    'free for a pairing': { filter: { isAvailable: true } },
    'a unit and below': { filter: { unitId: unit?.id } },
    'a site': { filter: { locationId: site?.id } },
    'a word in a unit at a site': {
      filter: { text: 'forecasting', unitId: unit?.id, locationId: site?.id },
    },
    alumni: { filter: { states: ['ALUMNI'] } },
  };
}

async function compare(db: Database, port: number, cookie: string): Promise<boolean> {
  const send = (variables: object, query = PAGE) =>
    ask(port, cookie, JSON.stringify({ query, variables }), 'identity');
  const read = async (variables: object) => {
    const answer = JSON.parse((await send(variables)).text) as Listed;
    if (!answer.data || answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data.champions;
  };
  const asked = await looks(db);
  let after: string | undefined;
  for (let page = 0; page < 100; page += 1) {
    after = (await read({ after })).pageInfo.endCursor;
  }
  asked['page 101'] = { after };
  asked[CHANGED] = { filter: { text: 'forecasting' } };
  const times = new Map(Object.keys(asked).map((name) => [name, [] as number[]]));
  const choices: number[] = [];
  times.set(WHAT_TO_CHOOSE, choices);
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const [name, variables] of Object.entries(asked)) {
      if (name === CHANGED) await changeSomebody(db, round);
      const { ms } = await send(variables);
      if (round >= 0) times.get(name)?.push(ms);
    }
    const { ms } = await send({}, CHOICES);
    if (round >= 0) choices.push(ms);
  }
  let isWithin = true;
  for (const [name, list] of times) {
    const sorted = list.toSorted((a, b) => a - b);
    const [p50, p95] = [quantile(sorted, 0.5), quantile(sorted, 0.95)];
    const { totalCount } = await read(asked[name] ?? {});
    console.log(
      `${name.padEnd(28)} p50 ${p50.toFixed(1).padStart(6)} ms   p95 ${p95.toFixed(1).padStart(6)} ms   ` +
        `${String(totalCount).padStart(6)} found`,
    );
    if (p95 > MOST_MS) console.log(`${''.padEnd(28)} beyond ${MOST_MS} ms`);
    isWithin &&= p95 <= MOST_MS;
  }
  return isWithin;
}

async function main(): Promise<void> {
  const server = await startDatabase();
  try {
    const db = await connect(server.url);
    await migrate(db, server.url);
    await aLargeCompany(db, SIZE);
    await fillDirectory(db);
    const cookie = await cookieOf(db);
    const config = readConfig(
      { url: 'http://localhost:4173', company: 'own' },
      { DATABASE_URL: server.url },
    );
    const app = await createHttpApp({ config, database: db, clock: systemClock });
    await app.listen(0, '127.0.0.1');
    const address = app.getHttpServer().address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const isWithin = await compare(db, port, cookie);
    console.log(isWithin ? 'within the limits' : 'BEYOND THE LIMITS');
    process.exitCode = isWithin ? 0 : 1;
    await app.close();
    await db.source.destroy();
  } finally {
    await server.stop();
  }
}

await main();
