import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock, newId } from '@flipside/kernel';
import { aPerson } from '@flipside/people-api/builders';
import type { Viewer } from '@flipside/platform-api';
import { DELEGATION_SCOPES, type DelegationScope } from '@flipside/sessions-domain';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { AcceptOffer, DeclineOffer } from './answer-offer.js';
import { AnswerRhythmQuestion } from './answer-rhythm-question.js';
import { BookSession } from './book-session.js';
import { BookingReader } from './booking.reader.js';
import { aDelegation } from './builders.js';
import { CancelSession, SkipSession } from './call-off-session.js';
import { HealSession } from './heal-session.job.js';
import { MoveFollowing } from './move-following.js';
import { MoveSession } from './move-session.js';
import { OfferReader } from './offer.reader.js';
import { ProposeTimes } from './propose-times.js';
import { RemoveDelegate } from './remove-delegate.js';
import { RestoreSession } from './restore-session.js';
import { SessionHistoryReader } from './session-history.reader.js';
import { SessionReader } from './session.reader.js';
import { SetMeetingLink } from './set-meeting-link.js';
import { sessionView } from './session.view.js';
import {
  aBooking,
  aPair,
  bookSeries,
  config,
  MONDAY,
  mailsTo,
  sessionsOf,
  viewerOf,
  type Pair,
} from './spec-setting.builder.js';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const clock = fixedClock(MONDAY);
const now = new Date(MONDAY);

/** Kim, who looks after Helen as far as these scopes go. */
async function assisted(scopes: readonly DelegationScope[], isBooked = true) {
  const pair = await aPair(t.db, isBooked ? {} : { state: 'active' });
  const person = await aPerson(t.db, { name: 'Kim Lee' });
  await aDelegation(t.db, { principalId: pair.executiveId, delegateId: person.id, scopes });
  const kim = viewerOf({ id: person.id, name: 'Kim Lee' }, 'DELEGATE');
  const sessionIds = isBooked ? (await aBooking(t.db, pair)).sessionIds : [];
  return { pair, kim, first: sessionIds[0] ?? '', second: sessionIds[1] ?? '' };
}

type Attempt = (on: { pair: Pair; kim: Viewer; first: string; second: string }) => Promise<unknown>;
const elsewhere = new Date('2027-01-27T14:00:00Z');

