import { describe, expect, it } from '@jest/globals';
import { aPerson } from '@flipside/people-api/builders';
import { aChampion, aNomination } from '../builders.js';
import {
  answering,
  clock,
  database,
  hr,
  inOneDatabase,
  mailsTo,
  nominating,
  reader,
  rowOf,
  stepsOf,
  viewerOf,
  withdrawing,
} from './nominations.builder.js';

inOneDatabase();

describe('nominating', () => {
  it('asks the nominee, naming who had the idea and why, in the same transaction', async () => {
    const boss = await aPerson(database.db);
    const [peer, nominee] = [
      await aPerson(database.db, { name: 'Tom Ek' }),
      await aPerson(database.db, { managerId: boss.id }),
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
    // Nobody else hears of it before the nominee has said yes.
    expect(await mailsTo(boss.id)).toEqual([]);
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
    expect(await answering.run(viewer, { nominationId: id, answer: 'yes' })).toMatchObject({
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

  it('is taken back by the nominee until it is decided, with the step in the history', async () => {
    for (const stage of ['nominated', 'screened', 'interviewed'] as const) {
      const { id, nomineeId, nominatorId } = await aNomination(database.db, {
        stage,
        nomineeAnswer: 'yes',
      });
      const viewer = viewerOf({ id: nomineeId });
      expect(await reader.forMe(viewer)).toMatchObject([{ id, viewerCanTakeBackYes: true }]);
      const back = { nominationId: id, answer: 'no' } as const;
      // Nobody else takes a yes back.
      for (const other of [hr, viewerOf({ id: nominatorId ?? '' })])
        await expect(answering.run(other, back)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await answering.run(viewer, back)).toMatchObject({ ok: true });
      expect(await rowOf(id)).toMatchObject({ stage: 'withdrawn', nominee_answer: 'no' });
      expect((await stepsOf(id)).at(-1)).toEqual([stage, 'withdrawn']);
      expect(await answering.run(viewer, back)).toMatchObject({
        refusal: { code: 'NOMINATION_CLOSED' },
      });
    }
    const decided = await aNomination(database.db, { stage: 'approved', nomineeAnswer: 'yes' });
    expect(
      await answering.run(viewerOf({ id: decided.nomineeId }), {
        nominationId: decided.id,
        answer: 'no',
      }),
    ).toMatchObject({ refusal: { code: 'ANSWERED_ALREADY' } });
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

describe('whoever had the idea', () => {
  it('is kept, and changes nothing else: same fields, same place in the queue, same next steps, same target', async () => {
    const boss = await aPerson(database.db);
    const peer = await aPerson(database.db);
    const made: Record<string, string> = {};
    for (const source of ['self', 'manager', 'peer', 'hr'] as const) {
      const nominee = await aPerson(database.db, { managerId: boss.id });
      const by = {
        self: viewerOf(nominee),
        manager: viewerOf(boss),
        peer: viewerOf(peer),
        hr,
      }[source];
      const result = await nominating.run(by, { nomineeId: nominee.id, reason: 'Good.' });
      const id = result.ok ? result.value.nominationId : '';
      if (source !== 'self')
        await answering.run(viewerOf(nominee), { nominationId: id, answer: 'yes' });
      made[id] = source;
    }
    const seen = await Promise.all(Object.keys(made).map((id) => reader.nomination(hr, id)));
    expect(seen.map(({ source }) => source)).toEqual(Object.values(made));
    const [first] = seen;
    for (const { moves, stage, nomineeAnswer, daysInStage, ...rest } of seen) {
      expect({ moves, stage, nomineeAnswer, daysInStage }).toEqual({
        moves: first?.moves,
        stage: first?.stage,
        nomineeAnswer: first?.nomineeAnswer,
        daysInStage: first?.daysInStage,
      });
      expect(Object.keys(rest).sort()).toEqual(
        Object.keys(first ?? {})
          .filter((key) => !['moves', 'stage', 'nomineeAnswer', 'daysInStage'].includes(key))
          .sort(),
      );
    }
    // The queue goes by the day alone: older first, whoever had the idea.
    const page = await reader.page(hr, { stages: ['nominated'], page: { first: 200 } });
    const days = page.edges.map(({ node }) => node.stageSince.getTime());
    expect(days).toEqual(days.toSorted((a, b) => a - b));
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
