/** What somebody can answer to a proposal besides yes and no, whom they name, and deciding a round by keys alone. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openDemonstration, type Demonstration } from './demonstration.js';

let demo: Demonstration;

beforeAll(async () => {
  demo = await openDemonstration();
}, 600_000);
afterAll(() => demo.close());

const signedIn = (personId: string | undefined, width = 360): Promise<Page> =>
  demo.pageOf(personId ?? '', { viewport: { width, height: 900 } });

async function open(page: Page, path: string): Promise<void> {
  await page.goto(demo.url + path);
  await page.waitForSelector('h1');
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
}

describe('answering a proposal', () => {
  let page: Page;
  let pairing: { id: string; personId: string } | undefined;

  beforeAll(async () => {
    [pairing] = await demo.rows(
      `select g.id, d.person_id as "personId" from pairing g join demo_person d on d.person_id = g.executive_id
       where g.state = 'proposed' order by d.position limit 1`,
    );
    page = await signedIn(pairing?.personId);
  });

  it('sends a question to the other person alone, and the proposal stays open', async () => {
    await open(page, `/pairings/${pairing?.id}`);
    await page.getByRole('button', { name: 'Ask a question…' }).click();
    await page.getByLabel('Your words').fill('Would mornings suit you?');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('Sent. The proposal stays open.').waitFor();
    const asked = await demo.rows<{ readers: string; text: string }>(
      `select readers, text from pairing_question where pairing_id = $1`,
      [pairing?.id],
    );
    expect(asked).toHaveLength(1);
    expect(asked[0]?.readers).toBe('pair');
    // Between the two it is sealed: the database does not hold the words.
    expect(asked[0]?.text).not.toContain('mornings');
    expect(
      await demo.rows(`select from pairing where id = $1 and state = 'proposed'`, [pairing?.id]),
    ).toHaveLength(1);
  }, 120_000);

  it('lets it wait once, says until when, and can still be answered', async () => {
    await page.getByRole('button', { name: 'Not now…' }).click();
    await page.getByRole('button', { name: 'Let it wait' }).click();
    await page.getByText(/It waits\. You hear from us on/).waitFor();
    await page.getByText(/You come back to this on/).waitFor();
    expect(await page.getByRole('button', { name: 'Not now…' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Say yes' }).count()).toBe(1);
    const [kept] = await demo.rows<{ state: string; back: string | null }>(
      `select state, executive_back_on::text as back from pairing where id = $1`,
      [pairing?.id],
    );
    expect(kept).toMatchObject({ state: 'proposed', back: expect.stringMatching(/^\d{4}-/) });
  }, 120_000);
});

describe('wishes', () => {
  it('are named, kept over a reload and taken off', async () => {
    const [me] = await demo.rows<{ id: string }>(
      `select person_id as id from demo_person where role_label = 'Executive' order by position limit 1`,
    );
    const [other] = await demo.rows<{ name: string }>(
      `select p.name from champion_period c join person p on p.id = c.person_id
       where c.state = 'active' order by p.name limit 1`,
    );
    const name = other?.name ?? '';
    const page = await signedIn(me?.id);
    await open(page, '/me/wishes');
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await page.getByRole('button', { name: `Would like ${name}` }).click();
    const off = page.getByRole('button', { name: `Take ${name} off` });
    await off.waitFor();
    await open(page, '/me/wishes');
    await off.click();
    await off.waitFor({ state: 'detached' });
    expect(await demo.rows(`select from pairing_wish where person_id = $1`, [me?.id])).toEqual([]);
  }, 120_000);
});

async function hrLead(): Promise<string | undefined> {
  const [lead] = await demo.rows<{ id: string }>(
    `select person_id as id from demo_person where role_label = 'HR lead' order by position limit 1`,
  );
  return lead?.id;
}

describe('deciding a round', () => {
  it('moves with J and K, accepts with A, fixes with P, forbids with X, leads to others with S', async () => {
    const lead = await hrLead();
    const [round] = await demo.rows<{ id: string }>(
      `select id from matching_round where state = 'review'`,
    );
    const page = await signedIn(lead, 1280);
    await open(page, `/matching/${round?.id}/review`);
    const title = () => page.locator('article h2').first().textContent();
    const decided = async (decision: string) =>
      (
        await demo.rows(`select from proposal where round_id = $1 and decision = $2`, [
          round?.id,
          decision,
        ])
      ).length;
    const first = await title();
    await page.keyboard.press('j');
    await page.waitForFunction(
      (before) => document.querySelector('article h2')?.textContent !== before,
      first,
    );
    await page.keyboard.press('k');
    await page.waitForFunction(
      (before) => document.querySelector('article h2')?.textContent === before,
      first,
    );
    await page.keyboard.press('a');
    await page
      .getByText(/^Accepted:/)
      .first()
      .waitFor();
    expect(await decided('accepted')).toBe(1);
    expect(await title()).not.toBe(first);
    await page.keyboard.press('p');
    await page
      .getByText(/^Kept fixed:/)
      .first()
      .waitFor();
    expect(await decided('pinned')).toBe(1);

    await page
      .getByRole('button', { name: /^Swap to/ })
      .first()
      .waitFor();
    await page.keyboard.press('s');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(
      /^Swap to/,
    );
    await page.keyboard.press('x');
    await page.getByRole('dialog').waitFor();
    // Keys are silent while a layer is open.
    await page.keyboard.press('a');
    await page.getByRole('button', { name: /suggest again/ }).click();
    await page
      .getByText(/^Not suggested again:/)
      .first()
      .waitFor();
    expect(await decided('accepted')).toBe(1);
    expect(
      (
        await demo.rows(
          `select from pair_exclusion where created_by = $1 and created_at > now() - interval '5 minutes'`,
          [lead],
        )
      ).length,
    ).toBe(1);
  }, 180_000);

  it('says why not somebody else: the points of the two, and what choosing them costs', async () => {
    const [proposal] = await demo.rows<{ id: string; roundId: string }>(
      `select p.id, p.round_id as "roundId" from proposal p
         join matching_round r on r.id = p.round_id and r.state = 'review'
       where p.decision = 'open' and p.champion_id is not null order by p.id limit 1`,
    );
    const page = await signedIn(await hrLead(), 1280);
    await open(page, `/matching/${proposal?.roundId}/review?p=${proposal?.id}`);
    const swap = page.getByRole('button', { name: /^Swap to/ }).first();
    const name = (await swap.getAttribute('aria-label'))?.replace('Swap to ', '') ?? '';
    const find = page.getByPlaceholder('Type part of a champion’s name');
    await find.fill(name);
    await page
      .getByRole('option', { name: new RegExp(`^${name}`) })
      .first()
      .click();
    const panel = find.locator('xpath=ancestor::*[.//ul][1]');
    await panel
      .getByText(/^The two would have [\d.,]+ points, against [\d.,]+ as proposed\.$/)
      .waitFor();
    await panel.getByText(/^Choosing them .+\.$/).waitFor();
  }, 120_000);

  it('shows two HR leads what the other decides, and overwrites neither', async () => {
    const [proposal] = await demo.rows<{ id: string; roundId: string; name: string }>(
      `select p.id, p.round_id as "roundId", e.name from proposal p
         join matching_round r on r.id = p.round_id and r.state = 'review'
         join person e on e.id = p.executive_id
       where p.decision = 'open' and p.champion_id is not null order by p.id limit 1`,
    );
    const [second] = await demo.rows<{ id: string }>(
      `insert into role_grant (person_id, role)
       select person_id, 'HR_LEAD' from demo_person where role_label = 'Administrator' limit 1
       returning person_id as id`,
    );
    const at = `/matching/${proposal?.roundId}/review?p=${proposal?.id}`;
    const mine = await signedIn(await hrLead(), 1280);
    const theirs = await signedIn(second?.id, 1280);
    // Theirs has not heard yet when it decides: what it asks for after the first time gets no answer.
    let pulses = 0;
    await theirs.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('RoundPulse') && ++pulses > 1) return;
      await route.continue();
    });
    await open(mine, at);
    await open(theirs, at);
    const decision = () =>
      demo.rows<{ decision: string }>(`select decision from proposal where id = $1`, [
        proposal?.id,
      ]);
    await mine.getByRole('button', { name: 'Accept', exact: true }).click();
    await mine
      .getByText(/^Accepted:/)
      .first()
      .waitFor();
    await theirs.getByRole('button', { name: 'Keep fixed', exact: true }).click();
    await theirs
      .getByText(/Somebody else changed this/)
      .first()
      .waitFor();
    expect(await decision()).toEqual([{ decision: 'accepted' }]);

    await theirs.unrouteAll({ behavior: 'ignoreErrors' });
    await open(theirs, at);
    await theirs.getByRole('button', { name: 'Decide again' }).click();
    await theirs
      .getByText(/^Open again:/)
      .first()
      .waitFor();
    expect(await decision()).toEqual([{ decision: 'open' }]);
    await mine.getByText(/^Last change: /).waitFor();
    await open(mine, at);
    await mine.getByRole('button', { name: 'Accept', exact: true }).waitFor();
  }, 120_000);

  it('accepts the rest at once, never a flagged pair', async () => {
    const [round] = await demo.rows<{ id: string }>(
      `select id from matching_round where state = 'review'`,
    );
    const lead = await hrLead();
    // Two that nobody has decided yet: one with a flag and one without.
    await demo.rows(
      `update proposal p set decision = 'open', decided_by = null, decided_at = null, version = version + 1,
         flags = case when n = 1 then '{weak_fit}'::text[] else '{}' end
       from (select id, row_number() over (order by id) as n from proposal
             where round_id = $1 and champion_id is not null limit 2) f where f.id = p.id`,
      [round?.id],
    );
    const before = await demo.rows<{ id: string }>(
      `select id from proposal where round_id = $1 and decision = 'open' and flags <> '{}'`,
      [round?.id],
    );
    expect(before.length).toBeGreaterThan(0);
    const page = await signedIn(lead, 1280);
    await open(page, `/matching/${round?.id}/review`);
    await page.getByRole('button', { name: /^Accept \d+ without flags$/ }).click();
    await page
      .getByText(/proposals? accepted\.$/)
      .first()
      .waitFor();
    const after = await demo.rows<{ id: string }>(
      `select id from proposal where round_id = $1 and decision = 'open' and flags <> '{}'`,
      [round?.id],
    );
    expect(after.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
    expect(
      await demo.rows(
        `select from proposal where round_id = $1 and decision = 'open' and champion_id is not null and flags = '{}'`,
        [round?.id],
      ),
    ).toEqual([]);
  }, 120_000);
});