/** Everything that a delegate can try on a booked session, with the scope it needs. */
const attempts: Readonly<Record<string, { needs: DelegationScope; run: Attempt }>> = {
  'move a session': {
    needs: 'move',
    run: ({ kim, second }) =>
      new MoveSession(t.db, clock, config).run(kim, { sessionId: second, startsAt: elsewhere }),
  },
  'propose times': {
    needs: 'move',
    run: ({ kim, second }) =>
      new ProposeTimes(t.db, clock, config).run(kim, {
        sessionId: second,
        starts: [elsewhere],
        idempotencyKey: newId(),
      }),
  },
  'change the usual hour': {
    needs: 'move',
    run: ({ kim, second }) =>
      new MoveFollowing(t.db, clock, config).run(kim, {
        sessionId: second,
        startsAt: elsewhere,
        keepsMoved: true,
        idempotencyKey: newId(),
      }),
  },
  'skip a session': {
    needs: 'cancel',
    run: ({ kim, second }) => new SkipSession(t.db, clock, config).run(kim, { sessionId: second }),
  },
  'call a session off': {
    needs: 'cancel',
    run: ({ kim, second }) =>
      new CancelSession(t.db, clock, config).run(kim, { sessionId: second }),
  },
  'bring a session back': {
    needs: 'cancel',
    run: async ({ pair, kim, second }) => {
      await new SkipSession(t.db, clock, config).run(pair.executive, { sessionId: second });
      return new RestoreSession(t.db, clock, config).run(kim, { sessionId: second });
    },
  },
  'take a held session': {
    needs: 'book',
    run: async ({ pair, kim, first }) => {
      await new SkipSession(t.db, clock, config).run(pair.executive, { sessionId: first });
      await new HealSession(t.db, clock, config).handle({ sessionId: first });
      const held = (await sessionsOf(t.db, pair.pairingId)).find(
        ({ status }) => status === 'offered',
      );
      return new AcceptOffer(t.db, clock, config).run(kim, { sessionId: held?.id ?? '' });
    },
  },
  'let a held session go': {
    needs: 'book',
    run: async ({ pair, kim, first }) => {
      await new SkipSession(t.db, clock, config).run(pair.executive, { sessionId: first });
      await new HealSession(t.db, clock, config).handle({ sessionId: first });
      const held = (await sessionsOf(t.db, pair.pairingId)).find(
        ({ status }) => status === 'offered',
      );
      return new DeclineOffer(t.db, clock, config).run(kim, { sessionId: held?.id ?? '' });
    },
  },
  'answer whether another hour suits better': {
    needs: 'move',
    run: async ({ pair, kim, first }) => {
      const questionId = newId();
      await t.db.rows(
        `insert into rhythm_question (id, pairing_id, streak_session_id, cause, asked_at) values ($1, $2, $3, 'cancelled', $4)`,
        [questionId, pair.pairingId, first, now],
      );
      return new AnswerRhythmQuestion(t.db, clock).run(kim, { questionId, answer: 'keep' });
    },
  },
  'take another time for a session': {
    needs: 'move',
    run: async ({ pair, kim, second }) => {
      await new ProposeTimes(t.db, clock, config).run(pair.champion, {
        sessionId: second,
        starts: [elsewhere],
        idempotencyKey: newId(),
      });
      const held = (await sessionsOf(t.db, pair.pairingId)).find(
        ({ status }) => status === 'offered',
      );
      return new AcceptOffer(t.db, clock, config).run(kim, { sessionId: held?.id ?? '' });
    },
  },
  'book one more': {
    needs: 'book',
    run: ({ pair, kim }) =>
      new BookSession(t.db, clock, config).run(kim, {
        pairingId: pair.pairingId,
        startsAt: new Date('2027-01-20T11:00:00Z'),
        idempotencyKey: newId(),
      }),
  },
  'set the meeting link': {
    needs: 'book',
    run: ({ kim, second }) =>
      new SetMeetingLink(t.db, clock, config).run(kim, {
        sessionId: second,
        meetingLink: 'https://meet.example.com/x',
      }),
  },
};

const combinations: DelegationScope[][] = [
  [],
  ...DELEGATION_SCOPES.map((scope) => [scope]),
  [...DELEGATION_SCOPES],
];

describe('47. an assistant without a scope', () => {
  it.each(Object.keys(attempts))('to %s needs exactly its scope', async (name) => {
    const attempt = attempts[name];
    for (const scopes of combinations) {
      const setting = await assisted(scopes);
      const answer = await attempt?.run(setting);
      const expected = scopes.includes(attempt?.needs ?? 'book')
        ? { ok: true }
        : { ok: false, refusal: { code: 'DELEGATE_MAY_NOT' } };
      expect({ scopes, answer }).toMatchObject({ scopes, answer: expected });
    }
  });

  it('gets no button for it: neither on the session nor where times wait', async () => {
    for (const scopes of combinations) {
      const { pair, kim, second } = await assisted(scopes);
      const seen = await new SessionReader(t.db, clock).one(kim, second);
      if (!seen) throw new Error('Kim looks after it');
      const shown = sessionView(seen, kim, now);
      expect({ scopes, ...shown }).toMatchObject({
        scopes,
        viewerCanMove: scopes.includes('move'),
        viewerCanSkip: scopes.includes('cancel'),
        viewerCanCancel: scopes.includes('cancel'),
        viewerCanRestore: false,
        viewerCanRecord: false,
      });
      const { starts } = await new BookingReader(t.db, clock).moveTimes(kim, second, null);
      expect(starts.length > 0).toBe(scopes.includes('move'));
      const waiting = await aPair(t.db, { championId: pair.championId });
      await aDelegation(t.db, {
        principalId: waiting.executiveId,
        delegateId: kim.personId,
        scopes,
      });
      const toBook = await new BookingReader(t.db, clock).waiting(kim);
      expect(toBook.map(({ pairing }) => pairing.id)).toEqual(
        scopes.includes('book') ? [waiting.pairingId] : [],
      );
    }
  });

  it('books a first series only when let', async () => {
    for (const scopes of [['move'], ['book']] as const) {
      const { pair, kim } = await assisted(scopes, false);
      const answer = await bookSeries(t.db).run(kim, {
        pairingId: pair.pairingId,
        localStart: '2027-01-12T10:00',
        idempotencyKey: newId(),
      });
      expect(answer.ok).toBe(scopes[0] === 'book');
    }
  });
});

