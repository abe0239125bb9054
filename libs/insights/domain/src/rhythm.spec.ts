import { describe, expect, it } from '@jest/globals';
import { addDays, FOREVER, type Day } from '@flipside/kernel';
import fc from 'fast-check';
import {
  anchorSince,
  byNeed,
  rhythmOf,
  totalAdherence,
  type PairingRhythm,
  type PairingRhythmFacts,
  type RhythmSession,
} from './rhythm.js';

/** A Monday; fortnights begin on 1, 15 and 29 June, 13 and 27 July, 10 and 24 August 2026. */
const ANCHOR = '2026-06-01';
const held = (on: Day, change: Partial<RhythmSession> = {}): RhythmSession => ({
  on,
  status: 'held',
  reason: null,
  isMoved: false,
  ...change,
});
const facts = (change: Partial<PairingRhythmFacts> = {}): PairingRhythmFacts => ({
  anchorOn: ANCHOR,
  cadenceDays: 14,
  pauses: [],
  endedOn: null,
  sessions: [],
  ...change,
});
const strip = (rhythm: PairingRhythm) => rhythm.fortnights.map(({ state }) => state);

describe('the strip of fortnights', () => {
  it('tells held, moved, skipped, no word and not booked apart, oldest first', () => {
    const rhythm = rhythmOf(
      facts({
        sessions: [
          held('2026-06-02'),
          held('2026-06-18', { isMoved: true }),
          held('2026-06-30', { status: 'skipped', reason: 'holiday' }),
          held('2026-07-14', { status: 'booked' }),
          held('2026-08-11'),
        ],
      }),
      '2026-08-24',
    );
    expect(strip(rhythm)).toEqual(['held', 'moved', 'skipped', 'no_word', 'not_booked', 'held']);
    expect(rhythm.fortnights[2]?.reason).toBe('holiday');
    expect(rhythm.adherence).toEqual({ part: 3, whole: 6 });
    expect(rhythm.lastHeldOn).toBe('2026-08-11');
  });

  it('leaves the running fortnight out', () => {
    expect(strip(rhythmOf(facts({ sessions: [held('2026-06-02')] }), '2026-06-14'))).toEqual([]);
    expect(strip(rhythmOf(facts({ sessions: [held('2026-06-02')] }), '2026-06-15'))).toEqual([
      'held',
    ]);
  });

  it('shows at most the last six', () => {
    expect(strip(rhythmOf(facts(), '2027-06-01'))).toHaveLength(6);
  });

  it('counts a missed session as no word, also when somebody logged that they did not meet', () => {
    const rhythm = rhythmOf(
      facts({ sessions: [held('2026-06-02', { status: 'not_held' })] }),
      '2026-06-15',
    );
    expect(strip(rhythm)).toEqual(['no_word']);
  });

  it('writes a fortnight spent mostly in a pause as skipped because of it', () => {
    const rhythm = rhythmOf(
      facts({ pauses: [{ from: '2026-06-01', to: '2026-06-12' }] }),
      '2026-06-15',
    );
    expect(rhythm.fortnights).toEqual([
      { from: '2026-06-01', to: '2026-06-15', state: 'skipped', reason: 'paused' },
    ]);
    expect(rhythm.adherence.whole).toBe(0);
  });
});

describe('the state of a pairing', () => {
  it('is new until the first fortnight and a week more are over', () => {
    expect(rhythmOf(facts(), '2026-06-21').state).toBe('new');
    expect(rhythmOf(facts(), '2026-06-22').state).toBe('slipping');
  });

  it('is on rhythm while the last session is at most 18 days ago', () => {
    const sessions = [held('2026-06-02'), held('2026-06-16'), held('2026-06-30')];
    expect(rhythmOf(facts({ sessions }), '2026-07-18').state).toBe('on_rhythm');
    const late = rhythmOf(facts({ sessions }), '2026-07-19');
    expect(late.state).toBe('slipping');
    expect(late.debtDays).toBe(1);
    expect(late.because).toBe('Slipped by 1 day.');
  });

  it('slips after two fortnights without a session, however late the next one is held', () => {
    const rhythm = rhythmOf(
      facts({ sessions: [held('2026-06-02'), held('2026-07-13')] }),
      '2026-07-13',
    );
    expect(rhythm.state).toBe('slipping');
    expect(rhythm.because).toBe('No session in the last two fortnights.');
  });

  it('is paused on a paused day and judged again on the day after', () => {
    const pauses = [{ from: '2026-07-01', to: '2026-08-01' }];
    const sessions = [held('2026-06-02'), held('2026-06-16'), held('2026-06-30')];
    expect(rhythmOf(facts({ pauses, sessions }), '2026-07-31').state).toBe('paused');
    expect(rhythmOf(facts({ pauses, sessions }), '2026-08-01').state).toBe('on_rhythm');
  });

  it('stays paused without an end', () => {
    const pauses = [{ from: '2026-07-01', to: FOREVER }];
    expect(rhythmOf(facts({ pauses }), '2027-07-01').state).toBe('paused');
  });

  it('is ended from the day it ended, and keeps its strip', () => {
    const rhythm = rhythmOf(
      facts({ endedOn: '2026-07-01', sessions: [held('2026-06-02'), held('2026-06-16')] }),
      '2026-12-01',
    );
    expect(rhythm.state).toBe('ended');
    expect(strip(rhythm)).toEqual(['held', 'held']);
    expect(rhythm.debtDays).toBe(0);
  });

  it('never slips when a session is held in every fortnight on the same weekday', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 22, max: 300 }),
        (offset, age) => {
          const today = addDays(ANCHOR, age);
          const sessions = Array.from({ length: 22 }, (_, n) => addDays(ANCHOR, n * 14 + offset))
            .filter((on) => on <= today)
            .map((on) => held(on));
          expect(rhythmOf(facts({ sessions }), today).state).toBe('on_rhythm');
        },
      ),
    );
  });
});

describe('the list of pairings', () => {
  const rhythm = (change: Partial<PairingRhythm>): PairingRhythm => ({
    ...rhythmOf(facts(), '2026-06-02'),
    ...change,
  });

  it('starts with the longest slip and ends with what has ended', () => {
    const rows = [
      { name: 'On', rhythm: rhythm({ state: 'on_rhythm' }) },
      { name: 'Ended', rhythm: rhythm({ state: 'ended' }) },
      { name: 'Slip 3', rhythm: rhythm({ state: 'slipping', debtDays: 3 }) },
      { name: 'New', rhythm: rhythm({ state: 'new' }) },
      { name: 'Slip 9', rhythm: rhythm({ state: 'slipping', debtDays: 9 }) },
      { name: 'Paused', rhythm: rhythm({ state: 'paused' }) },
    ];
    expect(rows.sort(byNeed).map(({ name }) => name)).toEqual([
      'Slip 9',
      'Slip 3',
      'New',
      'Paused',
      'On',
      'Ended',
    ]);
  });

  it('adds windows, not percentages', () => {
    const rows = [{ adherence: { part: 1, whole: 1 } }, { adherence: { part: 3, whole: 9 } }];
    expect(totalAdherence(rows)).toEqual({ part: 4, whole: 10 });
  });
});

describe('judging a long pairing by a recent period', () => {
  it('starts at the window that holds the first day of the period, on the old grid', () => {
    expect(anchorSince('2026-06-01', 14, '2026-06-20')).toBe('2026-06-15');
    expect(anchorSince('2026-06-01', 14, '2026-06-15')).toBe('2026-06-15');
    expect(anchorSince('2026-06-01', 14, '2026-01-01')).toBe('2026-06-01');
  });
});
