import { describe, expect, it } from '@jest/globals';
import type { Role } from '@flipside/platform-api';
import {
  actorOf,
  canAccept,
  canAgree,
  canDecline,
  canEnd,
  canPause,
  canReadWords,
  canSeePairing,
  sideOf,
  visibleAnswer,
  type PairingFacts,
} from './pairing.policy.js';

const who = (personId: string, ...roles: Role[]) => ({ personId, roles: new Set<Role>(roles) });
const helen = who('helen', 'EXECUTIVE');
const priya = who('priya', 'CHAMPION');
const lead = who('lead', 'HR_LEAD');
const colleague = who('colleague', 'EXECUTIVE', 'CHAMPION', 'DELEGATE', 'ADMINISTRATOR');

const pairing = (own: Partial<PairingFacts> = {}): PairingFacts => ({
  executiveId: 'helen',
  championId: 'priya',
  state: 'proposed',
  executiveAnswer: 'pending',
  championAnswer: 'pending',
  ...own,
});

describe('a pairing', () => {
  it('exists for its two people and HR leads only', () => {
    expect([helen, priya, lead].every((viewer) => canSeePairing(viewer, pairing()))).toBe(true);
    expect(canSeePairing(colleague, pairing())).toBe(false);
  });

  it('shows its words to the two and never to HR', () => {
    expect(canReadWords(helen, pairing())).toBe(true);
    expect(canReadWords(lead, pairing())).toBe(false);
    expect(canReadWords(who('priya', 'HR_LEAD'), pairing())).toBe(true);
  });

  it('treats an HR lead who is one of the two as that side', () => {
    const both = who('helen', 'HR_LEAD');
    expect(sideOf(both, pairing())).toBe('executive');
    expect(actorOf(both, pairing())).toBe('executive');
    expect(canEnd(both, pairing())).toBe(false);
  });

  it('is answered by its two people, each once', () => {
    expect(canAccept(helen, pairing())).toBe(true);
    expect(canAccept(helen, pairing({ executiveAnswer: 'yes' }))).toBe(false);
    expect(canDecline(helen, pairing({ executiveAnswer: 'yes' }))).toBe(true);
    expect(canAccept(lead, pairing())).toBe(false);
    expect(canDecline(lead, pairing())).toBe(false);
  });

  it('is paused and ended by the two and by HR, and by nobody else', () => {
    const active = pairing({ state: 'active' });
    expect([helen, priya, lead].every((v) => canPause(v, active) && canEnd(v, active))).toBe(true);
    expect(canPause(colleague, active) || canEnd(colleague, active)).toBe(false);
    expect(canEnd(lead, pairing())).toBe(true);
    expect(canEnd(priya, pairing())).toBe(false);
  });

  it('is agreed on by the two while it lives', () => {
    expect(canAgree(priya, pairing())).toBe(true);
    expect(canAgree(lead, pairing())).toBe(false);
    expect(canAgree(priya, pairing({ state: 'completed' }))).toBe(false);
  });
});

describe('an answer', () => {
  it('of no is never shown to the other side', () => {
    const declined = pairing({ state: 'declined', championAnswer: 'no', executiveAnswer: 'yes' });
    expect(visibleAnswer(helen, declined, 'champion')).toBeNull();
    expect(visibleAnswer(helen, declined, 'executive')).toBe('yes');
    expect(visibleAnswer(priya, declined, 'champion')).toBe('no');
    expect(visibleAnswer(lead, declined, 'champion')).toBe('no');
    expect(visibleAnswer(colleague, declined, 'champion')).toBeNull();
  });

  it('of yes is shown to the other side while the proposal waits', () => {
    expect(visibleAnswer(helen, pairing({ championAnswer: 'yes' }), 'champion')).toBe('yes');
  });
});
