/** One round as an HR lead works on it: keep these two, never those two, improve the rest, publish, stop, publish again. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openDemonstration, type Demonstration } from './demonstration.js';

const ROOT = path.resolve(import.meta.dirname, '../../..');

let demo: Demonstration;
let hr: Page;
let roundId: string;
const errors: string[] = [];

beforeAll(async () => {
  demo = await openDemonstration();
  hr = await demo.pageOf(await demo.prepared('HR lead'));
  hr.on('pageerror', (error) => errors.push(error.message));
  const [round] = await demo.rows<{ id: string }>(
    `select id from matching_round where state = 'review'`,
  );
  roundId = round?.id ?? '';
}, 600_000);
afterAll(() => demo.close());

interface Pair {
  id: string;
  executiveId: string;
  championId: string | null;
  decision: string;
}
const pairs = () =>
  demo.rows<Pair>(
    `select id, executive_id as "executiveId", champion_id as "championId", decision from proposal
     where round_id = $1 order by executive_id`,
    [roundId],
  );
const mails = async () =>
  (await demo.rows(`select 1 from mail_message where kind = 'introduction'`)).length;

async function open(to: string): Promise<void> {
  await hr.goto(`${demo.url}/matching/${roundId}/${to}`);
  await hr.waitForSelector('h1');
  await hr.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
}

describe('a round from review to the first mail', () => {
  let kept: Pair[] = [];
  let never: Pair | undefined;

  it('says where each pair stands and what others would cost, and keeps these two', async () => {
    const [first, second, third] = (await pairs()).filter(({ championId }) => championId);
    if (!first || !second || !third) throw new Error('The demonstration round is too small');
    kept = [first, second];
    never = third;
    for (const { id } of kept) {
      await open(`review?p=${id}`);
      await hr.getByLabel('Where this pair stands').waitFor();
      await hr
        .getByText(/costs (the round|nothing)|gains the round/)
        .first()
        .waitFor();
      await hr.getByRole('button', { name: 'Keep fixed', exact: true }).click();
      await hr
        .getByText(/Kept fixed:/)
        .first()
        .waitFor();
    }
    const decided = (await pairs()).filter(({ decision }) => decision === 'pinned');
    expect(decided.map(({ id }) => id)).toEqual(kept.map(({ id }) => id));
  }, 120_000);

  it('never suggests those two again and improves only the rest', async () => {
    await open(`review?p=${never?.id}`);
    await hr.getByRole('button', { name: 'Not these two', exact: true }).click();
    await hr.getByRole('button', { name: /suggest again/ }).click();
    await hr
      .getByText(/Not suggested again:/)
      .first()
      .waitFor();
    await hr.getByRole('button', { name: 'Re-propose the rest' }).click();
    await hr
      .getByText(/Proposed again\./)
      .first()
      .waitFor();
    const after = await pairs();
    const now = (id: string | undefined) => after.find((pair) => pair.id === id)?.championId;
    for (const { id, championId } of kept) expect(now(id)).toBe(championId);
    expect(now(never?.id)).not.toBe(never?.championId);
  }, 120_000);

  it('waits before anybody is told, can be stopped, and is in review again', async () => {
    await open('publish');
    await hr.getByRole('button', { name: 'Publish 2 pairings' }).click();
    await hr.getByText(/The mails leave at/).waitFor();
    await hr.getByRole('button', { name: 'Stop', exact: true }).click();
    await hr.getByRole('button', { name: 'Publish 2 pairings' }).waitFor();
    expect(await mails()).toBe(0);
    expect(await demo.rows(`select 1 from pairing where round_id = $1`, [roundId])).toEqual([]);
  }, 120_000);

  it('is published again, and the mails leave', async () => {
    const before = await mails();
    await hr.getByRole('button', { name: 'Publish 2 pairings' }).click();
    await hr.getByText(/The mails leave at/).waitFor();
    await hr.getByRole('button', { name: 'Send now' }).click();
    await hr.getByText(/This round is published/).waitFor();
    expect(await mails()).toBe(before + 4);
    const made = await demo.rows<{ executiveId: string }>(
      `select executive_id as "executiveId" from pairing where round_id = $1 order by executive_id`,
      [roundId],
    );
    expect(made.map(({ executiveId }) => executiveId)).toEqual(
      kept.map(({ executiveId }) => executiveId),
    );
    expect(errors).toEqual([]);
  }, 120_000);

  it('is proven from the command line afterwards, and a changed pair is found out', async () => {
    const verify = () =>
      spawnSync(
        process.execPath,
        [path.join(ROOT, 'infra/run.mjs'), 'flipside', 'match', 'verify', roundId],
        {
          env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: demo.databaseUrl },
          encoding: 'utf8',
        },
      );
    const proven = verify();
    expect(`${proven.stdout}${proven.stderr}`).toContain('Proven:');
    expect(proven.status).toBe(0);
    await demo.rows(`update proposal set points = points + 1 where id = $1`, [kept[0]?.id]);
    const changed = verify();
    expect(changed.stderr).toContain('stored are');
    expect(changed.status).toBe(3);
  }, 120_000);
});
