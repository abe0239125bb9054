import { describe, expect, it } from '@jest/globals';
import {
  checkMove,
  checkReason,
  isClosed,
  movesFrom,
  NOMINATION_STAGES,
  sourceOf,
} from './nomination-stage.js';
import { PIPELINE_STEPS } from '../pipeline.js';

describe('the way of a nomination', () => {
  it('asks the nominee before anything goes on', () => {
    expect(
      checkMove({ stage: 'nominated', nomineeAnswer: 'pending' }, 'screened', null),
    ).toMatchObject({
      refusal: { code: 'NOMINEE_FIRST' },
    });
    expect(movesFrom({ stage: 'nominated', nomineeAnswer: 'pending' }).map((m) => m.to)).toEqual([
      'declined',
    ]);
    expect(checkMove({ stage: 'nominated', nomineeAnswer: 'yes' }, 'screened', null)).toEqual({
      ok: true,
      value: null,
    });
  });

  it('never reaches approval without the nominee’s yes', () => {
    for (const move of PIPELINE_STEPS.filter(
      ({ way, to }) => way === 'decision' && to === 'approved',
    ))
      expect(move.needsYes).toBe(true);
  });

  it('needs a record of the interview and of a no', () => {
    const screened = { stage: 'screened', nomineeAnswer: 'yes' } as const;
    expect(checkMove(screened, 'approved', '  ')).toMatchObject({
      refusal: { code: 'REASON_MISSING' },
    });
    expect(checkMove(screened, 'declined', null)).toMatchObject({ refusal: { field: 'reason' } });
    expect(checkMove(screened, 'approved', ' Talked for 20 minutes. ')).toEqual({
      ok: true,
      value: 'Talked for 20 minutes.',
    });
  });

  it('keeps a remark where none is needed', () => {
    const interviewed = { stage: 'interviewed', nomineeAnswer: 'yes' } as const;
    expect(checkMove(interviewed, 'approved', 'From May')).toEqual({ ok: true, value: 'From May' });
  });

  it('has no way out of a closed stage, and no step that is not in the table', () => {
    for (const stage of NOMINATION_STAGES.filter(isClosed)) {
      expect(movesFrom({ stage, nomineeAnswer: 'yes' })).toEqual([]);
      expect(checkMove({ stage, nomineeAnswer: 'yes' }, 'screened', 'x')).toMatchObject({
        refusal: { code: 'NOMINATION_CLOSED' },
      });
    }
    expect(checkMove({ stage: 'nominated', nomineeAnswer: 'yes' }, 'active', 'x')).toMatchObject({
      refusal: { code: 'NO_SUCH_MOVE' },
    });
  });

  it('wants a reason of a line or a few', () => {
    expect(checkReason('')).toMatchObject({ refusal: { code: 'REASON_MISSING' } });
    expect(checkReason('a'.repeat(501))).toMatchObject({ refusal: { code: 'REASON_TOO_LONG' } });
  });

  it('notes from whom it comes', () => {
    const facts = { nominatorId: 'a', nomineeId: 'b', nomineeManagerId: 'm', isHrLead: false };
    expect(sourceOf({ ...facts, nomineeId: 'a' })).toBe('self');
    expect(sourceOf({ ...facts, nomineeManagerId: 'a', isHrLead: true })).toBe('manager');
    expect(sourceOf({ ...facts, isHrLead: true })).toBe('hr');
    expect(sourceOf(facts)).toBe('peer');
  });
});
