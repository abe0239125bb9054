/** Journeys of the champion network: a seat fills, and coverage follows a champion's break. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openDemonstration, type Demonstration } from './demonstration.js';

let demo: Demonstration;

beforeAll(async () => {
  demo = await openDemonstration();
}, 600_000);
afterAll(() => demo.close());

interface Person {
  page: Page;
  name: string;
  unit: string;
}

async function signedIn(role: string): Promise<Person> {
  const { id, name, unit } = await demo.row<{ id: string; name: string; unit: string }>(
    `select p.id, p.name, u.name as unit from demo_person d join person p on p.id = d.person_id
     join employment e on e.person_id = p.id and e.valid_from <= current_date and e.valid_to > current_date
     join org_unit u on u.id = e.org_unit_id where d.role_label = $1`,
    [role],
  );
  return { page: await demo.pageOf(id), name, unit };
}

async function go(page: Page, to: string): Promise<void> {
  await page.goto(demo.url + to);
  await page.waitForSelector('h1');
}

/** "3 of 5" in the row of a unit, as HR reads it on the list of all units. */
async function seatsOf(hr: Page, unit: string): Promise<{ have: number; need: number }> {
  await go(hr, '/coverage?view=all');
  // The unit may lie below another one.
  await hr.getByRole('button', { name: 'Unfold everything' }).click();
  const row = hr.getByRole('row').filter({ has: hr.getByRole('rowheader', { name: unit }) });
  const words = await row
    .first()
    .getByText(/^\d+ of \d+/)
    .first()
    .innerText();
  const [have, need] = words.split(' of ').map((part) => Number.parseInt(part, 10));
  return { have: have ?? Number.NaN, need: need ?? Number.NaN };
}

describe('the home of an HR lead', () => {
  it('has exactly four answers on top, each row with its action', async () => {
    const { page } = await signedIn('HR lead');
    await go(page, '/');
    await page.getByRole('heading', { level: 2, name: 'Nominations ageing' }).waitFor();
    const titles = await page.locator('main').getByRole('heading', { level: 2 }).allInnerTexts();
    expect(titles.slice(0, 4)).toEqual([
      'Biggest gaps',
      'Proposals waiting',
      'Pairings slipping',
      'Nominations ageing',
    ]);
    for (const title of titles.slice(0, 4)) {
      const rows = page.getByRole('region', { name: title, exact: true }).getByRole('listitem');
      const count = await rows.count();
      expect(count).toBeLessThanOrEqual(5);
      for (let n = 0; n < count; n += 1) {
        const actions = rows.nth(n).getByRole('button').or(rows.nth(n).getByRole('link'));
        expect(await actions.count()).toBeGreaterThan(0);
      }
    }
    expect(await page.getByRole('link', { name: /^Recruit in / }).count()).toBeGreaterThan(0);
  }, 240_000);

  it('is two presses away from a message ready to send, wherever she is, also on a phone', async () => {
    const { page } = await signedIn('HR lead');
    for (const [width, places] of [
      [1280, ['/', '/recruiting', '/network', '/champions', '/people', '/privacy']],
      [360, ['/', '/recruiting', '/champions']],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      for (const place of places) {
        await go(page, place);
        const coverage = page.getByRole('link', { name: 'Coverage', exact: true });
        await coverage.filter({ visible: true }).first().click();
        const gaps = page.getByRole('table', { name: 'Units short of champions' });
        await gaps
          .getByRole('button', { name: /^Recruit in / })
          .first()
          .click();
        // The third press would send.
        await page.getByRole('button', { name: /^Send to \d+ managers?$/ }).waitFor();
      }
    }
  }, 120_000);
});

describe('nominate, accept, onboard, seat fills', () => {
  it('goes from a colleague’s line to one champion more in the unit, with the nominee’s yes first', async () => {
    const hr = await signedIn('HR lead');
    const nominee = await signedIn('Employee');
    const before = await seatsOf(hr.page, nominee.unit);
    await go(hr.page, '/nominate');
    await hr.page.getByRole('combobox', { name: 'Colleague' }).fill(nominee.name);
    await hr.page
      .getByRole('option', { name: new RegExp(`^${nominee.name}`) })
      .first()
      .click();
    await hr.page.getByLabel('Why this person?').fill('Everybody on the shift asks first.');
    await hr.page.getByRole('button', { name: 'Send the nomination' }).click();
    await hr.page.getByText(`Sent. ${nominee.name} will be asked first.`).waitFor();

    // Nothing but a no is possible before the nominee has answered.
    await go(hr.page, '/recruiting?stage=NOMINATED');
    await hr.page.getByRole('button', { name: `Decide on ${nominee.name}` }).click();
    await hr.page.getByText('Until they say yes, you can only decline.').waitFor();
    expect(await seatsOf(hr.page, nominee.unit)).toEqual(before);

    await go(nominee.page, '/');
    await nominee.page.getByText('“Everybody on the shift asks first.”').waitFor();
    await nominee.page.getByRole('button', { name: 'Yes, I would like to' }).click();
    await nominee.page.getByText('Sent to the programme team.').waitFor();

    const { rows } = await demo.client.query<{ id: string }>(
      `select id from nomination where reason = 'Everybody on the shift asks first.'`,
    );
    // The address that "Move to…" leads to.
    const step = async (to: string, press: string, fill?: () => Promise<void>) => {
      await go(hr.page, `/recruiting?open=${rows[0]?.id ?? ''}&to=${to}`);
      const sheet = hr.page.getByRole('dialog', { name: nominee.name });
      await fill?.();
      await sheet.getByRole('button', { name: press }).click();
      await sheet.waitFor({ state: 'hidden' });
    };
    await step('SCREENED', 'Mark as screened');
    await step('APPROVED', 'Approve', async () => {
      await hr.page.getByLabel('Why').fill('We talked for twenty minutes.');
      await hr.page.getByLabel('Hours a month agreed').fill('3');
    });
    await step('ONBOARDING', 'Start onboarding');
    await step('ACTIVE', 'Finish onboarding');

    const after = await seatsOf(hr.page, nominee.unit);
    expect(after).toEqual({ ...before, have: before.have + 1 });
    await go(nominee.page, '/load');
    await nominee.page.getByText(/of 3 hours a month/).waitFor();
  }, 180_000);
});

describe('take a break, coverage reacts', () => {
  it('empties the seat on the first day of the break and fills it on the day back', async () => {
    const hr = await signedIn('HR lead');
    const champion = await signedIn('Champion');
    const before = await seatsOf(hr.page, champion.unit);
    await go(champion.page, '/load');
    const back = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10);
    await champion.page.getByLabel('First day back').fill(back);
    await champion.page.getByRole('button', { name: 'Take a break' }).click();
    await champion.page.getByRole('heading', { name: 'Your break' }).waitFor();
    expect(await seatsOf(hr.page, champion.unit)).toEqual({ ...before, have: before.have - 1 });
    await go(champion.page, '/load');
    await champion.page.getByRole('button', { name: 'Be back today' }).click();
    await champion.page.getByRole('heading', { name: 'Take a break' }).waitFor();
    expect(await seatsOf(hr.page, champion.unit)).toEqual(before);
  }, 120_000);
});