describe('48. a delegation that ended at noon', () => {
  it('refuses an action at 12:01 with an older page, and shows nothing any more', async () => {
    const { pair, kim, second } = await assisted(DELEGATION_SCOPES);
    const noon = fixedClock('2027-01-11T12:00:00Z');
    const after = fixedClock('2027-01-11T12:01:00Z');
    await new RemoveDelegate(t.db, noon, config).run(pair.executive, { delegateId: kim.personId });
    await expect(
      new MoveSession(t.db, after, config).run(kim, { sessionId: second, startsAt: elsewhere }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await new SessionReader(t.db, after).one(kim, second)).toBeNull();
    expect((await new SessionHistoryReader(t.db, after).of(kim, [second])).size).toBe(0);
  });
});

describe('what an assistant did', () => {
  it('says so in every record and mail: by whom, and for whom', async () => {
    const { pair, kim, second } = await assisted(DELEGATION_SCOPES);
    await new MoveSession(t.db, clock, config).run(kim, { sessionId: second, startsAt: elsewhere });
    const history = await new SessionHistoryReader(t.db, clock).of(pair.champion, [second]);
    expect(history.get(second)?.at(-1)).toMatchObject({
      kind: 'moved',
      actorName: 'Kim Lee',
      forName: 'Helen Ward',
      from: '2027-01-26T10:00:00.000Z',
    });
    const told = (await mailsTo(t.db, pair.championId)).find(({ subject }) =>
      subject.startsWith('Moved'),
    );
    expect(told?.text).toContain('Changed by Kim Lee for Helen Ward.');

    await new ProposeTimes(t.db, clock, config).run(kim, {
      sessionId: second,
      starts: [new Date('2027-01-28T14:00:00Z')],
      idempotencyKey: newId(),
    });
    const [offer] = await new OfferReader(t.db, clock).open(pair.champion);
    expect(offer?.row.proposedByName).toBe('Kim Lee for Helen Ward');
    const asked = (await mailsTo(t.db, pair.championId)).find(({ key }) =>
      key.startsWith('held-times'),
    );
    expect(asked?.text).toContain('Kim Lee for Helen Ward cannot make');
  });

  it('is nobody else’s to read', async () => {
    const { second } = await assisted(DELEGATION_SCOPES);
    const hr = viewerOf(await aPerson(t.db), 'HR_LEAD');
    expect((await new SessionHistoryReader(t.db, clock).of(hr, [second])).size).toBe(0);
  });
});

describe('a mail about held times', () => {
  it('goes to those delegates only who may take them', async () => {
    const { pair, kim, first } = await assisted(['move']);
    const lee = await aPerson(t.db, { name: 'Lee Ott' });
    await aDelegation(t.db, {
      principalId: pair.executiveId,
      delegateId: lee.id,
      scopes: ['book'],
    });
    await new SkipSession(t.db, clock, config).run(pair.executive, { sessionId: first });
    await new HealSession(t.db, clock, config).handle({ sessionId: first });
    const told = async (id: string) =>
      (await mailsTo(t.db, id)).filter(({ key }) => key.startsWith('held-times')).length;
    expect([await told(kim.personId), await told(lee.id)]).toEqual([0, 1]);
  });
});
