import { describe, expect, it } from '@jest/globals';
import { aChampion } from '@flipside/champions-api/builders';
import { newId } from '@flipside/kernel';
import { fixedClock } from '@flipside/testing';
import { aProposal, aRound } from '../builders.js';
import { AcceptUnflagged } from './accept-unflagged.js';
import { PublishRound } from './publish-round.js';
import { aRoundDesk } from './round-desk.builder.js';

const desk = aRoundDesk();

describe('publishing', () => {
  const pairingsOf = (roundId: string) =>
    desk.db.rows<{ state: string; executiveId: string; expiresAt: Date; goal: string }>(
      `select state, executive_id as "executiveId", expires_at as "expiresAt", goal from pairing where round_id = $1`,
      [roundId],
    );

  it('proposes accepted and pinned pairs, introduces both sides by mail, and leaves the rest', async () => {
    const { forecasting, writing, ana } = await desk.aSmallCompany();
    await desk.db.rows(`update executive set goal = 'Better forecasts' where person_id = $1`, [
      forecasting.id,
    ]);
    const roundId = await desk.aProposedRound();
    await desk.say((await desk.proposalOf(roundId, forecasting.id)).id, { kind: 'accept' });
    await desk.say((await desk.proposalOf(roundId, writing.id)).id, { kind: 'leave_open' });
    expect(await desk.publishNow(roundId)).toEqual({ ok: true, value: { roundId, pairings: 1 } });
    expect(await pairingsOf(roundId)).toEqual([
      {
        state: 'proposed',
        executiveId: forecasting.id,
        goal: 'Better forecasts',
        expiresAt: new Date('2026-12-05T10:00:00Z'),
      },
    ]);
    expect(await desk.reader.one(roundId)).toMatchObject({ state: 'published' });
    const mails = await desk.db.rows<{ person_id: string; subject: string; body_text: string }>(
      `select person_id, subject, body_text from mail_message where kind = 'introduction' order by subject`,
    );
    expect(mails.map(({ person_id, subject }) => [person_id, subject])).toEqual([
      [ana.id, 'Coach Exec Forecasting? A pairing is proposed to you'],
      [forecasting.id, 'Meet Champ Forecasting, your champion'],
    ]);
    expect(mails[1]?.body_text).toMatch(/https:\/\/coaching\.test\/pairings\/[0-9a-f-]{36}/);
    expect(mails[1]?.body_text).toContain('Helps with 1 of 1 topics: Forecasting.');
  });

  it('does it once for one press of the button, however often the request arrives', async () => {
    const { forecasting } = await desk.aSmallCompany();
    const roundId = await desk.aProposedRound();
    await desk.say((await desk.proposalOf(roundId, forecasting.id)).id, { kind: 'accept' });
    const input = { roundId, version: await desk.versionOf(roundId), key: newId() };
    const answers = await Promise.all([1, 2, 3].map(() => desk.publish.run(desk.hr, input)));
    expect(answers).toEqual(answers.map(() => ({ ok: true, value: { roundId, pairings: 1 } })));
    await desk.publish.sendNow(desk.hr, { roundId });
    await Promise.all([1, 2].map(() => desk.publish.handle({ roundId })));
    expect(await pairingsOf(roundId)).toHaveLength(1);
    expect(await desk.db.rows(`select from mail_message where kind = 'introduction'`)).toHaveLength(
      2,
    );
  });

  it('flags what has become impossible, publishes nothing and asks to look again', async () => {
    const { forecasting, writing, ana } = await desk.aSmallCompany();
    const roundId = await desk.aProposedRound();
    await new AcceptUnflagged(desk.db, desk.runs, desk.clock).run(desk.hr, {
      roundId,
      version: await desk.versionOf(roundId),
    });
    for (const { id } of [forecasting, writing]) {
      const { id: proposalId, decision } = await desk.proposalOf(roundId, id);
      if (decision === 'open') await desk.say(proposalId, { kind: 'accept' });
    }
    await desk.db.rows(`update champion set takes_new_pairings = false where person_id = $1`, [
      ana.id,
    ]);
    expect(await desk.publishNow(roundId)).toMatchObject({ refusal: { code: 'RULE_BROKEN' } });
    expect(await pairingsOf(roundId)).toEqual([]);
    expect(await desk.proposalOf(roundId, forecasting.id)).toMatchObject({
      decision: 'open',
      flags: ['no_longer_possible'],
    });
    expect((await desk.publishNow(roundId)).ok).toBe(true);
  });

  it('never gives one place away twice when two rounds are published at once', async () => {
    const { db } = desk;
    const champion = await aChampion(db, { capacity: 2 });
    const rounds = [];
    for (let i = 0; i < 4; i++) {
      const round = await aRound(db, { state: 'review' });
      await aProposal(db, { roundId: round.id, championId: champion.id, decision: 'accepted' });
      rounds.push(round.id);
    }
    for (const roundId of rounds) await desk.hold(roundId);
    for (const roundId of rounds) await desk.publish.sendNow(desk.hr, { roundId });
    await Promise.all(rounds.map((roundId) => desk.publish.handle({ roundId })));
    const states = await Promise.all(rounds.map(async (id) => (await desk.reader.one(id)).state));
    expect(states.sort()).toEqual(['published', 'published', 'review', 'review']);
    const held = await db.rows(`select from pairing where champion_id = $1`, [champion.id]);
    expect(held).toHaveLength(2);
  });

  it('is refused on an old version, outside the review, and with nothing accepted', async () => {
    await desk.aSmallCompany();
    const roundId = await desk.aProposedRound();
    expect(await desk.publishNow(roundId)).toMatchObject({
      refusal: { code: 'NOTHING_TO_PUBLISH' },
    });
    expect(await desk.publish.run(desk.hr, { roundId, version: 1, key: newId() })).toMatchObject({
      refusal: { code: 'CHANGED_MEANWHILE' },
    });
    const { id: draft } = await aRound(desk.db);
    expect(await desk.publishNow(draft)).toMatchObject({ refusal: { code: 'NOT_IN_REVIEW' } });
  });
});

