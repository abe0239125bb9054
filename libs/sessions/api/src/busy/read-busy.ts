import { Worker } from 'node:worker_threads';
import { findIana } from 'windows-iana';
import { isTimeZone, mergedIntervals, resolveLocal, type Interval } from '@flipside/people-domain';
import type { BusyEventsInput, FoundBusy, FoundTime } from './busy-events.worker.js';
import { CalendarProblem } from './guarded-fetch.js';

const TIME_LIMIT_MS = 5_000;
const MINUTE = 60_000;
/** Longer stretches are cut: a hostile file must not fill the table with one event. */
const LONGEST_DAYS = 60;

/** Busy stretches of a calendar, merged, and the zone names that nobody knows. */
export interface ReadBusy {
  readonly intervals: readonly Interval[];
  readonly unknownZones: readonly string[];
}

/** In the sources the thread is TypeScript that Node strips by itself; built, it is plain JavaScript. */
const workerFile = (): URL =>
  new URL(
    import.meta.url.endsWith('.ts') ? './busy-events.worker.ts' : './busy-events.worker.js',
    import.meta.url,
  );

function runWorker(input: BusyEventsInput): Promise<FoundBusy[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(), {
      workerData: input,
      execArgv: ['--disable-warning=ExperimentalWarning'],
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
    const unreadable = new CalendarProblem(
      'This is no calendar that can be read. Check that the address ends in a published calendar.',
    );
    const timer = setTimeout(() => {
      void worker.terminate();
      reject(new CalendarProblem('This calendar takes too long to read.'));
    }, TIME_LIMIT_MS);
    worker.once('message', (found: FoundBusy[]) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(found);
    });
    worker.once('error', () => {
      clearTimeout(timer);
      reject(unreadable);
    });
    worker.once('exit', () => {
      clearTimeout(timer);
      reject(unreadable);
    });
  });
}

/**
 * The zone that a TZID means: an IANA name, else a Windows name, else null; the file's own rules and the
 * owner's zone come after that.
 */
export function zoneOfTzid(tzid: string): string | null {
  if (isTimeZone(tzid)) return tzid;
  const tail = tzid.split('/').slice(-2).join('/');
  if (isTimeZone(tail)) return tail;
  const [found] = findIana(tzid);
  return found && isTimeZone(found) ? found : null;
}

function instantMs(time: FoundTime, ownerZone: string, unknown: Set<string>): number {
  if (time.isUtc) return Date.parse(`${time.local}:00Z`);
  const named = time.tzid === null ? ownerZone : zoneOfTzid(time.tzid);
  if (named === null && time.embeddedMs !== null) return time.embeddedMs;
  if (named === null && time.tzid !== null) unknown.add(time.tzid);
  const found = resolveLocal(named ?? ownerZone, time.local);
  if (found.kind === 'instant') return found.instant.getTime();
  return (found.kind === 'gap' ? found.resumesAt : found.first).getTime();
}

/**
 * When the owner of this calendar is busy in the window. Titles, places and people of the events are
 * never looked at; what is free, cancelled or our own takes no time.
 * @throws CalendarProblem when it cannot be read within 5 seconds
 */
export async function readBusy(
  input: BusyEventsInput & { readonly ownerZone: string },
): Promise<ReadBusy> {
  const found = await runWorker(input);
  const unknown = new Set<string>();
  const intervals = found.map(({ start, minutes }) => {
    const from = instantMs(start, input.ownerZone, unknown);
    return { from, to: from + Math.min(minutes, LONGEST_DAYS * 1440) * MINUTE };
  });
  const inside = intervals.flatMap(({ from, to }) => {
    const [start, end] = [Math.max(from, input.fromMs), Math.min(to, input.toMs)];
    return start < end ? [{ from: start, to: end }] : [];
  });
  return { intervals: mergedIntervals(inside), unknownZones: [...unknown].sort() };
}
