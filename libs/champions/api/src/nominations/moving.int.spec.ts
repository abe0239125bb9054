import { describe, expect, it } from '@jest/globals';
import type { Viewer } from '@flipside/platform-api';
import { aMove, aPerson } from '@flipside/people-api/builders';
import { aChampion, aNomination } from '../builders.js';
import { AnswerForTeam } from './answer-for-team.js';
import { PipelineResolver } from './pipeline.resolver.js';
import { SetRecruitingRules } from './set-recruiting-rules.js';
import { Suggestions } from './suggestions.js';
import { tellManager } from './superior-letter.js';
import {
  answering,
  clock,
  database,
  hr,
  inOneDatabase,
  interview,
  mailsTo,
  move,
  moving,
  nominating,
  reader,
  rowOf,
  stepsOf,
  viewerOf,
} from './nominations.builder.js';

inOneDatabase();

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

  it.each([
    ['Pacific/Auckland', '2026-03-02T10:59:00Z', '2026-03-02T11:01:00Z'],
    ['Pacific/Honolulu', '2026-03-03T09:59:00Z', '2026-03-03T10:01:00Z'],
  ])('is the one of the programme’s day, in %s', async (zone, before, after) => {
    await database.db.rows('update programme set default_time_zone = $1', [zone]);
    const [today, tomorrow] = [await aPerson(database.db), await aPerson(database.db)];
    for (const [at, boss] of [
      [before, today],
      [after, tomorrow],
    ] as const) {
      const { id, nomineeId, nominatorId } = await aNomination(database.db, {
        nominee: { managerId: today.id },
      });
      await aMove(database.db, nomineeId, '2026-03-03', { managerId: tomorrow.id });
      const told = { nominationId: id, nomineeId, nominatorId, now: new Date(at) };
      await database.db.transaction((tx) => tellManager(tx, told, 'https://coach.example.com'));
      const asked = await database.db.one<{ id: string }>(
        'select manager_id as id from nomination where id = $1',
        [id],
      );
      expect([at, asked?.id]).toEqual([at, boss.id]);
    }
    await database.db.rows(`update programme set default_time_zone = 'Europe/London'`);
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
