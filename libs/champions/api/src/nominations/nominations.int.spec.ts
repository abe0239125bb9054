import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anHrLead, anOrgUnit, aPerson } from '@flipside/people-api/builders';
import type { Role, Viewer } from '@flipside/platform-api';
import { countStatements, fixedClock, testDatabase, type TestDatabase } from '@flipside/testing';
import { aChampion, aNomination } from '../builders.js';
import { newId } from '@flipside/kernel';
import { AnswerForTeam } from './answer-for-team.js';
import { AnswerNomination } from './answer-nomination.js';
import { MoveNomination } from './move-nomination.js';
import { Nominate } from './nominate.js';
import { NominationReader } from './nomination.reader.js';
import { PipelineResolver } from './pipeline.resolver.js';
import { SetRecruitingRules } from './set-recruiting-rules.js';
import { Suggestions } from './suggestions.js';
import { WithdrawNomination } from './withdraw-nomination.js';

const today = '2026-03-10';
const clock = fixedClock(new Date(`${today}T12:00:00Z`));
const config = { baseUrl: 'https://coaching.test' };
let database: TestDatabase;
let hr: Viewer;
let nominating: Nominate;
let answering: AnswerNomination;
let withdrawing: WithdrawNomination;
let moving: MoveNomination;
let reader: NominationReader;

const viewerOf = (person: { id: string; name?: string }, ...roles: Role[]): Viewer => ({
  personId: person.id,
  name: person.name ?? 'Somebody',
  email: null,
  roles: new Set<Role>(['EMPLOYEE', ...roles]),
  timeZone: 'Europe/London',
});

beforeAll(async () => {
  database = await testDatabase();
  hr = viewerOf(await anHrLead(database.db), 'HR_LEAD');
  nominating = new Nominate(database.db, clock, config);
  answering = new AnswerNomination(database.db, clock, config);
  withdrawing = new WithdrawNomination(database.db, clock);
  moving = new MoveNomination(database.db, clock, config);
  reader = new NominationReader(database.db, clock);
});
afterAll(() => database.close());

const interview = {
  heldOn: today,
  experience: 'Month-end texts.',
  interests: 'New colleagues.',
  expertise: 'Spreadsheets.',
  outcome: 'go' as const,
};
const rowOf = (id: string) =>
  database.db.one<{
    stage: string;
    nominee_answer: string;
    source: string;
    version: number;
    closed_at: Date | null;
  }>('select stage, nominee_answer, source, version, closed_at from nomination where id = $1', [
    id,
  ]);
const mailsTo = (id: string) =>
  database.db.rows<{ kind: string; subject: string; body_text: string }>(
    'select kind, subject, body_text from mail_message where person_id = $1 order by created_at, kind',
    [id],
  );
const stepsOf = async (id: string) =>
  (await reader.events(id)).map(({ fromStage, toStage }) => [fromStage, toStage]);

const move = async (
  id: string,
  toStage: Parameters<MoveNomination['run']>[1]['toStage'],
  more: object = {},
) =>
  moving.run(hr, {
    nominationId: id,
    version: (await rowOf(id))?.version ?? 0,
    toStage,
    ...more,
  });