describe('a round on hold', () => {
  const mails = () => desk.db.rows(`select from mail_message where kind = 'introduction'`);
  async function aHeldRound() {
    const { forecasting } = await desk.aSmallCompany();
    const roundId = await desk.aProposedRound();
    const { id } = await desk.proposalOf(roundId, forecasting.id);
    await desk.say(id, { kind: 'accept' });
    expect(await desk.hold(roundId)).toMatchObject({ ok: true });
    return { roundId, proposalId: id };
  }

  it('tells nobody for a quarter of an hour, cannot be changed, and says when the mails leave', async () => {
    const { roundId, proposalId } = await aHeldRound();
    await desk.publish.handle({ roundId });
    expect(await desk.reader.one(roundId)).toMatchObject({
      state: 'holding',
      publishAt: new Date('2026-11-21T10:15:00Z'),
      heldById: desk.hr.personId,
    });
    expect(await mails()).toHaveLength(0);
    expect(await desk.say(proposalId, { kind: 'reopen' })).toMatchObject({
      refusal: { code: 'ON_HOLD' },
    });
    expect(await desk.again(roundId)).toMatchObject({ refusal: { code: 'ON_HOLD' } });
    const [job] = await desk.db.rows<{ runAt: Date }>(
      `select run_at as "runAt" from graphile_worker.jobs where task_identifier = 'pairings.publish'`,
    );
    expect(job?.runAt).toEqual(new Date('2026-11-21T10:15:00Z'));
  });

  it('publishes by the job alone when its time has come, after any number of restarts', async () => {
    const { roundId } = await aHeldRound();
    const later = fixedClock('2026-11-21T10:15:00Z');
    await new PublishRound(desk.db, desk.people, later, desk.config).handle({ roundId });
    await new PublishRound(desk.db, desk.people, later, desk.config).handle({ roundId });
    expect(await desk.reader.one(roundId)).toMatchObject({ state: 'published' });
    expect(await mails()).toHaveLength(2);
    expect(await desk.publish.stop(desk.hr, { roundId })).toMatchObject({
      refusal: { code: 'TOO_LATE_TO_STOP' },
    });
  });

  it('can be stopped, changed, and published again', async () => {
    const { roundId, proposalId } = await aHeldRound();
    expect((await desk.publish.stop(desk.hr, { roundId })).ok).toBe(true);
    expect(await desk.publish.stop(desk.hr, { roundId })).toMatchObject({
      refusal: { code: 'NOT_ON_HOLD' },
    });
    const later = new PublishRound(
      desk.db,
      desk.people,
      fixedClock('2026-11-21T10:20:00Z'),
      desk.config,
    );
    await later.handle({ roundId });
    expect(await desk.reader.one(roundId)).toMatchObject({ state: 'review', publishAt: null });
    expect(await mails()).toHaveLength(0);
    expect((await desk.say(proposalId, { kind: 'reopen' })).ok).toBe(true);
    expect((await desk.say(proposalId, { kind: 'pin' })).ok).toBe(true);
    expect((await desk.publishNow(roundId)).ok).toBe(true);
    expect(await mails()).toHaveLength(2);
  });

  it('goes back into review with the reason when something has become impossible meanwhile', async () => {
    const { roundId } = await aHeldRound();
    await desk.db.rows('update champion set takes_new_pairings = false');
    const later = new PublishRound(
      desk.db,
      desk.people,
      fixedClock('2026-11-21T10:20:00Z'),
      desk.config,
    );
    await later.handle({ roundId });
    const round = await desk.reader.one(roundId);
    expect(round.state).toBe('review');
    expect(round.failure).toMatch(
      /^Nothing was sent\. One accepted proposal is no longer possible/,
    );
    expect(await mails()).toHaveLength(0);
  });
});
