import { describe, expect, it } from '@jest/globals';
import {
  checkRound,
  holdsPlace,
  isPublishable,
  readRoundName,
  roomFor,
  staysInScope,
  type Holding,
} from './round.js';

const held = (id: string, own: Partial<Holding> = {}): Holding => ({
  id,
  championId: 'ana',
  decision: 'open',
  points: 5000,
  ...own,
});
const ana = { id: 'ana', capacity: 3, livePairings: 1 };

describe('room for one more in a round', () => {
  it('counts running pairings and what the round already gives away', () => {
    expect(roomFor(ana, [held('1')], 'new')).toEqual({ kind: 'free' });
    expect(roomFor(ana, [held('1'), held('new')], 'new')).toEqual({ kind: 'free' });
  });

  it('moves the undecided proposal with the fewest points when all places are held', () => {
    const proposals = [held('1', { points: 7000 }), held('2', { points: 4000 })];
    expect(roomFor(ana, proposals, 'new')).toEqual({ kind: 'moves', proposalId: '2' });
  });

  it('never moves what is decided', () => {
    const decided = [held('1', { decision: 'accepted' }), held('2', { decision: 'pinned' })];
    expect(roomFor(ana, decided, 'new')).toEqual({ kind: 'full' });
    expect(roomFor({ ...ana, livePairings: 3 }, [], 'new')).toEqual({ kind: 'full' });
  });

  it('frees the place of a proposal that is left open', () => {
    expect(holdsPlace(held('1', { decision: 'left_open' }))).toBe(false);
    expect(roomFor(ana, [held('1'), held('2', { decision: 'left_open' })], 'new')).toEqual({
      kind: 'free',
    });
  });
});

describe('a round', () => {
  it('lets work happen only in its state, and says why not', () => {
    expect(checkRound('review', 'decide').ok).toBe(true);
    expect(checkRound('draft', 'decide')).toMatchObject({ refusal: { code: 'NOT_IN_REVIEW' } });
    expect(checkRound('proposing', 'publish')).toMatchObject({
      refusal: { code: 'STILL_PROPOSING' },
    });
    expect(checkRound('published', 'discard')).toMatchObject({ refusal: { code: 'ROUND_CLOSED' } });
  });

  it('publishes accepted and pinned proposals only', () => {
    const decisions = ['open', 'accepted', 'pinned', 'left_open'] as const;
    expect(decisions.filter((decision) => isPublishable(held('1', { decision })))).toEqual([
      'accepted',
      'pinned',
    ]);
    expect(isPublishable({ championId: null, decision: 'accepted' })).toBe(false);
  });

  it('keeps decided proposals when the rest is proposed again, and only pinned ones when all is', () => {
    expect(staysInScope('accepted', 'undecided')).toBe(true);
    expect(staysInScope('open', 'undecided')).toBe(false);
    expect(staysInScope('accepted', 'all_but_pinned')).toBe(false);
    expect(staysInScope('pinned', 'all_but_pinned')).toBe(true);
  });

  it('has a name of 1 to 80 characters', () => {
    expect(readRoundName('  Autumn ')).toEqual({ ok: true, value: 'Autumn' });
    expect(readRoundName(' ')).toMatchObject({ refusal: { code: 'NAME_MISSING' } });
    expect(readRoundName('x'.repeat(81))).toMatchObject({ refusal: { field: 'name' } });
  });
});
