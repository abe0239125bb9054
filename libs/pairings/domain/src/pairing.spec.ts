import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  acceptBy,
  answerBy,
  canMove,
  declineBy,
  isLive,
  movePairing,
  PAIRING_STATES,
  PAIRING_TRANSITIONS,
  type Answers,
  type PairingMove,
} from './pairing.js';

const now = new Date('2026-11-21T10:00:00Z');
const proposed: Answers = {
  state: 'proposed',
  executiveAnswer: 'pending',
  championAnswer: 'pending',
  expiresAt: answerBy(now),
};

describe('a proposed pairing', () => {
  it('is accepted once both sides have said yes, in either order', () => {
    for (const order of [['executive', 'champion'] as const, ['champion', 'executive'] as const]) {
      const first = acceptBy(proposed, order[0], now);
      expect(first).toMatchObject({ ok: true, value: { state: 'proposed' } });
      const second = first.ok ? acceptBy(first.value, order[1], now) : first;
      expect(second).toMatchObject({ ok: true, value: { state: 'accepted' } });
    }
  });

  it('does not change when the same side says yes twice, before and after the other yes', () => {
    const once = acceptBy(proposed, 'champion', now);
    if (!once.ok) throw new Error('refused');
    expect(acceptBy(once.value, 'champion', now)).toEqual(once);
    const accepted = { ...once.value, state: 'accepted', executiveAnswer: 'yes' } as const;
    expect(acceptBy(accepted, 'champion', now)).toEqual({ ok: true, value: accepted });
  });

  it('is declined by one no, also after a yes', () => {
    const yes = acceptBy(proposed, 'executive', now);
    if (!yes.ok) throw new Error('refused');
    expect(declineBy(yes.value, 'executive', now)).toMatchObject({
      ok: true,
      value: { state: 'declined', executiveAnswer: 'no' },
    });
    expect(declineBy(proposed, 'champion', now)).toMatchObject({
      ok: true,
      value: { state: 'declined' },
    });
  });

  it('takes no answer from the moment it expires', () => {
    const expiresAt = answerBy(now);
    const before = new Date(expiresAt.getTime() - 1);
    expect(acceptBy(proposed, 'champion', before).ok).toBe(true);
    expect(acceptBy(proposed, 'champion', expiresAt)).toMatchObject({
      ok: false,
      refusal: { code: 'EXPIRED' },
    });
    expect(declineBy(proposed, 'champion', expiresAt)).toMatchObject({
      ok: false,
      refusal: { code: 'EXPIRED' },
    });
  });
});

describe('the life of a pairing', () => {
  const moves = Object.keys(PAIRING_TRANSITIONS) as PairingMove[];
  const actors = ['executive', 'champion', 'hr_lead', 'system'] as const;

  it('follows the table and nothing else', () => {
    for (const state of PAIRING_STATES) {
      for (const move of moves) {
        for (const actor of actors) {
          const { from, to, by } = PAIRING_TRANSITIONS[move];
          const isAllowed = from.includes(state) && by.includes(actor);
          expect(canMove(state, move, actor)).toBe(isAllowed);
          const moved = movePairing(state, move, actor);
          if (moved.ok) expect(moved.value).toBe(to);
        }
      }
    }
  });

  it('never leaves an end state', () => {
    const over = PAIRING_STATES.filter((state) => !isLive(state));
    fc.assert(
      fc.property(
        fc.constantFrom(...over),
        fc.constantFrom(...moves),
        fc.constantFrom(...actors),
        (state, move, actor) => !movePairing(state, move, actor).ok,
      ),
    );
  });

  it('lets either side pause, resume and end without the other', () => {
    for (const side of ['executive', 'champion'] as const) {
      expect(movePairing('active', 'pause', side)).toEqual({ ok: true, value: 'paused' });
      expect(movePairing('paused', 'resume', side)).toEqual({ ok: true, value: 'active' });
      expect(movePairing('active', 'end_early', side)).toEqual({ ok: true, value: 'ended_early' });
    }
  });

  it('says who a step belongs to, and when it is too late', () => {
    expect(movePairing('proposed', 'accept', 'hr_lead')).toMatchObject({
      refusal: { code: 'NOT_YOURS_TO_DO' },
    });
    expect(movePairing('ended_early', 'pause', 'champion')).toMatchObject({
      refusal: { code: 'ALREADY_OVER' },
    });
    expect(movePairing('proposed', 'pause', 'champion')).toMatchObject({
      refusal: { code: 'NOT_IN_THIS_STATE' },
    });
  });
});
