import { describe, expect, it } from '@jest/globals';
import { AcceptUnflagged } from './accept-unflagged.js';
import { Matcher } from './matcher.js';
import { OpenRuns } from './open-runs.js';
import { pack, unpack } from './match-desk.js';
import { VerifyRound } from './verify-round.js';
import { aRoundDesk } from './round-desk.builder.js';

const desk = aRoundDesk();

describe('a stored round', () => {
  const verify = (roundId: string) => new VerifyRound(desk.db).run(roundId);
  async function aDecidedRound() {
    const { forecasting, writing, law, ben, cleo } = await desk.aSmallCompany();
    const roundId = await desk.aProposedRound();
    const idOf = async (executiveId: string) => (await desk.proposalOf(roundId, executiveId)).id;
    await desk.say(await idOf(forecasting.id), { kind: 'pin' });
    await desk.say(await idOf(writing.id), { kind: 'forbid', reason: 'They worked together' });
    await desk.again(roundId);
    await desk.say(await idOf(law.id), { kind: 'swap', championId: ben.id });
    await desk.say(await idOf(writing.id), { kind: 'leave_open' });
    await desk.say(await idOf(writing.id), { kind: 'reopen' });
    await new AcceptUnflagged(desk.db, desk.runs, desk.clock).run(desk.hr, {
      roundId,
      version: await desk.versionOf(roundId),
    });
    return { roundId, cleo };
  }

  it('is proven again from what is kept with it, decisions and prices included', async () => {
    const { roundId } = await aDecidedRound();
    const verified = await verify(roundId);
    expect(verified.faults).toEqual([]);
    expect(verified).toMatchObject({ runs: 2, steps: 7 });
    expect((await desk.publishNow(roundId)).ok).toBe(true);
    expect((await verify(roundId)).faults).toEqual([]);
  });

  it('does not depend on the people as they are now', async () => {
    const { roundId } = await aDecidedRound();
    await desk.db.rows(`update champion set skills = '{}', capacity = 5`);
    await desk.db.rows(`update executive set topics = '{Something else}'`);
    expect((await verify(roundId)).faults).toEqual([]);
  });

  it('answers the same questions after a restart, from its inputs and its log', async () => {
    const { roundId } = await aDecidedRound();
    const [row] = await desk.proposals(roundId);
    if (!row) throw new Error('There is no proposal');
    const before = await desk.runs.explain(desk.db, roundId, row);
    const restarted = new OpenRuns(new Matcher());
    expect(await restarted.explain(desk.db, roundId, row)).toEqual(before);
    expect(before?.alternatives.length).toBeGreaterThan(0);
  });

  it.each([
    [
      'a champion of a proposal',
      `update proposal set champion_id = (select person_id from champion where person_id <> champion_id limit 1)`,
    ],
    ['points of a proposal', `update proposal set points = points + 1 where points is not null`],
    ['a decision', `update proposal set decision = 'left_open' where decision = 'pinned'`],
    [
      'a pair that was computed',
      `update matching_run set pairs = jsonb_set(pairs, '{0,1}', 'null') where number = 1`,
    ],
    [
      'points that were computed',
      `update matching_run set pairs = jsonb_set(pairs, '{0,2,0}', '1') where number = 1`,
    ],
    [
      'a price in the log',
      `update matching_edit set price = '{"points": 1, "unmatched": 0, "moves": 0}' where kind = 'pin'`,
    ],
    ['a reason in the log', `update matching_edit set reason = 'Nothing' where kind = 'forbid'`],
    ['a step of the log', `delete from matching_edit where kind = 'forbid'`],
    [
      'the rules it ran under',
      `update matching_run set input_digest = repeat('0', 64) where number = 1`,
    ],
  ])('is found out when somebody changes %s', async (_what, change) => {
    const { roundId } = await aDecidedRound();
    await desk.db.rows(change);
    expect((await verify(roundId)).faults).not.toEqual([]);
  });

  it('is found out when one price or one bound of the proof is changed', async () => {
    const { roundId } = await aDecidedRound();
    const kept = await desk.db.rows<{ id: string; certificate: Uint8Array }>(
      `select id, certificate from matching_run where number = 1`,
    );
    const [run] = kept;
    if (!run) throw new Error('There is no computation');
    const proof = unpack(run.certificate) as Record<'u' | 'v' | 'tail', (number | null)[]>;
    for (const part of ['u', 'v', 'tail'] as const) {
      const changed = {
        ...proof,
        [part]: proof[part].map((each, n) => (n === 0 ? (each ?? 0) - 1 : each)),
      };
      await desk.db.rows('update matching_run set certificate = $2 where id = $1', [
        run.id,
        Buffer.from(pack(changed)),
      ]);
      expect((await verify(roundId)).faults.join()).toContain('certificate does not hold');
    }
  });
});
