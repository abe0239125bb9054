import { expect, it } from '@jest/globals';
import { addDays } from '@flipside/kernel';
import { contains, workingTime } from '../free-time.js';
import { planQuarter } from './plan-quarter.js';
import { networkQuarter } from './quarter.fixture.js';
import { QUARTER_DAYS, type Quarter } from './quarter.js';

const DAY_MS = 86_400_000;
const SESSION_MINUTES = 30;

/** The same people some quarters later: their meetings lie as they did, and each keeps in mind the hour they had. */
function later(quarter: Quarter, quarters: number, hours: ReadonlyMap<string, string>): Quarter {
  const days = quarters * QUARTER_DAYS;
  const moved = (at: number): number => at + days * DAY_MS;
  return {
    ...quarter,
    now: new Date(moved(quarter.now.getTime())),
    startsOn: addDays(quarter.startsOn, days),
    people: quarter.people.map((person) => ({
      ...person,
      busy: (person.busy ?? []).map(({ from, to }) => ({ from: moved(from), to: moved(to) })),
    })),
    pairings: quarter.pairings.map((pairing) => ({
      ...pairing,
      notBefore: addDays(pairing.notBefore, days),
      previous: hours.get(pairing.id) ?? null,
    })),
  };
}

it('83. off-hours minutes over four simulated quarters differ between any two people by at most one session’s worth', () => {
  const first = networkQuarter({
    pairings: 120,
    perChampion: 4,
    executiveBusy: 0.5,
    championBusy: 0.4,
    seed: 83,
  });
  const minutes = new Map(first.people.map(({ id }) => [id, 0]));
  let [hours, sessions] = [new Map<string, string>(), 0];
  for (let quarters = 0; quarters < 4; quarters++) {
    const quarter = later(first, quarters, hours);
    const people = new Map(quarter.people.map((person) => [person.id, person]));
    const plan = planQuarter(quarter);
    hours = new Map(plan.placed.map((each) => [each.pairingId, each.pattern.localStart]));
    for (const { pairingId, pattern } of plan.placed) {
      const pairing = quarter.pairings.find(({ id }) => id === pairingId);
      for (const { occurrence } of pattern.occurrences) {
        if (!occurrence) continue;
        sessions++;
        const [from, to] = [occurrence.startsAt.getTime(), occurrence.endsAt.getTime()];
        for (const id of [pairing?.executiveId ?? '', pairing?.championId ?? '']) {
          const person = people.get(id);
          const isInside =
            person && contains(workingTime(person, from - DAY_MS, to + DAY_MS), from, to);
          if (!isInside) minutes.set(id, (minutes.get(id) ?? 0) + SESSION_MINUTES);
        }
      }
    }
  }
  // A year of a whole network, across both clock changes of every zone.
  expect(sessions).toBeGreaterThan(2000);
  const all = [...minutes.values()];
  expect(Math.max(...all) - Math.min(...all)).toBeLessThanOrEqual(SESSION_MINUTES);
});
