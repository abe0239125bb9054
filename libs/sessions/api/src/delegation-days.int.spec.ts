import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, fixedClock } from '@flipside/kernel';
import { localOf } from '@flipside/people-domain';
import { aPerson } from '@flipside/people-api/builders';
import { testDatabase, type TestDatabase } from '@flipside/testing';
import { AddDelegate } from './add-delegate.js';
import { delegatesOf } from './delegates-of.js';
import { DelegationReader } from './delegation.reader.js';
import { RemoveDelegate } from './remove-delegate.js';
import { config, viewerOf } from './spec-setting.builder.js';
import { principalsOf } from './standing.js';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const AROUND_MIDNIGHT = [
  // Tuesday there while it is Monday in UTC, and Monday there while it is Tuesday in UTC.
  ['Pacific/Auckland', '2027-01-11T10:59:00Z', '2027-01-11T11:01:00Z'],
  ['America/Los_Angeles', '2027-01-12T07:59:00Z', '2027-01-12T08:01:00Z'],
] as const;

describe.each(AROUND_MIDNIGHT)('a delegation in %s', (timeZone, before, after) => {
  let n = 0;
  async function granted(at: string, days: { from?: string; until?: string } = {}) {
    const email = `kim.${timeZone.split('/')[1]?.toLowerCase() ?? ''}.${n++}@company.test`;
    const helen = viewerOf(await aPerson(t.db, { name: 'Helen Ward', timeZone }), 'EXECUTIVE');
    const kim = await aPerson(t.db, { name: 'Kim Lee', email });
    const result = await new AddDelegate(t.db, fixedClock(at), config).run(
      { ...helen, timeZone },
      { email, ...days },
    );
    if (!result.ok) throw new Error(result.refusal.message);
    return { helen: { ...helen, timeZone }, kim };
  }
  const holds = async (kimId: string, helenId: string, at: string): Promise<boolean[]> => {
    const now = new Date(at);
    return [
      (await principalsOf(t.db, kimId, now)).has(helenId),
      (await delegatesOf(t.db, [helenId], now)).some(({ id }) => id === kimId),
    ];
  };

  it('granted for today holds at once, on both sides of midnight, and says the own day', async () => {
    for (const at of [before, after]) {
      const { helen, kim } = await granted(at);
      expect(await holds(kim.id, helen.personId, at)).toEqual([true, true]);
      const [row] = await new DelegationReader(t.db, fixedClock(at)).delegatesOf(helen);
      expect(row).toMatchObject({
        since: localOf(new Date(at), timeZone).slice(0, 10),
        hasBegun: true,
      });
    }
  });

  it('for tomorrow begins, and one until today ends, at midnight on the own clock', async () => {
    const today = localOf(new Date(before), timeZone).slice(0, 10);
    const later = await granted(before, { from: addDays(today, 1) });
    const short = await granted(before, { until: today });
    const both = async (at: string) => [
      ...(await holds(later.kim.id, later.helen.personId, at)),
      ...(await holds(short.kim.id, short.helen.personId, at)),
    ];
    expect(await both(before)).toEqual([false, false, true, true]);
    expect(await both(after)).toEqual([true, true, false, false]);
  });

  it('taken back ends at once', async () => {
    const { helen, kim } = await granted(after);
    const ended = await new RemoveDelegate(t.db, fixedClock(after), config).run(helen, {
      delegateId: kim.id,
    });
    expect(ended.ok).toBe(true);
    expect(await holds(kim.id, helen.personId, after)).toEqual([false, false]);
  });
});