describe('nominating', () => {
  it('asks the nominee, naming who had the idea and why, in the same transaction', async () => {
    const [peer, nominee] = [
      await aPerson(database.db, { name: 'Tom Ek' }),
      await aPerson(database.db),
    ];
    const result = await nominating.run(viewerOf(peer), {
      nomineeId: nominee.id,
      reason: ' Helps everybody. ',
    });
    const id = result.ok ? result.value.nominationId : '';
    expect(await rowOf(id)).toMatchObject({
      stage: 'nominated',
      nominee_answer: 'pending',
      source: 'peer',
      version: 1,
    });
    expect(await stepsOf(id)).toEqual([[null, 'nominated']]);
    const [mail] = await mailsTo(nominee.id);
    expect(mail).toMatchObject({
      kind: 'nomination_question',
      subject: 'Tom Ek suggests you as an AI champion',
    });
    expect(mail?.body_text).toContain('“Helps everybody.”');
  });

  it('treats a self-nomination the same, with the yes already there and nobody to ask', async () => {
    const person = await aPerson(database.db);
    const result = await nominating.run(viewerOf(person), {
      nomineeId: person.id,
      reason: 'I like to help.',
    });
    expect(await rowOf(result.ok ? result.value.nominationId : '')).toMatchObject({
      stage: 'nominated',
      nominee_answer: 'yes',
      source: 'self',
    });
    expect(await mailsTo(person.id)).toEqual([]);
  });

  it('notes when the manager or the programme had the idea', async () => {
    const boss = await aPerson(database.db);
    const [one, two] = [
      await aPerson(database.db, { managerId: boss.id }),
      await aPerson(database.db),
    ];
    const byBoss = await nominating.run(viewerOf(boss), { nomineeId: one.id, reason: 'Good.' });
    const byHr = await nominating.run(hr, { nomineeId: two.id, reason: 'Good.' });
    expect(await rowOf(byBoss.ok ? byBoss.value.nominationId : '')).toMatchObject({
      source: 'manager',
    });
    expect(await rowOf(byHr.ok ? byHr.value.nominationId : '')).toMatchObject({ source: 'hr' });
  });

  it('writes no mail to people without an address, who find it in the product', async () => {
    const nominee = await aPerson(database.db, { email: null });
    await nominating.run(hr, { nomineeId: nominee.id, reason: 'Good.' });
    expect(await mailsTo(nominee.id)).toEqual([]);
    expect(await reader.forMe(viewerOf(nominee))).toMatchObject([
      { viewerCanAnswer: true, nominatorName: hr.name === '' ? null : 'Harriet Lead' },
    ]);
  });

  it('refuses a second open nomination politely, also at the same moment', async () => {
    const nominee = await aPerson(database.db);
    const input = { nomineeId: nominee.id, reason: 'Good.' };
    const answers = await Promise.all([
      nominating.run(hr, input),
      nominating.run(viewerOf(nominee), input),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      refusal: {
        code: 'ALREADY_NOMINATED',
        message: 'Somebody was quicker: this person is nominated already.',
      },
    });
    expect((await mailsTo(nominee.id)).length).toBeLessThanOrEqual(1);
  });

  it('refuses champions, people who left, and an empty or endless reason', async () => {
    const champion = await aChampion(database.db);
    const gone = await aPerson(database.db, { leaveOn: '2026-01-01' });
    const nominate = (nomineeId: string, reason = 'Good.') =>
      nominating.run(hr, { nomineeId, reason });
    expect(await nominate(champion.id)).toMatchObject({
      refusal: { code: 'ALREADY_CHAMPION', field: 'nomineeId' },
    });
    expect(await nominate(gone.id)).toMatchObject({ refusal: { code: 'NOT_EMPLOYED' } });
    expect(await nominate(champion.id, ' ')).toMatchObject({ refusal: { code: 'REASON_MISSING' } });
    expect(await nominate(champion.id, 'x'.repeat(501))).toMatchObject({
      refusal: { code: 'REASON_TOO_LONG' },
    });
    await expect(nominate(hr.personId.replace(/^./, 'f'))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('lets a former champion and a declined nominee be proposed again', async () => {
    const former = await aChampion(database.db, { until: '2025-06-01' });
    const { nomineeId } = await aNomination(database.db, { stage: 'declined' });
    for (const id of [former.id, nomineeId]) {
      expect(await nominating.run(hr, { nomineeId: id, reason: 'Good.' })).toMatchObject({
        ok: true,
      });
    }
  });
});

describe('the nominee’s answer', () => {
  it('yes lets it go on', async () => {
    const { id, nomineeId } = await aNomination(database.db);
    expect(
      await answering.run(viewerOf({ id: nomineeId }), { nominationId: id, answer: 'yes' }),
    ).toMatchObject({ ok: true });
    expect(await rowOf(id)).toMatchObject({
      stage: 'nominated',
      nominee_answer: 'yes',
      version: 2,
      closed_at: null,
    });
  });

  it('no closes it, and the nominator is not told why', async () => {
    const { id, nomineeId, nominatorId } = await aNomination(database.db);
    await answering.run(viewerOf({ id: nomineeId }), { nominationId: id, answer: 'no' });
    expect(await rowOf(id)).toMatchObject({
      stage: 'declined',
      nominee_answer: 'no',
      closed_at: clock.now(),
    });
    const [seen] = await reader.byMe(viewerOf({ id: nominatorId ?? '' }));
    expect(seen).toMatchObject({ id, outcome: 'closed', viewerCanWithdraw: false });
    expect(JSON.stringify(seen)).not.toContain('declined');
    expect(await mailsTo(nominatorId ?? '')).toEqual([]);
  });

  it('is given once, while it is open', async () => {
    const { id, nomineeId } = await aNomination(database.db, { nomineeAnswer: 'yes' });
    const viewer = viewerOf({ id: nomineeId });
    expect(await answering.run(viewer, { nominationId: id, answer: 'no' })).toMatchObject({
      refusal: { code: 'ANSWERED_ALREADY' },
    });
    const closed = await aNomination(database.db, { stage: 'withdrawn', nomineeAnswer: 'pending' });
    expect(
      await answering.run(viewerOf({ id: closed.nomineeId }), {
        nominationId: closed.id,
        answer: 'yes',
      }),
    ).toMatchObject({
      refusal: { code: 'NOMINATION_CLOSED' },
    });
  });

  it('is nobody else’s to give', async () => {
    const { id, nominatorId } = await aNomination(database.db);
    for (const viewer of [hr, viewerOf({ id: nominatorId ?? '' })]) {
      await expect(
        answering.run(viewer, { nominationId: id, answer: 'yes' }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

describe('taking a nomination back', () => {
  it('is for the nominator, until it is decided', async () => {
    const { id, nominatorId } = await aNomination(database.db, { stage: 'interviewed' });
    expect(
      await withdrawing.run(viewerOf({ id: nominatorId ?? '' }), { nominationId: id }),
    ).toMatchObject({ ok: true });
    expect(await rowOf(id)).toMatchObject({ stage: 'withdrawn', closed_at: clock.now() });
    const approved = await aNomination(database.db, { stage: 'approved' });
    expect(
      await withdrawing.run(viewerOf({ id: approved.nominatorId ?? '' }), {
        nominationId: approved.id,
      }),
    ).toMatchObject({
      refusal: { code: 'NOMINATION_CLOSED' },
    });
  });

  it('is nobody else’s to do', async () => {
    const { id, nomineeId } = await aNomination(database.db);
    for (const viewer of [hr, viewerOf({ id: nomineeId })]) {
      await expect(withdrawing.run(viewer, { nominationId: id })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
  });
});

describe('moving a nomination', () => {
  it('goes step by step to a champion who counts from a day on, with its history', async () => {
    const { id, nomineeId, nominatorId } = await aNomination(database.db, { nomineeAnswer: 'yes' });
    expect(await move(id, 'screened')).toMatchObject({ ok: true });
    expect(
      await move(id, 'interviewed', { reason: 'Talked with Ines, keen and has time.', interview }),
    ).toMatchObject({ ok: true });
    expect(await move(id, 'approved', { startsOn: '2026-04-01', capacity: 1 })).toMatchObject({
      ok: true,
    });
    expect(
      await database.db.one('select state, valid_from from champion_period where person_id = $1', [
        nomineeId,
      ]),
    ).toEqual({
      state: 'active',
      valid_from: '2026-04-01',
    });
    expect(
      await database.db.one('select capacity from champion where person_id = $1', [nomineeId]),
    ).toEqual({ capacity: 1 });
    expect(await mailsTo(nomineeId)).toMatchObject([
      { kind: 'nomination_decision', subject: 'You are a champion from Wed, 1 April 2026' },
    ]);
    expect(await mailsTo(nominatorId ?? '')).toMatchObject([{ kind: 'nomination_thanks' }]);
    await move(id, 'onboarding');
    await move(id, 'active');
    expect(await rowOf(id)).toMatchObject({ stage: 'active', closed_at: clock.now() });
    expect(await stepsOf(id)).toEqual([
      [null, 'nominated'],
      ['nominated', 'screened'],
      ['screened', 'interviewed'],
      ['interviewed', 'approved'],
      ['approved', 'onboarding'],
      ['onboarding', 'active'],
    ]);
    const [, , interviewed] = await reader.events(id);
    expect(interviewed).toMatchObject({
      actorName: 'Harriet Lead',
      reason: 'Talked with Ines, keen and has time.',
    });
  });

  it('waits for the nominee', async () => {
    const { id } = await aNomination(database.db);
    expect(await move(id, 'screened')).toMatchObject({ refusal: { code: 'NOMINEE_FIRST' } });
  });

  it('declines with a reason that stays with the programme', async () => {
    const { id, nomineeId, nominatorId } = await aNomination(database.db, { stage: 'screened' });
    expect(await move(id, 'declined')).toMatchObject({
      refusal: { code: 'REASON_MISSING', field: 'reason' },
    });
    expect(await move(id, 'declined', { reason: 'No time this year' })).toMatchObject({ ok: true });
    const [mail] = await mailsTo(nomineeId);
    expect(mail?.kind).toBe('nomination_decision');
    expect(mail?.body_text).not.toContain('No time');
    expect(await mailsTo(nominatorId ?? '')).toEqual([]);
  });

  it('refuses steps that are not in the table, closed nominations and an old version', async () => {
    const { id } = await aNomination(database.db, { stage: 'screened' });
    expect(await move(id, 'onboarding')).toMatchObject({
      refusal: { code: 'NO_SUCH_MOVE', field: 'toStage' },
    });
    expect(
      await moving.run(hr, { nominationId: id, version: 7, toStage: 'interviewed', reason: 'x' }),
    ).toMatchObject({
      refusal: { code: 'CHANGED_MEANWHILE' },
    });
    const closed = await aNomination(database.db, { stage: 'declined' });
    expect(await move(closed.id, 'screened')).toMatchObject({
      refusal: { code: 'NOMINATION_CLOSED' },
    });
  });

  it('approves nobody who has left or is a champion, and leaves the nomination where it was', async () => {
    const gone = await aNomination(database.db, {
      stage: 'interviewed',
      nominee: { leaveOn: '2026-02-01' },
    });
    expect(await move(gone.id, 'approved')).toMatchObject({ refusal: { code: 'NOT_EMPLOYED' } });
    const twice = await aNomination(database.db, { stage: 'interviewed' });
    await aChampion(database.db, { personId: twice.nomineeId });
    expect(await move(twice.id, 'approved')).toMatchObject({
      refusal: { code: 'ALREADY_CHAMPION' },
    });
    expect(await rowOf(twice.id)).toMatchObject({ stage: 'interviewed', version: 1 });
  });

  it('takes one of two approvals at the same moment', async () => {
    const { id, nomineeId } = await aNomination(database.db, { stage: 'interviewed' });
    const answers = await Promise.all([move(id, 'approved'), move(id, 'approved')]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(
      await database.db.rows('select 1 from champion_period where person_id = $1', [nomineeId]),
    ).toHaveLength(1);
  });

  it('is for the programme’s owner', async () => {
    const { id, nomineeId } = await aNomination(database.db);
    const input = { nominationId: id, version: 1, toStage: 'screened' as const };
    await expect(moving.run(viewerOf({ id: nomineeId }), input)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(moving.run(hr, { ...input, nominationId: hr.personId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('a candidate', () => {
  it('does not hear of it until asked, and is asked by moving on', async () => {
    const wish = { stage: 'candidate', source: 'hr', nominatorId: hr.personId } as const;
    const { id, nomineeId } = await aNomination(database.db, wish);
    const nominee = viewerOf({ id: nomineeId });
    expect(await reader.forMe(nominee)).toEqual([]);
    await expect(reader.nomination(nominee, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(answering.run(nominee, { nominationId: id, answer: 'yes' })).rejects.toMatchObject(
      {
        code: 'NOT_FOUND',
      },
    );
    await moving.run(hr, { nominationId: id, version: 1, toStage: 'nominated' });
    expect(await mailsTo(nomineeId)).toMatchObject([
      { kind: 'nomination_question', subject: 'Harriet Lead suggests you as an AI champion' },
    ]);
    expect(await reader.forMe(nominee)).toMatchObject([{ id, viewerCanAnswer: true }]);
  });

  it('is dropped without a word to anybody', async () => {
    const { id, nomineeId } = await aNomination(database.db, { stage: 'candidate', source: 'hr' });
    await moving.run(hr, { nominationId: id, version: 1, toStage: 'declined', reason: 'No time' });
    expect(await mailsTo(nomineeId)).toEqual([]);
  });
});

describe('who reads a nomination', () => {
  it('shows the nominee who proposed them, and others nothing', async () => {
    const { id, nomineeId, nominatorId } = await aNomination(database.db, { reason: 'Patient.' });
    const [mine] = await reader.forMe(viewerOf({ id: nomineeId }));
    expect(mine).toMatchObject({ id, reason: 'Patient.', viewerCanAnswer: true, moves: [] });
    expect(mine?.nominatorName).not.toBeNull();
    for (const viewer of [
      viewerOf({ id: nominatorId ?? '' }),
      viewerOf({ id: (await aPerson(database.db)).id }),
    ]) {
      await expect(reader.nomination(viewer, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await reader.nomination(hr, id)).toMatchObject({
      id,
      moves: [{ toStage: 'declined', needsReason: true }],
    });
  });
});

describe('the queue', () => {
  it('groups by stage, the longest waiting first, pages exactly, and its counts equal the lists', async () => {
    const queue = await testDatabase();
    const readers = new NominationReader(queue.db, clock);
    const unit = await anOrgUnit(queue.db, { name: 'Finance' });
    const nominee = { unitId: unit.id, locationId: null };
    const at = (day: string) => new Date(`${day}T12:00:00Z`);
    await aNomination(queue.db, {
      nominee: { ...nominee, name: 'B' },
      stage: 'screened',
      since: at('2026-03-01'),
    });
    await aNomination(queue.db, { nominee: { ...nominee, name: 'C' }, since: at('2026-03-05') });
    await aNomination(queue.db, {
      nominee: { ...nominee, name: 'A' },
      source: 'self',
      since: at('2026-02-08'),
    });
    await aNomination(queue.db, { nominee: { ...nominee, name: 'X' }, stage: 'declined' });
    const first = await readers.page(hr, { page: { first: 2 } });
    expect(
      first.edges.map(({ node }) => [
        node.nomineeName,
        node.stage,
        node.daysInStage,
        node.unitName,
      ]),
    ).toEqual([
      ['A', 'nominated', 30, 'Finance'],
      ['C', 'nominated', 5, 'Finance'],
    ]);
    const rest = await readers.page(hr, { page: { first: 2, after: first.pageInfo.endCursor } });
    expect(rest.edges.map(({ node }) => node.nomineeName)).toEqual(['B']);
    expect([first.totalCount, rest.pageInfo.hasNextPage]).toEqual([3, false]);
    const declined = await readers.page(hr, { stages: ['declined'], page: { first: 5 } });
    expect(declined.edges.map(({ node }) => node.nomineeName)).toEqual(['X']);
    const counts = new Map((await readers.counts()).map(({ stage, count }) => [stage, count]));
    expect(Object.fromEntries(counts)).toEqual({ nominated: 2, screened: 1, declined: 1 });
    expect(await countStatements(() => readers.page(hr, { page: { first: 50 } }))).toBe(2);
    await queue.close();
  });
});

describe('an interview', () => {
  it('is recorded with the step, and nobody but the programme reads it', async () => {
    const { id, nomineeId } = await aNomination(database.db, { stage: 'screened' });
    const step = { nominationId: id, version: 1, toStage: 'interviewed' as const };
    expect(await moving.run(hr, step)).toMatchObject({ refusal: { code: 'INTERVIEW_MISSING' } });
    const empty = { ...interview, expertise: ' ' };
    expect(await moving.run(hr, { ...step, interview: empty })).toMatchObject({
      refusal: { code: 'INTERVIEW_FIELD_MISSING', field: 'expertise' },
    });
    expect((await moving.run(hr, { ...step, interview })).ok).toBe(true);
    const resolver = new PipelineResolver(
      reader,
      new AnswerForTeam(database.db, clock),
      new Suggestions(database.db, clock),
      new SetRecruitingRules(database.db),
    );
    const seen = await reader.nomination(hr, id);
    expect(await resolver.interview(hr, seen)).toMatchObject({
      expertise: 'Spreadsheets.',
      interviewerName: 'Harriet Lead',
    });
    const nominee = viewerOf({ id: nomineeId });
    expect(await resolver.interview(nominee, seen)).toBeNull();
    expect(resolver.declineDrafts(nominee, seen)).toEqual([]);
    expect(resolver.managerAnswer(nominee, seen)).toBeNull();
  });
});

describe('the manager', () => {
  const rules = () => new SetRecruitingRules(database.db);
  const managed = async () => {
    const boss = await aPerson(database.db);
    const nomination = await aNomination(database.db, { nominee: { managerId: boss.id } });
    return { boss: viewerOf(boss), ...nomination };
  };
  const sayYes = ({ id, nomineeId }: { id: string; nomineeId: string }) =>
    answering.run(viewerOf({ id: nomineeId }), { nominationId: id, answer: 'yes' });
  const kinds = async (person: Viewer) => (await mailsTo(person.personId)).map(({ kind }) => kind);

  it('hears nothing before the nominee says yes, then is informed', async () => {
    const nomination = await managed();
    expect(await kinds(nomination.boss)).toEqual([]);
    await sayYes(nomination);
    expect(await kinds(nomination.boss)).toEqual(['nomination_manager_informed']);
    expect(await reader.forMyTeam(nomination.boss)).toEqual([]);
  });

  it('is asked where the policy says so, and nobody is approved without the yes', async () => {
    expect(await rules().run(hr, { asksManagers: true })).toMatchObject({
      value: { asksManagers: true },
    });
    try {
      const nomination = await managed();
      const { id, boss } = nomination;
      await sayYes(nomination);
      expect(await kinds(boss)).toEqual(['nomination_manager_asked']);
      expect(await reader.forMyTeam(boss)).toMatchObject([{ id, hours: 4 }]);
      await move(id, 'screened');
      await move(id, 'interviewed', { interview });
      expect(await move(id, 'approved')).toMatchObject({ refusal: { code: 'MANAGER_FIRST' } });
      const team = new AnswerForTeam(database.db, clock);
      await expect(
        team.run(viewerOf({ id: nomination.nomineeId }), { nominationId: id, answer: 'yes' }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect((await team.run(boss, { nominationId: id, answer: 'yes' })).ok).toBe(true);
      expect(await team.run(boss, { nominationId: id, answer: 'no' })).toMatchObject({
        refusal: { code: 'ANSWERED_ALREADY' },
      });
      expect(await move(id, 'approved', { agreedHours: 3 })).toMatchObject({ ok: true });
      const [mail] = (await mailsTo(nomination.nomineeId)).filter(
        ({ kind }) => kind === 'nomination_decision',
      );
      expect(mail?.body_text).toContain('for 3 hours a month');
    } finally {
      await rules().run(hr, { asksManagers: false });
    }
  });

  it('who nominated has said yes by that', async () => {
    const boss = await aPerson(database.db);
    const nominee = await aPerson(database.db, { managerId: boss.id });
    const made = await nominating.run(viewerOf(boss), { nomineeId: nominee.id, reason: 'Good.' });
    const id = made.ok ? made.value.nominationId : '';
    await sayYes({ id, nomineeId: nominee.id });
    expect(await reader.nomination(hr, id)).toMatchObject({ managerAnswer: 'yes' });
    expect(await kinds(viewerOf(boss))).toEqual([]);
  });

  it('has a policy that only the programme sets, within its limits', async () => {
    await expect(
      rules().run(viewerOf(await aPerson(database.db)), { asksManagers: true }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await rules().run(hr, { termMonths: 2 })).toMatchObject({
      refusal: { code: 'TERM_OUT_OF_RANGE', field: 'termMonths' },
    });
  });
});

describe('the way a nomination came in', () => {
  it('is kept, and all take the same way', async () => {
    const peer = viewerOf(await aPerson(database.db));
    for (const channel of ['web', 'link', 'email', 'api'] as const) {
      const nominee = await aPerson(database.db);
      const made = await nominating.run(peer, { nomineeId: nominee.id, reason: 'Good.', channel });
      const id = made.ok ? made.value.nominationId : '';
      expect(await reader.nomination(hr, id)).toMatchObject({
        channel,
        source: 'peer',
        stage: 'nominated',
        nomineeAnswer: 'pending',
      });
    }
  });
});

describe('declining', () => {
  it('sends the programme’s own words, begun from a draft', async () => {
    const { id, nomineeId } = await aNomination(database.db, { stage: 'screened' });
    const [draft] = reader.drafts(await reader.nomination(hr, id));
    expect(draft?.text).toContain('“Shows colleagues how to get better answers.”');
    const letter = `${draft?.text}\n\nSee you at the next demo.`;
    expect(await move(id, 'declined', { reason: 'No time', letter })).toMatchObject({ ok: true });
    const [mail] = await mailsTo(nomineeId);
    expect(mail?.body_text).toContain('See you at the next demo.');
    expect(mail?.body_text).not.toContain('No time');
    const other = await aNomination(database.db, { stage: 'screened' });
    expect(
      await move(other.id, 'declined', { reason: 'x', letter: 'x'.repeat(2001) }),
    ).toMatchObject({ refusal: { code: 'LETTER_TOO_LONG' } });
  });
});

describe('suggestions', () => {
  const suggesting = () => new Suggestions(database.db, clock);
  const active = async (name: string) => {
    const person = await aPerson(database.db, { name });
    for (let n = 0; n < 3; n += 1) {
      await database.db.rows(
        `insert into learning (id, person_id, body, audience, created_at) values ($1, $2, 'x', 'everyone', $3)`,
        [newId(), person.id, new Date('2026-02-01T10:00:00Z')],
      );
    }
    return person;
  };

  it('name people by what they did, and nothing is sent by looking or taking', async () => {
    const person = await active('Sue Signal');
    await aChampion(database.db, { personId: (await active('Champ')).id });
    expect(await suggesting().list()).toMatchObject([
      { name: 'Sue Signal', why: 'Shared 3 learnings in half a year.' },
    ]);
    const taken = await suggesting().take(hr, { personId: person.id });
    expect(await reader.nomination(hr, taken.ok ? taken.value.nominationId : '')).toMatchObject({
      stage: 'candidate',
      source: 'hr',
      reason: 'Shared 3 learnings in half a year.',
    });
    expect(await mailsTo(person.id)).toEqual([]);
    expect(await suggesting().list()).toEqual([]);
    expect(await suggesting().take(hr, { personId: person.id })).toMatchObject({
      refusal: { code: 'NO_LONGER_SUGGESTED' },
    });
    await expect(
      suggesting().take(viewerOf(person), { personId: person.id }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
