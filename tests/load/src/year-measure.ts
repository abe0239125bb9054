import { connect, migrate } from '@flipside/app-api';
import { startDatabase } from './bench-server.js';
import type { Measure } from './measures.js';
import { simulateYear, type YearResult } from './sessions-year.js';

const percent = ({ part, whole }: YearResult['adherence']): string =>
  `${((part / whole) * 100).toFixed(1)} % (${part} of ${whole})`;

/** A simulated year with random cancellations, healing on against off. */
export async function measureYear(pairings: number): Promise<Measure[]> {
  const run = async (isHealing: boolean): Promise<YearResult> => {
    const server = await startDatabase();
    const db = await connect(server.url, 4);
    await migrate(db, server.url);
    const result = await simulateYear(db, { pairings, isHealing, days: 364 });
    await db.source.destroy();
    await server.stop();
    return result;
  };
  // Each on a database of its own: side by side they take little longer than one.
  const results = await Promise.all([run(false), run(true)]);
  const [off, on] = results as [YearResult, YearResult];
  const year = `a year of ${pairings} pairings`;
  const shown = (what: string, without: unknown, withIt: unknown): Measure => ({
    what: `${year}: ${what}`,
    limit: null,
    figure: `healing off ${String(without)}, on ${String(withIt)}`,
    isWithin: true,
  });
  const none = (what: string, count: (result: YearResult) => number): Measure => ({
    ...shown(what, count(off), count(on)),
    limit: '0',
    isWithin: results.every((result) => count(result) === 0),
  });
  return [
    shown('cancelled', off.cancelled, on.cancelled),
    shown('held again and offered / taken', '–', `${on.offered} / ${on.taken}`),
    shown('sessions held', off.held, on.held),
    {
      ...shown('adherence', percent(off.adherence), percent(on.adherence)),
      limit: 'healing helps',
      isWithin: on.adherence.part / on.adherence.whole > off.adherence.part / off.adherence.whole,
    },
    none('overlaps', ({ overlaps }) => overlaps),
    shown('calendar objects', off.calendarObjects, on.calendarObjects),
    none('sequences that did not rise, foreign identities', (result) => result.identityFaults),
  ];
}
