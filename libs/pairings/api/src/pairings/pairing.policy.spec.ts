import { describe, expect, it } from '@jest/globals';
import type { Role } from '@flipside/platform-api';
import {
  actorOf,
  canAccept,
  canAgree,
  canAsk,
  canDecline,
  canEnd,
  canPause,
  canPostpone,
  canReadWords,
  canSeePairing,
  questionsFor,
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

describe('a proposal that is not answered yet', () => {
  const waiting = (own: object = {}) => ({
    ...pairing(),
    executiveBackOn: null,
    championBackOn: null,
    ...own,
  });

  it('can wait once for each of the two, before they answer', () => {
    expect([helen, priya, lead, colleague].map((who) => canPostpone(who, waiting()))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(canPostpone(helen, waiting({ executiveBackOn: '2026-12-05' }))).toBe(false);
    expect(canPostpone(priya, waiting({ executiveBackOn: '2026-12-05' }))).toBe(true);
    expect(canPostpone(helen, waiting({ executiveAnswer: 'yes' }))).toBe(false);
    expect(canPostpone(helen, waiting({ state: 'active' }))).toBe(false);
  });

  it('can be asked about by its readers while it waits; they read on afterwards', () => {
    expect(canAsk(helen, pairing())).toEqual(['pair', 'executive_and_lead']);
    expect(canAsk(priya, pairing())).toEqual(['pair', 'champion_and_lead']);
    expect(canAsk(lead, pairing())).toEqual(['executive_and_lead', 'champion_and_lead']);
    expect(canAsk(colleague, pairing())).toEqual([]);
    expect(canAsk(helen, pairing({ state: 'accepted' }))).toEqual([]);
    expect(questionsFor(helen, pairing({ state: 'accepted' }))).toHaveLength(2);
    expect(questionsFor(colleague, pairing())).toEqual([]);
  });

  it('lets an HR lead who is one of the two read as that side alone', () => {
    const both = who('helen', 'EXECUTIVE', 'HR_LEAD');
    expect(questionsFor(both, pairing())).toEqual(['pair', 'executive_and_lead']);
  });
});
