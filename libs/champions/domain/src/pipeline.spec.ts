import { describe, expect, it } from '@jest/globals';
import { isStep, PIPELINE_STAGES, PIPELINE_STEPS, stepsOf } from './pipeline.js';

const ENDS = ['declined', 'withdrawn'];

describe('the table of the pipeline', () => {
  it('leads from an idea to alumni and back, and reaches every stage', () => {
    const reached = new Set<string>(['candidate']);
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      for (const { from, to } of PIPELINE_STEPS) if (reached.has(from)) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...PIPELINE_STAGES].sort());
    expect(stepsOf('naming', 'alumni').map(({ to }) => to)).toEqual(['approved', 'active']);
  });

  it('has no way out of declined and withdrawn, no step onto the spot and no step twice', () => {
    for (const { from, to } of PIPELINE_STEPS) {
      expect(ENDS).not.toContain(from);
      expect(from).not.toBe(to);
    }
    const keys = PIPELINE_STEPS.map(({ way, from, to }) => `${way} ${from} ${to}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('lets a champion rest, return and stop without a reason, from whatever they are', () => {
    for (const { way, needsReason } of PIPELINE_STEPS)
      if (way === 'break' || way === 'return' || way === 'stepping_down')
        expect(needsReason).toBe(false);
    for (const state of ['approved', 'onboarding', 'active', 'resting'] as const)
      expect(stepsOf('stepping_down', state).length).toBeGreaterThan(0);
    expect(isStep('break', 'active', 'resting', null)).toBe(true);
    expect(isStep('break', 'alumni', 'resting', null)).toBe(false);
  });

  it('lets the programme end a role only with a reason, and rest nobody', () => {
    for (const { way, needsReason } of PIPELINE_STEPS)
      if (way === 'ending') expect(needsReason).toBe(true);
    expect(isStep('ending', 'active', 'alumni', null)).toBe(false);
    expect(isStep('ending', 'active', 'alumni', 'Moves to another task')).toBe(true);
    expect(PIPELINE_STEPS.filter(({ to }) => to === 'resting').map(({ way }) => way)).toEqual([
      'break',
    ]);
  });

  it('takes back a nomination only until it is decided', () => {
    expect(
      PIPELINE_STEPS.filter(({ way }) => way === 'withdrawal').map(({ from }) => from),
    ).toEqual(['candidate', 'nominated', 'screened', 'interviewed']);
  });
});
