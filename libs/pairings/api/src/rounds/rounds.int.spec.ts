import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aChampion } from '@flipside/champions-api/builders';
import { newId } from '@flipside/kernel';
import { PersonLoader, ReportingLineReader } from '@flipside/people-api';
import { anHrLead, aPerson } from '@flipside/people-api/builders';
import { RequestContext, type Role, type Viewer } from '@flipside/platform-api';
import { countStatements, fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { aPairing, aProposal, anExecutive, aRound } from '../builders.js';
import { AcceptUnflagged } from './accept-unflagged.js';
import { ChangeRound } from './change-round.js';
import { DecideProposal, type DecisionWish } from './decide-proposal.js';
import { DiscardRound } from './discard-round.js';
import { Matcher } from './matcher.js';
import { MatchingPeopleReader } from './matching-people.reader.js';
import { ProposalReader } from './proposal.reader.js';
import { OpenRuns } from './open-runs.js';
import { ProposeRound } from './propose-round.js';
import { ProposeLargeRound } from './propose-round.job.js';
import { PublishPreviewReader } from './publish-preview.reader.js';
import { PublishRound } from './publish-round.js';
import { ReopenProposals } from './reopen-proposals.js';
import type { ProposalType } from './proposal.type.js';
import { RoundReader } from './round.reader.js';
import { proposalsOf } from './round.store.js';
import { StartRound } from './start-round.js';
import { pack, unpack } from './match-desk.js';
import { RoundHistoryReader } from './round-history.reader.js';
import { VerifyRound } from './verify-round.js';
import { StopProposing } from './stop-proposing.js';

const clock = fixedClock('2026-11-21T10:00:00Z');
const config = { baseUrl: 'https://coaching.test' };
let database: TestDatabase;
let hr: Viewer;
let people: MatchingPeopleReader;
let reader: RoundReader;
let listed: ProposalReader;
let runs: OpenRuns;
let propose: ProposeRound;
let decide: DecideProposal;
let publish: PublishRound;

const viewer = (personId: string, ...roles: Role[]): Viewer => ({
  personId,
  name: 'Somebody',
  email: null,
  roles: new Set<Role>(['EMPLOYEE', ...roles]),
  timeZone: 'Europe/London',
});
const request = () => new RequestContext(hr, undefined as never, undefined as never);

// Matching looks at everybody, so each test has a company of its own.
beforeEach(async () => {
  database = await testDatabase();
  const { db } = database;
  hr = viewer((await anHrLead(db)).id, 'HR_LEAD');
  const matcher = new Matcher();
  runs = new OpenRuns(matcher);
  people = new MatchingPeopleReader(db, new ReportingLineReader(db), clock);
  reader = new RoundReader(db, people, new PersonLoader(db, clock), matcher);
  listed = new ProposalReader(db, new PersonLoader(db, clock), runs, clock);
  propose = new ProposeRound(db, people, matcher, clock);
  decide = new DecideProposal(db, people, runs, clock);
  publish = new PublishRound(db, people, clock, config);
});
afterEach(() => database.close());

const versionOf = async (roundId: string): Promise<number> => (await reader.one(roundId)).version;
const proposals = async (roundId: string) => proposalsOf(database.db, roundId);
const proposalOf = async (roundId: string, executiveId: string) => {
  const found = (await proposals(roundId)).find((row) => row.executiveId === executiveId);
  if (!found) throw new Error('There is no proposal');
  return found;
};
const say = async (proposalId: string, wish: DecisionWish, version?: number) => {
  const row = await database.db.one<{ version: number }>(
    'select version from proposal where id = $1',
    [proposalId],
  );
  return decide.run(hr, { proposalId, version: version ?? row?.version ?? 0, wish });
};
async function aProposedRound(): Promise<string> {
  const started = await new StartRound(database.db, clock).run(hr.personId, { name: 'Autumn' });
  if (!started.ok) throw new Error(started.refusal.message);
  const { roundId } = started.value;
  const result = await propose.run({ roundId, scope: 'undecided', version: 1 });
  if (!result.ok) throw new Error(result.refusal.message);
  return roundId;
}
const again = async (roundId: string, scope: 'undecided' | 'all_but_pinned' = 'undecided') =>
  propose.run({ roundId, scope, version: await versionOf(roundId) });
const hold = async (roundId: string, key = newId()) =>
  publish.run(hr, { roundId, version: await versionOf(roundId), key });
/** Publishes without waiting for the hold to end. */
async function publishNow(roundId: string) {
  const held = await hold(roundId);
  if (!held.ok) return held;
  await publish.sendNow(hr, { roundId });
  await publish.handle({ roundId });
  return held;
}

/** Three executives and three champions who help with one topic each. */
async function aSmallCompany() {
  const topics = ['Forecasting', 'Writing', 'Law'];
  const executives = [];
  const champions = [];
  for (const topic of topics) {
    executives.push(
      await anExecutive(database.db, { topics: [topic], person: { name: `Exec ${topic}` } }),
    );
    champions.push(
      await aChampion(database.db, { skills: [topic], person: { name: `Champ ${topic}` } }),
    );
  }
  const [forecasting, writing, law] = executives;
  const [ana, ben, cleo] = champions;
  if (!forecasting || !writing || !law || !ana || !ben || !cleo) throw new Error('incomplete');
  return { forecasting, writing, law, ana, ben, cleo };
}

describe('a round', () => {
  it('starts as a draft with the usual rules, and refuses a missing name or rules that do not fit', async () => {
    const start = new StartRound(database.db, clock);
    const started = await start.run(hr.personId, { name: ' Autumn round ' });
    if (!started.ok) throw new Error('refused');
    expect(await reader.one(started.value.roundId)).toMatchObject({
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
    const { law } = await aSmallCompany();
    const { id: roundId } = await aRound(database.db);
    const change = new ChangeRound(database.db, clock);
    const input = {
      roundId,
      version: 1,
      name: 'Winter',
      rules: { restDays: 30 },
      leftOut: [law.id],
    };
    expect((await change.run(hr.personId, input)).ok).toBe(true);
    expect(await reader.one(roundId)).toMatchObject({
      name: 'Winter',
      rules: { restDays: 30, minOverlapMinutes: 300 },
      leftOutIds: [law.id],
    });
    expect(await change.run(hr.personId, input)).toMatchObject({
      refusal: { code: 'CHANGED_MEANWHILE' },
    });
    expect(await change.run(hr.personId, { roundId, version: 2, name: '' })).toMatchObject({
      refusal: { code: 'NAME_MISSING' },
    });
    expect(
      await change.run(hr.personId, { roundId, version: 2, rules: { seed: -1 } }),
    ).toMatchObject({
      refusal: { code: 'RULES_UNREADABLE' },
    });
    await new DiscardRound(database.db).run({ roundId });
    expect(await change.run(hr.personId, { ...input, version: 3 })).toMatchObject({
      refusal: { code: 'ROUND_CLOSED' },
    });
  });

  it('is put away without telling anybody, and then stays as it is', async () => {
    const { id: roundId } = await aRound(database.db);
    const discard = new DiscardRound(database.db);
    expect((await discard.run({ roundId })).ok).toBe(true);
    expect(await discard.run({ roundId })).toMatchObject({ refusal: { code: 'ROUND_CLOSED' } });
    expect(await reader.all(false)).toEqual([]);
    expect(await reader.all(true)).toHaveLength(1);
    await expect(discard.run({ roundId: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('proposing', () => {
  it('gives every executive the champion who helps with their topic', async () => {
    const { forecasting, writing, law, ana, ben, cleo } = await aSmallCompany();
    const roundId = await aProposedRound();
    expect(await reader.one(roundId)).toMatchObject({
      state: 'review',
      progress: 100,
      counts: { total: 3, proposed: 3, decided: 0, unmatched: 0 },
    });
    const chosen = (await proposals(roundId)).map((p) => [p.executiveId, p.championId]);
    expect(new Map(chosen as [string, string][])).toEqual(
      new Map([
        [forecasting.id, ana.id],
        [writing.id, ben.id],
        [law.id, cleo.id],
      ]),
    );
  });

  it('never proposes somebody from the reporting line, however far, in either direction', async () => {
    const top = await anExecutive(database.db);
    const middle = await aPerson(database.db, { managerId: top.id });
    const below = await aChampion(database.db, { person: { managerId: middle.id } });
    const lowly = await anExecutive(database.db, { person: { managerId: below.id } });
    const roundId = await aProposedRound();
    expect((await proposalOf(roundId, top.id)).championId).toBeNull();
    expect((await proposalOf(roundId, lowly.id)).championId).toBeNull();
    expect((await proposalOf(roundId, top.id)).cause?.cause).toEqual({
      kind: 'rules',
      rule: 'reporting_line',
      removed: 1,
      considered: 1,
    });
  });

  it('leaves out those who opted out, rest, are full, speak no common language or never work together', async () => {
    const { db } = database;
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
    const roundId = await aProposedRound();
    const { championId, cause } = await proposalOf(roundId, executive.id);
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
      recently_ended: 1,
      certified: 0,
      level: 0,
    });
  });

  it('passes over executives who are in a pairing, sit the round out or have left', async () => {
    const { db } = database;
    await aChampion(db);
    await aPairing(db, { state: 'proposed' });
    const waiting = await anExecutive(db);
    const out = await anExecutive(db);
    await anExecutive(db, { person: { leaveOn: '2026-11-20' } });
    const { id: roundId } = await aRound(db, { leftOut: [out.id] });
    await propose.run({ roundId, scope: 'undecided', version: 1 });
    expect((await proposals(roundId)).map(({ executiveId }) => executiveId)).toEqual([waiting.id]);
  });

  it('loads everybody in eight statements, however many there are', async () => {
    await aSmallCompany();
    const wish = { rules: (await reader.one(await aProposedRound())).rules as never, leftOut: [] };
    const few = await countStatements(() => people.load(wish));
    for (let i = 0; i < 5; i++) {
      await anExecutive(database.db);
      await aChampion(database.db);
    }
    expect(await countStatements(() => people.load(wish))).toBe(few);
    expect(few).toBe(8);
  });

  it('again touches only what is not decided, and says what it changed', async () => {
    const { forecasting, writing, law, ana, ben } = await aSmallCompany();
    const roundId = await aProposedRound();
    await say((await proposalOf(roundId, forecasting.id)).id, { kind: 'accept' });
    await say((await proposalOf(roundId, writing.id)).id, { kind: 'leave_open' });
    await say((await proposalOf(roundId, law.id)).id, { kind: 'forbid', reason: null });
    expect((await again(roundId)).ok).toBe(true);
    expect(await proposalOf(roundId, forecasting.id)).toMatchObject({
      championId: ana.id,
      decision: 'accepted',
    });
    expect(await proposalOf(roundId, writing.id)).toMatchObject({
      championId: ben.id,
      decision: 'left_open',
    });
    expect((await proposalOf(roundId, law.id)).championId).toBe(ben.id);
    expect((await reader.one(roundId)).changed).toBe(1);
  });

  it('of everything but what is pinned opens accepted proposals again', async () => {
    const { forecasting, writing } = await aSmallCompany();
    const roundId = await aProposedRound();
    await say((await proposalOf(roundId, forecasting.id)).id, { kind: 'accept' });
    await say((await proposalOf(roundId, writing.id)).id, { kind: 'pin' });
    await again(roundId, 'all_but_pinned');
    expect((await proposalOf(roundId, forecasting.id)).decision).toBe('open');
    expect((await proposalOf(roundId, writing.id)).decision).toBe('pinned');
  });

  it('flags a decided proposal that has become impossible instead of dropping it', async () => {
    const { forecasting, ana } = await aSmallCompany();
    const roundId = await aProposedRound();
    await say((await proposalOf(roundId, forecasting.id)).id, { kind: 'pin' });
    await database.db.rows('insert into pairing_opt_out (person_id) values ($1)', [ana.id]);
    await again(roundId);
    const flagged = await proposalOf(roundId, forecasting.id);
    expect(flagged).toMatchObject({
      championId: ana.id,
      decision: 'open',
      flags: ['no_longer_possible'],
    });
    expect(await say(flagged.id, { kind: 'accept' })).toMatchObject({
      refusal: { code: 'RULE_BROKEN', message: 'Not available.' },
    });
    await database.db.rows('delete from pairing_opt_out');
    expect((await say(flagged.id, { kind: 'accept' })).ok).toBe(true);
  });

  it('is refused on an old version and in a closed round', async () => {
    const roundId = await aProposedRound();
    expect(await propose.run({ roundId, scope: 'undecided', version: 1 })).toMatchObject({
      refusal: { code: 'CHANGED_MEANWHILE' },
    });
    await new DiscardRound(database.db).run({ roundId });
    expect(await again(roundId)).toMatchObject({ refusal: { code: 'ROUND_CLOSED' } });
  });

  it('in the background finishes, can be stopped, and does nothing when nobody waits for it', async () => {
    await aSmallCompany();
    const { db } = database;
    const job = new ProposeLargeRound(db, people, new Matcher(), clock);
    const { id: roundId } = await aRound(db, { state: 'proposing' });
    expect(await again(roundId)).toMatchObject({ refusal: { code: 'STILL_PROPOSING' } });
    const stop = new StopProposing(db);
    expect((await stop.run({ roundId })).ok).toBe(true);
    await job.handle({ roundId, scope: 'undecided' });
    expect(await reader.one(roundId)).toMatchObject({ state: 'draft', counts: { total: 0 } });
    expect(await stop.run({ roundId })).toMatchObject({ refusal: { code: 'NOT_IN_REVIEW' } });

    await db.rows(`update matching_round set state = 'proposing' where id = $1`, [roundId]);
    await job.handle({ roundId, scope: 'undecided' });
    expect(await reader.one(roundId)).toMatchObject({ state: 'review', counts: { proposed: 3 } });
  });
});

describe('deciding', () => {
  it('is told apart when two HR leads decide at once: the second one looks again', async () => {
    const { forecasting } = await aSmallCompany();
    const roundId = await aProposedRound();
    const { id, version } = await proposalOf(roundId, forecasting.id);
    const both = await Promise.all([
      say(id, { kind: 'accept' }, version),
      say(id, { kind: 'leave_open' }, version),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'CHANGED_MEANWHILE' } });
  });

  it('can be undone', async () => {
    const { forecasting, ana } = await aSmallCompany();
    const roundId = await aProposedRound();
    const { id } = await proposalOf(roundId, forecasting.id);
    for (const kind of ['accept', 'pin', 'leave_open'] as const) {
      await say(id, { kind });
      await say(id, { kind: 'reopen' });
      expect(await proposalOf(roundId, forecasting.id)).toMatchObject({
        decision: 'open',
        championId: ana.id,
      });
    }
  });

  it('remembers whom not to suggest again, until that is taken back', async () => {
    const { forecasting, ana } = await aSmallCompany();
    const roundId = await aProposedRound();
    const { id } = await proposalOf(roundId, forecasting.id);
    await say(id, { kind: 'forbid', reason: 'Worked together before' });
    expect(await proposalOf(roundId, forecasting.id)).toMatchObject({
      championId: null,
      cause: { cause: { kind: 'set_aside', by: 'forbid' } },
    });
    expect(await say(id, { kind: 'swap', championId: ana.id })).toMatchObject({
      refusal: { code: 'RULE_BROKEN', message: 'You said not to suggest these two again.' },
    });
    expect(await say(id, { kind: 'accept' })).toMatchObject({ refusal: { code: 'NO_CHAMPION' } });
    expect(await say(id, { kind: 'forbid', reason: null })).toMatchObject({
      refusal: { code: 'NO_CHAMPION' },
    });
    expect((await say(id, { kind: 'allow', championId: ana.id })).ok).toBe(true);
    expect(await proposalOf(roundId, forecasting.id)).toMatchObject({
      championId: ana.id,
      decision: 'open',
      cause: null,
    });
  });

  it('swaps somebody in with points that compare, and takes the place of an undecided one when needed', async () => {
    const { forecasting, writing, ana, ben } = await aSmallCompany();
    await database.db.rows('update champion set capacity = 1');
    const roundId = await aProposedRound();
    const own = await proposalOf(roundId, forecasting.id);
    const [detail] = own.alternatives.filter(({ championId }) => championId === ben.id);
    const other = await proposalOf(roundId, writing.id);
    expect(await say(own.id, { kind: 'swap', championId: ben.id })).toMatchObject({
      value: { movedIds: [other.id] },
    });
    const swapped = await proposalOf(roundId, forecasting.id);
    expect(swapped).toMatchObject({
      championId: ben.id,
      decision: 'pinned',
      points: detail?.points,
    });
    expect(swapped.alternatives.map(({ championId }) => championId)).toContain(ana.id);
    const moved = await proposalOf(roundId, writing.id);
    expect(moved).toMatchObject({
      championId: null,
      decision: 'open',
      cause: { cause: { kind: 'set_aside', by: 'swap' } },
    });
    expect(await say(moved.id, { kind: 'swap', championId: ben.id })).toMatchObject({
      refusal: { code: 'CHAMPION_FULL' },
    });
  });

  it('refuses champions and executives who no longer take part', async () => {
    const { forecasting, writing, ben } = await aSmallCompany();
    const roundId = await aProposedRound();
    const nobody = await aPerson(database.db);
    const { id } = await proposalOf(roundId, forecasting.id);
    expect(await say(id, { kind: 'swap', championId: nobody.id })).toMatchObject({
      refusal: { code: 'CHAMPION_GONE' },
    });
    await aPairing(database.db, { executiveId: writing.id, state: 'active' });
    const other = await proposalOf(roundId, writing.id);
    expect(await say(other.id, { kind: 'swap', championId: ben.id })).toMatchObject({
      refusal: { code: 'EXECUTIVE_GONE' },
    });
  });

  it('happens in review only, and only for proposals that exist', async () => {
    const round = await aRound(database.db, { state: 'published' });
    const proposal = await aProposal(database.db, { roundId: round.id });
    expect(await say(proposal.id, { kind: 'accept' })).toMatchObject({
      refusal: { code: 'ROUND_CLOSED' },
    });
    await expect(say(newId(), { kind: 'accept' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('accepting in bulk', () => {
  it('takes open proposals without a flag only, and can be undone', async () => {
    const { db } = database;
    const { id: roundId } = await aRound(db, { state: 'review' });
    const plain = await aProposal(db, { roundId });
    const flagged = await aProposal(db, { roundId, flags: ['weak_fit'] });
    const open = await aProposal(db, { roundId, decision: 'left_open' });
    const unmatched = await aProposal(db, { roundId, championId: null });
    const accepted = await new AcceptUnflagged(db, runs, clock).run(hr, { roundId });
    expect(accepted).toEqual({ ok: true, value: { roundId, proposalIds: [plain.id] } });
    const decisions = async () =>
      new Map((await proposals(roundId)).map(({ id, decision }) => [id, decision]));
    expect(await decisions()).toEqual(
      new Map([
        [plain.id, 'accepted'],
        [flagged.id, 'open'],
        [open.id, 'left_open'],
        [unmatched.id, 'open'],
      ]),
    );
    const reopen = new ReopenProposals(db, runs, clock);
    await reopen.run(hr, { roundId, proposalIds: [plain.id, open.id] });
    expect((await decisions()).get(plain.id)).toBe('open');
    expect((await decisions()).get(open.id)).toBe('left_open');
  });

  it('is refused outside the review', async () => {
    const { id: roundId } = await aRound(database.db);
    const { db } = database;
    expect(await new AcceptUnflagged(db, runs, clock).run(hr, { roundId })).toMatchObject({
      refusal: { code: 'NOT_IN_REVIEW' },
    });
    expect(
      await new ReopenProposals(db, runs, clock).run(hr, { roundId, proposalIds: [] }),
    ).toMatchObject({ refusal: { code: 'NOT_IN_REVIEW' } });
  });
});

describe('publishing', () => {
  const pairingsOf = (roundId: string) =>
    database.db.rows<{ state: string; executiveId: string; expiresAt: Date; goal: string }>(
      `select state, executive_id as "executiveId", expires_at as "expiresAt", goal from pairing where round_id = $1`,
      [roundId],
    );

  it('proposes accepted and pinned pairs, introduces both sides by mail, and leaves the rest', async () => {
    const { forecasting, writing, ana } = await aSmallCompany();
    await database.db.rows(`update executive set goal = 'Better forecasts' where person_id = $1`, [
      forecasting.id,
    ]);
    const roundId = await aProposedRound();
    await say((await proposalOf(roundId, forecasting.id)).id, { kind: 'accept' });
    await say((await proposalOf(roundId, writing.id)).id, { kind: 'leave_open' });
    expect(await publishNow(roundId)).toEqual({ ok: true, value: { roundId, pairings: 1 } });
    expect(await pairingsOf(roundId)).toEqual([
      {
        state: 'proposed',
        executiveId: forecasting.id,
        goal: 'Better forecasts',
        expiresAt: new Date('2026-12-05T10:00:00Z'),
      },
    ]);
    expect(await reader.one(roundId)).toMatchObject({ state: 'published' });
    const mails = await database.db.rows<{ person_id: string; subject: string; body_text: string }>(
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
    const { forecasting } = await aSmallCompany();
    const roundId = await aProposedRound();
    await say((await proposalOf(roundId, forecasting.id)).id, { kind: 'accept' });
    const input = { roundId, version: await versionOf(roundId), key: newId() };
    const answers = await Promise.all([1, 2, 3].map(() => publish.run(hr, input)));
    expect(answers).toEqual(answers.map(() => ({ ok: true, value: { roundId, pairings: 1 } })));
    await publish.sendNow(hr, { roundId });
    await Promise.all([1, 2].map(() => publish.handle({ roundId })));
    expect(await pairingsOf(roundId)).toHaveLength(1);
    expect(
      await database.db.rows(`select from mail_message where kind = 'introduction'`),
    ).toHaveLength(2);
  });

  it('flags what has become impossible, publishes nothing and asks to look again', async () => {
    const { forecasting, writing, ana } = await aSmallCompany();
    const roundId = await aProposedRound();
    await new AcceptUnflagged(database.db, runs, clock).run(hr, { roundId });
    for (const { id } of [forecasting, writing]) {
      const { id: proposalId, decision } = await proposalOf(roundId, id);
      if (decision === 'open') await say(proposalId, { kind: 'accept' });
    }
    await database.db.rows(`update champion set takes_new_pairings = false where person_id = $1`, [
      ana.id,
    ]);
    expect(await publishNow(roundId)).toMatchObject({ refusal: { code: 'RULE_BROKEN' } });
    expect(await pairingsOf(roundId)).toEqual([]);
    expect(await proposalOf(roundId, forecasting.id)).toMatchObject({
      decision: 'open',
      flags: ['no_longer_possible'],
    });
    expect((await publishNow(roundId)).ok).toBe(true);
  });

  it('never gives one place away twice when two rounds are published at once', async () => {
    const { db } = database;
    const champion = await aChampion(db, { capacity: 2 });
    const rounds = [];
    for (let i = 0; i < 4; i++) {
      const round = await aRound(db, { state: 'review' });
      await aProposal(db, { roundId: round.id, championId: champion.id, decision: 'accepted' });
      rounds.push(round.id);
    }
    for (const roundId of rounds) await hold(roundId);
    for (const roundId of rounds) await publish.sendNow(hr, { roundId });
    await Promise.all(rounds.map((roundId) => publish.handle({ roundId })));
    const states = await Promise.all(rounds.map(async (id) => (await reader.one(id)).state));
    expect(states.sort()).toEqual(['published', 'published', 'review', 'review']);
    const held = await db.rows(`select from pairing where champion_id = $1`, [champion.id]);
    expect(held).toHaveLength(2);
  });

  it('is refused on an old version, outside the review, and with nothing accepted', async () => {
    await aSmallCompany();
    const roundId = await aProposedRound();
    expect(await publishNow(roundId)).toMatchObject({ refusal: { code: 'NOTHING_TO_PUBLISH' } });
    expect(await publish.run(hr, { roundId, version: 1, key: newId() })).toMatchObject({
      refusal: { code: 'CHANGED_MEANWHILE' },
    });
    const { id: draft } = await aRound(database.db);
    expect(await publishNow(draft)).toMatchObject({ refusal: { code: 'NOT_IN_REVIEW' } });
  });
});

describe('a round on hold', () => {
  const mails = () => database.db.rows(`select from mail_message where kind = 'introduction'`);
  async function aHeldRound() {
    const { forecasting } = await aSmallCompany();
    const roundId = await aProposedRound();
    const { id } = await proposalOf(roundId, forecasting.id);
    await say(id, { kind: 'accept' });
    expect(await hold(roundId)).toMatchObject({ ok: true });
    return { roundId, proposalId: id };
  }

  it('tells nobody for a quarter of an hour, cannot be changed, and says when the mails leave', async () => {
    const { roundId, proposalId } = await aHeldRound();
    await publish.handle({ roundId });
    expect(await reader.one(roundId)).toMatchObject({
      state: 'holding',
      publishAt: new Date('2026-11-21T10:15:00Z'),
      heldById: hr.personId,
    });
    expect(await mails()).toHaveLength(0);
    expect(await say(proposalId, { kind: 'reopen' })).toMatchObject({
      refusal: { code: 'ON_HOLD' },
    });
    expect(await again(roundId)).toMatchObject({ refusal: { code: 'ON_HOLD' } });
    const [job] = await database.db.rows<{ runAt: Date }>(
      `select run_at as "runAt" from graphile_worker.jobs where task_identifier = 'pairings.publish'`,
    );
    expect(job?.runAt).toEqual(new Date('2026-11-21T10:15:00Z'));
  });

  it('publishes by the job alone when its time has come, after any number of restarts', async () => {
    const { roundId } = await aHeldRound();
    const later = fixedClock('2026-11-21T10:15:00Z');
    await new PublishRound(database.db, people, later, config).handle({ roundId });
    await new PublishRound(database.db, people, later, config).handle({ roundId });
    expect(await reader.one(roundId)).toMatchObject({ state: 'published' });
    expect(await mails()).toHaveLength(2);
    expect(await publish.stop(hr, { roundId })).toMatchObject({
      refusal: { code: 'TOO_LATE_TO_STOP' },
    });
  });

  it('can be stopped, changed, and published again', async () => {
    const { roundId, proposalId } = await aHeldRound();
    expect((await publish.stop(hr, { roundId })).ok).toBe(true);
    expect(await publish.stop(hr, { roundId })).toMatchObject({ refusal: { code: 'NOT_ON_HOLD' } });
    const later = new PublishRound(database.db, people, fixedClock('2026-11-21T10:20:00Z'), config);
    await later.handle({ roundId });
    expect(await reader.one(roundId)).toMatchObject({ state: 'review', publishAt: null });
    expect(await mails()).toHaveLength(0);
    expect((await say(proposalId, { kind: 'reopen' })).ok).toBe(true);
    expect((await say(proposalId, { kind: 'pin' })).ok).toBe(true);
    expect((await publishNow(roundId)).ok).toBe(true);
    expect(await mails()).toHaveLength(2);
  });

  it('goes back into review with the reason when something has become impossible meanwhile', async () => {
    const { roundId } = await aHeldRound();
    await database.db.rows('update champion set takes_new_pairings = false');
    const later = new PublishRound(database.db, people, fixedClock('2026-11-21T10:20:00Z'), config);
    await later.handle({ roundId });
    const round = await reader.one(roundId);
    expect(round.state).toBe('review');
    expect(round.failure).toMatch(
      /^Nothing was sent\. One accepted proposal is no longer possible/,
    );
    expect(await mails()).toHaveLength(0);
  });
});

describe('a stored round', () => {
  const verify = (roundId: string) => new VerifyRound(database.db).run(roundId);
  async function aDecidedRound() {
    const { forecasting, writing, law, ben, cleo } = await aSmallCompany();
    const roundId = await aProposedRound();
    const idOf = async (executiveId: string) => (await proposalOf(roundId, executiveId)).id;
    await say(await idOf(forecasting.id), { kind: 'pin' });
    await say(await idOf(writing.id), { kind: 'forbid', reason: 'They worked together' });
    await again(roundId);
    await say(await idOf(law.id), { kind: 'swap', championId: ben.id });
    await say(await idOf(writing.id), { kind: 'leave_open' });
    await say(await idOf(writing.id), { kind: 'reopen' });
    await new AcceptUnflagged(database.db, runs, clock).run(hr, { roundId });
    return { roundId, cleo };
  }

  it('is proven again from what is kept with it, decisions and prices included', async () => {
    const { roundId } = await aDecidedRound();
    const verified = await verify(roundId);
    expect(verified.faults).toEqual([]);
    expect(verified).toMatchObject({ runs: 2, steps: 7 });
    expect((await publishNow(roundId)).ok).toBe(true);
    expect((await verify(roundId)).faults).toEqual([]);
  });

  it('does not depend on the people as they are now', async () => {
    const { roundId } = await aDecidedRound();
    await database.db.rows(`update champion set skills = '{}', capacity = 5`);
    await database.db.rows(`update executive set topics = '{Something else}'`);
    expect((await verify(roundId)).faults).toEqual([]);
  });

  it('answers the same questions after a restart, from its inputs and its log', async () => {
    const { roundId } = await aDecidedRound();
    const [row] = await proposals(roundId);
    if (!row) throw new Error('There is no proposal');
    const before = await runs.explain(database.db, roundId, row);
    const restarted = new OpenRuns(new Matcher());
    expect(await restarted.explain(database.db, roundId, row)).toEqual(before);
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
    await database.db.rows(change);
    expect((await verify(roundId)).faults).not.toEqual([]);
  });

  it('is found out when one price or one bound of the proof is changed', async () => {
    const { roundId } = await aDecidedRound();
    const kept = await database.db.rows<{ id: string; certificate: Uint8Array }>(
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
      await database.db.rows('update matching_run set certificate = $2 where id = $1', [
        run.id,
        Buffer.from(pack(changed)),
      ]);
      expect((await verify(roundId)).faults.join()).toContain('certificate does not hold');
    }
  });
});

describe('the rules of a round', () => {
  it('are kept with who changed them, and any of them can be had back', async () => {
    const roundId = await aProposedRound();
    const change = new ChangeRound(database.db, clock);
    const input = { roundId, version: await versionOf(roundId) };
    await change.run(hr.personId, { ...input, rules: { restDays: 10, lineBelow: null } });
    expect(await reader.one(roundId)).toMatchObject({ rulesVersion: 2, rules: { restDays: 10 } });
    const back = { roundId, version: await versionOf(roundId), rulesVersion: 1 };
    expect((await change.restore(hr.personId, back)).ok).toBe(true);
    expect(await reader.one(roundId)).toMatchObject({
      rulesVersion: 3,
      rules: { restDays: 180, lineBelow: 3 },
    });
    const history = new RoundHistoryReader(database.db, new PersonLoader(database.db, clock));
    const kept = await history.rules(roundId, request());
    expect(kept.map(({ version, rules }) => [version, rules.restDays])).toEqual([
      [3, 180],
      [2, 10],
      [1, 180],
    ]);
    expect(kept[1]?.changedBy?.id).toBe(hr.personId);
    const steps = await history.steps(roundId, request());
    expect(steps.map(({ sentence }) => sentence)).toEqual([
      'Changed the rules',
      'Changed the rules',
      'Proposed matches',
    ]);
  });

  it('show what others would do before they are saved', async () => {
    const { law } = await aSmallCompany();
    const roundId = await aProposedRound();
    await say((await proposalOf(roundId, law.id)).id, { kind: 'pin' });
    expect(await reader.rulesPreview(roundId, {})).toMatchObject({
      before: { matched: 3, changed: 0 },
      after: { matched: 3, changed: 0 },
    });
    const strict = await reader.rulesPreview(roundId, { needsCertification: true });
    expect(strict).toBeNull();
    const dear = await reader.rulesPreview(roundId, { worthFrom: 10_000 });
    expect(dear?.after).toMatchObject({ matched: 1, changed: 2 });
    await expect(reader.rulesPreview(roundId, { restDays: -1 })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    expect(await reader.one(roundId)).toMatchObject({ rulesVersion: 1 });
  });

  it('let the head of the company be matched with champions further down the line', async () => {
    const { db } = database;
    const top = await anExecutive(db);
    let managerId = top.id;
    for (let n = 0; n < 3; n++) managerId = (await aPerson(db, { managerId })).id;
    const far = await aChampion(db, { person: { managerId } });
    const roundId = await aProposedRound();
    expect((await proposalOf(roundId, top.id)).championId).toBe(far.id);
  });
});

describe('what the pages show', () => {
  it('lists rounds and proposals in a fixed number of statements', async () => {
    await aSmallCompany();
    const roundId = await aProposedRound();
    await aRound(database.db);
    expect(await countStatements(() => reader.all(false))).toBe(1);
    expect(await countStatements(() => listed.page(roundId, { first: 2 }, request()))).toBe(3);
  });

  it('puts flagged proposals first and executives without a champion last', async () => {
    const { db } = database;
    const { id: roundId } = await aRound(db, { state: 'review' });
    const good = await aProposal(db, { roundId, points: 8000 });
    const fair = await aProposal(db, { roundId, points: 5000 });
    const none = await aProposal(db, { roundId, championId: null });
    const flagged = await aProposal(db, { roundId, points: 9000, flags: ['at_limit'] });
    const shown: ProposalType[] = [];
    let after: string | null = null;
    do {
      const page = await listed.page(roundId, { first: 1, after }, request());
      expect(page.totalCount).toBe(4);
      shown.push(...page.edges.map(({ node }) => node));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(shown.map(({ id }) => id)).toEqual([flagged.id, fair.id, good.id, none.id]);
    expect(shown[0]?.flags).toEqual([
      { code: 'at_limit', text: 'The champion would be at their limit.' },
    ]);
  });

  it('shows one proposal with both people, reasons and what else could be', async () => {
    const { forecasting, ana, writing } = await aSmallCompany();
    await database.db.rows('update champion set capacity = 1');
    const roundId = await aProposedRound();
    await say((await proposalOf(roundId, writing.id)).id, { kind: 'accept' });
    const { id, points } = await proposalOf(roundId, forecasting.id);
    const detail = await listed.detail(id, request());
    expect(detail.executive).toMatchObject({
      person: { name: 'Exec Forecasting' },
      topics: ['Forecasting'],
      languages: ['English'],
      timeZone: 'Europe/London',
      capacity: null,
    });
    expect(detail.champion).toMatchObject({ person: { id: ana.id }, held: 0, capacity: 1 });
    expect(detail.reasons.reduce((sum, reason) => sum + reason.points, 0)).toBe(points);
    expect(detail.alternatives.map(({ room }) => room).sort()).toEqual(['full', 'moves']);
  });

  it('previews the rules with counts that add up and who would wait', async () => {
    await aSmallCompany();
    await database.db.rows(
      'update champion set capacity = 0 where person_id in (select person_id from champion limit 2)',
    );
    const { id } = await aRound(database.db);
    const preview = await reader.preview(await reader.one(id), request());
    expect(preview).toMatchObject({
      executives: 3,
      champions: 3,
      places: 2,
      wouldWait: 1,
      pairs: 9,
      allowedPairs: 3,
      withoutChampion: [],
    });
    const removed = preview?.rules.reduce((sum, { inOrder }) => sum + inOrder, 0) ?? 0;
    expect(removed + 3).toBe(9);
  });

  it('previews exactly the mails that publishing sends', async () => {
    const { forecasting } = await aSmallCompany();
    const roundId = await aProposedRound();
    await say((await proposalOf(roundId, forecasting.id)).id, { kind: 'accept' });
    const publishing = new PublishPreviewReader(database.db, reader, clock);
    const preview = await publishing.of(await reader.one(roundId), request());
    expect(preview).toMatchObject({ pairings: 1, people: 2, undecided: 2, withoutAddress: [] });
    await publishNow(roundId);
    const sent = await database.db.rows<{ subject: string; body_text: string }>(
      `select subject, body_text from mail_message where kind = 'introduction'`,
    );
    for (const mail of preview.mails) {
      const same = sent.find(({ subject }) => subject === mail.subject);
      for (const paragraph of mail.paragraphs) expect(same?.body_text).toContain(paragraph);
    }
  });
});
