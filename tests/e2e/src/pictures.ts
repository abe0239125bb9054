/**
 * `npm run pictures -- [address]` takes each role's home for the README, from the demonstration company that runs at the
 * address (http://localhost:4173 unless another is given).
 */
import path from 'node:path';
import { openBrowser } from './browser.js';

const TARGET = path.resolve(import.meta.dirname, '../../../infra/pictures');
const DESK = { width: 1280, height: 860 };
const PHONE = { width: 390, height: 760 };

/** Each role as the demonstration company names it. */
const HOMES = [
  { role: 'HR lead', file: 'home-hr-lead', viewport: DESK },
  { role: 'Executive', file: 'home-executive', viewport: PHONE },
  { role: 'Champion', file: 'home-champion', viewport: PHONE },
  { role: 'Assistant', file: 'home-delegate', viewport: PHONE },
  { role: 'Employee', file: 'home-employee', viewport: PHONE },
  { role: 'Administrator', file: 'home-administrator', viewport: PHONE },
];

interface Prepared {
  data: { demoPeople: { id: string; roleLabel: string }[] };
}

const address = (process.argv[2] ?? 'http://localhost:4173').replace(/\/+$/, '');
const headers = { 'x-flipside-request': '1' };
const browser = await openBrowser();
for (const { role, file, viewport } of HOMES) {
  const context = await browser.newContext({
    viewport,
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  const asked = await context.request.post(`${address}/graphql`, {
    headers,
    data: { query: '{ demoPeople { id roleLabel } }' },
  });
  const { data } = (await asked.json()) as Prepared;
  const person = data.demoPeople.find(({ roleLabel }) => roleLabel === role);
  if (!person) throw new Error(`Nobody is prepared as ${role} at ${address}.`);
  await context.request.post(`${address}/auth/demo`, { headers, data: { personId: person.id } });
  const page = await context.newPage();
  await page.goto(`${address}/`);
  await page.waitForSelector('h1');
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
  await page.screenshot({ path: path.join(TARGET, `${file}.png`) });
  console.log(`${file}.png: ${role}`);
  await context.close();
}
await browser.close();
