import { describe, expect, it } from '@jest/globals';
import { SESSION_REFUSALS } from './session-refusals.js';
import {
  SESSION_STATUSES,
  TRANSITIONS,
  canMoveNow,
  changeStatus,
  type SessionAct,
  type SessionFacts,
} from './session-status.js';

const at = (iso: string): Date => new Date(iso);
const session = (over: Partial<SessionFacts> = {}): SessionFacts => ({
  status: 'booked',
  startsAt: at('2027-01-12T10:00:00Z'),
  endsAt: at('2027-01-12T10:30:00Z'),
  recordedAt: null,
  ...over,
});
const before = at('2027-01-11T09:00:00Z');

describe('what can happen to a session', () => {
  it('is listed once for each act and state', () => {
    const keys = TRANSITIONS.flatMap((row) => row.from.map((from) => `${row.act} ${from}`));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('never includes leaving an expired session', () => {
    expect(TRANSITIONS.filter((row) => row.from.includes('expired'))).toEqual([]);
  });

  it('refuses everything that the table does not name, with words for it', () => {
    const acts = [...new Set(TRANSITIONS.map((row) => row.act))];
    for (const status of SESSION_STATUSES) {
      for (const act of acts) {
        const answer = changeStatus(session({ status }), act, 'executive', before);
        const row = TRANSITIONS.find((each) => each.act === act && each.from.includes(status));
        if (!row) {
          expect(answer.ok).toBe(false);
          if (!answer.ok) expect(SESSION_REFUSALS[answer.refusal]).toMatch(/\.$/);
        }
      }
    }
  });

  it('is exactly this, by whom and from which state', () => {
    const late = at('2027-02-12T10:00:00Z');
    const table = TRANSITIONS.flatMap(({ act }) => act).flatMap((act) =>
      SESSION_STATUSES.flatMap((status) => {
        const by = (['executive', 'champion', 'system'] as const).filter((side) =>
          [before, late].some((now) => changeStatus(session({ status }), act, side, now).ok),
        );
        const found = [before, late]
          .map((now) => changeStatus(session({ status }), act, by[0] ?? 'system', now))
          .find(({ ok }) => ok);
        return found?.ok ? [`${act}: ${status} → ${found.value}, ${by.join(' ')}`] : [];
      }),
    );
    expect(table).toEqual([
      'accept_offer: offered → booked, executive champion',
      'withdraw_offer: offered → expired, executive champion system',
      'let_expire: offered → expired, system',
      'move: booked → booked, executive champion',
      'skip: booked → skipped, executive champion system',
      'cancel: booked → cancelled, executive champion system',
      'restore: skipped → booked, executive champion',
      'restore: cancelled → booked, executive champion',
      'record_held: booked → held, executive champion',
      'record_held: not_held → held, executive champion',
      'record_held: unconfirmed → held, executive champion',
      'record_not_held: booked → not_held, executive champion',
      'record_not_held: held → not_held, executive champion',
      'record_not_held: unconfirmed → not_held, executive champion',
      'leave_unconfirmed: booked → unconfirmed, system',
    ]);
  });

  it.each<[SessionAct, string]>([
    ['move', 'booked'],
    ['skip', 'skipped'],
    ['cancel', 'cancelled'],
  ])('lets both people %s before the start and nobody afterwards', (act, to) => {
    for (const by of ['executive', 'champion'] as const) {
      expect(changeStatus(session(), act, by, before)).toEqual({ ok: true, value: to });
      expect(changeStatus(session(), act, by, at('2027-01-12T10:00:00Z'))).toEqual({
        ok: false,
        refusal: 'ALREADY_STARTED',
      });
    }
  });

  it('52. is recorded from ten minutes after the start on', () => {
    expect(changeStatus(session(), 'record_held', 'champion', at('2027-01-12T10:09:59Z'))).toEqual({
      ok: false,
      refusal: 'NOT_YET_STARTED',
    });
    expect(
      changeStatus(session(), 'record_not_held', 'executive', at('2027-01-12T10:10:00Z')),
    ).toEqual({
      ok: true,
      value: 'not_held',
    });
  });

  it('can be corrected for 48 hours and then stands', () => {
    const held = session({ status: 'held', recordedAt: at('2027-01-12T11:00:00Z') });
    expect(changeStatus(held, 'record_not_held', 'champion', at('2027-01-14T11:00:00Z')).ok).toBe(
      true,
    );
    expect(changeStatus(held, 'record_not_held', 'champion', at('2027-01-14T11:00:01Z'))).toEqual({
      ok: false,
      refusal: 'RECORD_STANDS',
    });
  });

  it('becomes unconfirmed fourteen days after its end, by the programme alone', () => {
    const late = at('2027-01-26T10:30:00Z');
    expect(changeStatus(session(), 'leave_unconfirmed', 'system', late).ok).toBe(true);
    expect(
      changeStatus(session(), 'leave_unconfirmed', 'system', at('2027-01-26T10:29:59Z')).ok,
    ).toBe(false);
    expect(changeStatus(session(), 'leave_unconfirmed', 'champion', late).ok).toBe(false);
  });

  it('can still be recorded after it became unconfirmed', () => {
    expect(
      changeStatus(
        session({ status: 'unconfirmed' }),
        'record_held',
        'champion',
        at('2027-02-12T10:00:00Z'),
      ).ok,
    ).toBe(true);
  });

  it('is moved by a champion only with 24 hours’ notice, by an executive until it starts', () => {
    const close = at('2027-01-11T10:00:01Z');
    expect(canMoveNow(session(), 'champion', at('2027-01-11T10:00:00Z'))).toBe(true);
    expect(canMoveNow(session(), 'champion', close)).toBe(false);
    expect(canMoveNow(session(), 'executive', at('2027-01-12T09:59:59Z'))).toBe(true);
  });
});
