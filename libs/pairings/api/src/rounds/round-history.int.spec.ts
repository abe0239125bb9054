import { describe, expect, it } from '@jest/globals';
import { newId } from '@flipside/kernel';
import { PersonLoader } from '@flipside/people-api';
import { aRoundDesk } from './round-desk.builder.js';
import { RoundHistoryReader } from './round-history.reader.js';

const desk = aRoundDesk();
const history = () => new RoundHistoryReader(desk.db, new PersonLoader(desk.db, desk.clock));
const sum = (values: readonly { points: number }[]) =>
  values.reduce((total, { points }) => total + points, 0);

/** A round proposed twice: in between somebody forbade the pair of one executive. */
async function twoDrafts() {
  const people = await desk.aSmallCompany();
  const roundId = await desk.aProposedRound();
  const before = await desk.proposalOf(roundId, people.forecasting.id);
  await desk.say(before.id, { kind: 'forbid', reason: 'They worked together' });
  expect((await desk.again(roundId, 'all_but_pinned')).ok).toBe(true);
  const [after, first] = await history().runs(roundId, desk.request());
  if (!first || !after) throw new Error('There are no two runs');
  return { ...people, roundId, first, after, forbidden: before.championId };
}

describe('two drafts side by side', () => {
  it('show who changes, and points that add up by pair, by line and to the difference of totals', async () => {
    const { first, after, forecasting, forbidden } = await twoDrafts();
    const seen = await history().compare(first.id, after.id, desk.request());
    const mine = seen.pairs.find(({ executive }) => executive.id === forecasting.id);
    expect(mine?.before?.id).toBe(forbidden);
    expect(mine?.after?.id).not.toBe(forbidden);
    expect(mine?.kind).toBe('changed');
    expect(seen.same + seen.changed + seen.added + seen.gone).toBe(3);
    expect(seen.pairs).toHaveLength(3 - seen.same);
    expect(seen.points).toBeLessThan(0);
    expect(seen.points).toBe(after.totalPoints - first.totalPoints);
    expect(sum(seen.pairs)).toBe(seen.points);
    expect(sum(seen.byCriterion)).toBe(seen.points);
    // What costs most comes first.
    const costs = seen.pairs.map(({ points }) => points);
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
  });

  it('say the opposite the other way round, and nothing about a draft and itself', async () => {
    const { first, after } = await twoDrafts();
    const there = await history().compare(first.id, after.id, desk.request());
    const back = await history().compare(after.id, first.id, desk.request());
    expect(back.points).toBe(-there.points);
    expect([back.added, back.gone]).toEqual([there.gone, there.added]);
    const self = await history().compare(after.id, after.id, desk.request());
    expect(self).toMatchObject({ same: 3, changed: 0, points: 0, pairs: [] });
  });

  it('are of one round', async () => {
    const { first } = await twoDrafts();
    const other = await desk.aProposedRound();
    const [run] = await history().runs(other, desk.request());
    for (const id of [run?.id ?? '', newId()]) {
      await expect(history().compare(first.id, id, desk.request())).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
  });
});

it('proposing anew leaves what was kept fixed, and every step stands in the history with who took it', async () => {
  const { forecasting, writing } = await desk.aSmallCompany();
  const roundId = await desk.aProposedRound();
  const kept = await desk.proposalOf(roundId, writing.id);
  await desk.say(kept.id, { kind: 'pin' });
  await desk.say((await desk.proposalOf(roundId, forecasting.id)).id, {
    kind: 'forbid',
    reason: 'They worked together',
  });
  await desk.again(roundId, 'all_but_pinned');
  expect((await desk.proposalOf(roundId, writing.id)).championId).toBe(kept.championId);
  const steps = await history().steps(roundId, desk.request());
  expect(steps.map(({ sentence }) => sentence).reverse()).toEqual([
    'Proposed matches',
    'Kept fixed',
    'Not these two',
    'Proposed the rest again',
  ]);
  expect(steps[1]).toMatchObject({
    reason: 'They worked together',
    actor: { id: desk.hr.personId },
    executive: { id: forecasting.id },
  });
});
