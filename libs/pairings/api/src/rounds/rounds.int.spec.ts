import { describe, expect, it } from '@jest/globals';
import { aChampion } from '@flipside/champions-api/builders';
import { newId } from '@flipside/kernel';
import { PersonLoader } from '@flipside/people-api';
import { anOrgUnit, aPerson } from '@flipside/people-api/builders';
import { countStatements } from '@flipside/testing';
import { aPairing, anExecutive, aRound } from '../builders.js';
import { ChangeRound } from './change-round.js';
import { DiscardRound } from './discard-round.js';
import { Matcher } from './matcher.js';
import { ProposeLargeRound } from './propose-round.job.js';
import { StartRound } from './start-round.js';
import { RoundHistoryReader } from './round-history.reader.js';
import { StopProposing } from './stop-proposing.js';
import { aRoundDesk } from './round-desk.builder.js';

const desk = aRoundDesk();

describe('a round', () => {
  it('starts as a draft with the usual rules, and refuses a missing name or rules that do not fit', async () => {
    const start = new StartRound(desk.db, desk.clock);
    const started = await start.run(desk.hr.personId, { name: ' Autumn round ' });
    if (!started.ok) throw new Error('refused');
    expect(await desk.reader.one(started.value.roundId)).toMatchObject({
      name: 'Autumn round',
      state: 'draft',
      rules: { minOverlapMinutes: 300 },
      version: 1,
    });
    expect(await start.run(null, { name: ' ' })).toMatchObject({
      refusal: { code: 'NAME_MISSING' },
    });
    expect(await start.run(null, { name: 'x', rules: { minOverlapMinutes: -5 } })).toMatchObject({
      refusal: { code: 'RULES_UNREADABLE' },
    });
  });

  it('changes name, rules and who sits out, on the version that was shown', async () => {
    const { law } = await desk.aSmallCompany();
    const { id: roundId } = await aRound(desk.db);
    const change = new ChangeRound(desk.db, desk.clock);
    const input = {
      roundId,
      version: 1,
      name: 'Winter',
      rules: { restDays: 30 },
      leftOut: [law.id],
    };
    expect((await change.run(desk.hr.personId, input)).ok).toBe(true);
    expect(await desk.reader.one(roundId)).toMatchObject({
      name: 'Winter',
      rules: { restDays: 30, minOverlapMinutes: 300 },
      leftOutIds: [law.id],
    });
    expect(await change.run(desk.hr.personId, input)).toMatchObject({
      refusal: { code: 'CHANGED_MEANWHILE' },
    });
    expect(await change.run(desk.hr.personId, { roundId, version: 2, name: '' })).toMatchObject({
      refusal: { code: 'NAME_MISSING' },
    });
    expect(
      await change.run(desk.hr.personId, { roundId, version: 2, rules: { seed: -1 } }),
    ).toMatchObject({
      refusal: { code: 'RULES_UNREADABLE' },
    });
    await new DiscardRound(desk.db).run({ roundId });
    expect(await change.run(desk.hr.personId, { ...input, version: 3 })).toMatchObject({
      refusal: { code: 'ROUND_CLOSED' },
    });
  });

  it('is put away without telling anybody, and then stays as it is', async () => {
    const { id: roundId } = await aRound(desk.db);
    const discard = new DiscardRound(desk.db);
    expect((await discard.run({ roundId })).ok).toBe(true);
    expect(await discard.run({ roundId })).toMatchObject({ refusal: { code: 'ROUND_CLOSED' } });
    expect(await desk.reader.all(false)).toEqual([]);
    expect(await desk.reader.all(true)).toHaveLength(1);
    await expect(discard.run({ roundId: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('proposing', () => {
  it('gives every executive the champion who helps with their topic', async () => {
    const { forecasting, writing, law, ana, ben, cleo } = await desk.aSmallCompany();
    const roundId = await desk.aProposedRound();
    expect(await desk.reader.one(roundId)).toMatchObject({
      state: 'review',
      progress: 100,
      counts: { total: 3, proposed: 3, decided: 0, unmatched: 0 },
    });
    const chosen = (await desk.proposals(roundId)).map((p) => [p.executiveId, p.championId]);
    expect(new Map(chosen as [string, string][])).toEqual(
      new Map([
        [forecasting.id, ana.id],
        [writing.id, ben.id],
        [law.id, cleo.id],
      ]),
    );
  });

  it('never proposes somebody from the reporting line, however far, in either direction', async () => {
    const top = await anExecutive(desk.db);
    const middle = await aPerson(desk.db, { managerId: top.id });
    const below = await aChampion(desk.db, { person: { managerId: middle.id } });
    const lowly = await anExecutive(desk.db, { person: { managerId: below.id } });
    const roundId = await desk.aProposedRound();
    expect((await desk.proposalOf(roundId, top.id)).championId).toBeNull();
    expect((await desk.proposalOf(roundId, lowly.id)).championId).toBeNull();
    expect((await desk.proposalOf(roundId, top.id)).cause?.cause).toEqual({
      kind: 'rules',
      rule: 'reporting_line',
      removed: 1,
      considered: 1,
    });
  });

  it('leaves out those who opted out, rest, are full, kept out of a unit, or share neither language nor hours', async () => {
    const { db } = desk;
    const executive = await anExecutive(db, { person: { languages: ['en'] } });
    const early = [{ weekday: 1, fromMinute: 0, toMinute: 120 }];
    const optedOut = await aChampion(db);
    await db.rows('insert into pairing_opt_out (person_id) values ($1)', [optedOut.id]);
    await aChampion(db, { takesNewPairings: false });
    await aChampion(db, { rests: { from: '2026-11-01', to: '2026-12-01' } });
    await aChampion(db, { capacity: 0 });
    await aChampion(db, { person: { languages: ['pl'] } });
    await aChampion(db, { person: { hours: early } });
    const forbidden = await aChampion(db);
    await db.rows('insert into pair_exclusion (executive_id, champion_id) values ($1, $2)', [
      executive.id,
      forbidden.id,
    ]);
    await aPairing(db, {
      executiveId: executive.id,
      championId: (await aChampion(db)).id,
      state: 'ended_early',
      endedAt: new Date('2026-10-01T00:00:00Z'),
    });
    const unit = await anOrgUnit(db);
    await aChampion(db, { person: { unitId: unit.id } });
    await db.rows(
      'insert into unit_conflict (id, person_id, unit_id, noted_at) values ($1, $2, $3, now())',
      [newId(), executive.id, unit.id],
    );
    const roundId = await desk.aProposedRound();
    const { championId, cause } = await desk.proposalOf(roundId, executive.id);
    expect(championId).toBeNull();
    expect(Object.fromEntries((cause?.counts?.rules ?? []).map((r) => [r.rule, r.alone]))).toEqual({
      same_person: 0,
      opt_out: 1,
      available: 2,
      capacity: 1,
      reporting_line: 0,
      language: 1,
      hours: 1,
      forbidden: 1,
      conflict: 1,
      recently_ended: 1,
      certified: 0,
      level: 0,
    });
  });

  it('passes over executives who are in a pairing, sit the round out or have left', async () => {
    const { db } = desk;
    await aChampion(db);
    await aPairing(db, { state: 'proposed' });
    const waiting = await anExecutive(db);
    const out = await anExecutive(db);
    await anExecutive(db, { person: { leaveOn: '2026-11-20' } });
    const { id: roundId } = await aRound(db, { leftOut: [out.id] });
    await desk.propose.run({ roundId, scope: 'undecided', version: 1 });
    expect((await desk.proposals(roundId)).map(({ executiveId }) => executiveId)).toEqual([
      waiting.id,
    ]);
  });

  it('loads everybody in fifteen statements, however many there are', async () => {
    await desk.aSmallCompany();
    const wish = {
      rules: (await desk.reader.one(await desk.aProposedRound())).rules as never,
      leftOut: [],
    };
    const few = await countStatements(() => desk.people.load(wish));
    for (let i = 0; i < 5; i++) {
      await anExecutive(desk.db);
      await aChampion(desk.db);
    }
    expect(await countStatements(() => desk.people.load(wish))).toBe(few);
    expect(few).toBe(15);
  });

  it('again touches only what is not decided, and says what it changed', async () => {
    const { forecasting, writing, law, ana, ben } = await desk.aSmallCompany();
    const roundId = await desk.aProposedRound();
    await desk.say((await desk.proposalOf(roundId, forecasting.id)).id, { kind: 'accept' });
    await desk.say((await desk.proposalOf(roundId, writing.id)).id, { kind: 'leave_open' });
    await desk.say((await desk.proposalOf(roundId, law.id)).id, { kind: 'forbid', reason: null });
    expect((await desk.again(roundId)).ok).toBe(true);
    expect(await desk.proposalOf(roundId, forecasting.id)).toMatchObject({
      championId: ana.id,
      decision: 'accepted',
    });
    expect(await desk.proposalOf(roundId, writing.id)).toMatchObject({
      championId: ben.id,
      decision: 'left_open',
    });
    expect((await desk.proposalOf(roundId, law.id)).championId).toBe(ben.id);
    expect((await desk.reader.one(roundId)).changed).toBe(1);
  });

  it('of everything but what is pinned opens accepted proposals again', async () => {
    const { forecasting, writing } = await desk.aSmallCompany();
    const roundId = await desk.aProposedRound();
    await desk.say((await desk.proposalOf(roundId, forecasting.id)).id, { kind: 'accept' });
    await desk.say((await desk.proposalOf(roundId, writing.id)).id, { kind: 'pin' });
    await desk.again(roundId, 'all_but_pinned');
    expect((await desk.proposalOf(roundId, forecasting.id)).decision).toBe('open');
    expect((await desk.proposalOf(roundId, writing.id)).decision).toBe('pinned');
  });

  it('flags a decided proposal that has become impossible instead of dropping it', async () => {
    const { forecasting, ana } = await desk.aSmallCompany();
    const roundId = await desk.aProposedRound();
    await desk.say((await desk.proposalOf(roundId, forecasting.id)).id, { kind: 'pin' });
    await desk.db.rows('insert into pairing_opt_out (person_id) values ($1)', [ana.id]);
    await desk.again(roundId);
    const flagged = await desk.proposalOf(roundId, forecasting.id);
    expect(flagged).toMatchObject({
      championId: ana.id,
      decision: 'open',
      flags: ['no_longer_possible'],
    });
    expect(await desk.say(flagged.id, { kind: 'accept' })).toMatchObject({
      refusal: { code: 'RULE_BROKEN', message: 'Not available.' },
    });
    await desk.db.rows('delete from pairing_opt_out');
    expect((await desk.say(flagged.id, { kind: 'accept' })).ok).toBe(true);
  });

  it('is refused on an old version and in a closed round', async () => {
    const roundId = await desk.aProposedRound();
    expect(await desk.propose.run({ roundId, scope: 'undecided', version: 1 })).toMatchObject({
      refusal: { code: 'CHANGED_MEANWHILE' },
    });
    await new DiscardRound(desk.db).run({ roundId });
    expect(await desk.again(roundId)).toMatchObject({ refusal: { code: 'ROUND_CLOSED' } });
  });

  it('in the background finishes, can be stopped, and does nothing when nobody waits for it', async () => {
    await desk.aSmallCompany();
    const { db } = desk;
    const job = new ProposeLargeRound(db, desk.people, new Matcher(), desk.clock);
    const { id: roundId } = await aRound(db, { state: 'proposing' });
    expect(await desk.again(roundId)).toMatchObject({ refusal: { code: 'STILL_PROPOSING' } });
    const stop = new StopProposing(db);
    expect((await stop.run({ roundId })).ok).toBe(true);
    await job.handle({ roundId, scope: 'undecided' });
    expect(await desk.reader.one(roundId)).toMatchObject({ state: 'draft', counts: { total: 0 } });
    expect(await stop.run({ roundId })).toMatchObject({ refusal: { code: 'NOT_IN_REVIEW' } });

    await db.rows(`update matching_round set state = 'proposing' where id = $1`, [roundId]);
    await job.handle({ roundId, scope: 'undecided' });
    expect(await desk.reader.one(roundId)).toMatchObject({
      state: 'review',
      counts: { proposed: 3 },
    });
  });
});

describe('the rules of a round', () => {
  it('are kept with who changed them, and any of them can be had back', async () => {
    const roundId = await desk.aProposedRound();
    const change = new ChangeRound(desk.db, desk.clock);
    const input = { roundId, version: await desk.versionOf(roundId) };
    await change.run(desk.hr.personId, { ...input, rules: { restDays: 10, lineBelow: null } });
    expect(await desk.reader.one(roundId)).toMatchObject({
      rulesVersion: 2,
      rules: { restDays: 10 },
    });
    const back = { roundId, version: await desk.versionOf(roundId), rulesVersion: 1 };
    expect((await change.restore(desk.hr.personId, back)).ok).toBe(true);
    expect(await desk.reader.one(roundId)).toMatchObject({
      rulesVersion: 3,
      rules: { restDays: 180, lineBelow: 3 },
    });
    const history = new RoundHistoryReader(desk.db, new PersonLoader(desk.db, desk.clock));
    const kept = await history.rules(roundId, desk.request());
    expect(kept.map(({ version, rules }) => [version, rules.restDays])).toEqual([
      [3, 180],
      [2, 10],
      [1, 180],
    ]);
    expect(kept[1]?.changedBy?.id).toBe(desk.hr.personId);
    const steps = await history.steps(roundId, desk.request());
    expect(steps.map(({ sentence }) => sentence)).toEqual([
      'Changed the rules',
      'Changed the rules',
      'Proposed matches',
    ]);
  });

  it('show what others would do before they are saved', async () => {
    const { law } = await desk.aSmallCompany();
    const roundId = await desk.aProposedRound();
    await desk.say((await desk.proposalOf(roundId, law.id)).id, { kind: 'pin' });
    expect(await desk.reader.rulesPreview(roundId, {})).toMatchObject({
      before: { matched: 3, changed: 0 },
      after: { matched: 3, changed: 0 },
    });
    const strict = await desk.reader.rulesPreview(roundId, { needsCertification: true });
    expect(strict).toBeNull();
    const dear = await desk.reader.rulesPreview(roundId, { worthFrom: 10_000 });
    expect(dear?.after).toMatchObject({ matched: 1, changed: 2 });
    await expect(desk.reader.rulesPreview(roundId, { restDays: -1 })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    expect(await desk.reader.one(roundId)).toMatchObject({ rulesVersion: 1 });
  });

  it('let the head of the company be matched with champions further down the line', async () => {
    const { db } = desk;
    const top = await anExecutive(db);
    let managerId = top.id;
    for (let n = 0; n < 3; n++) managerId = (await aPerson(db, { managerId })).id;
    const far = await aChampion(db, { person: { managerId } });
    const roundId = await desk.aProposedRound();
    expect((await desk.proposalOf(roundId, top.id)).championId).toBe(far.id);
  });
});
