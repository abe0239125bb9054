import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_RULES, type People } from '@flipside/pairings-domain';
import { aRound } from '../builders.js';
import { Matcher, type Watch } from './matcher.js';
import { MatchingPeopleReader } from './matching-people.reader.js';
import { ProposeLargeRound } from './propose-round.job.js';
import { aRoundDesk } from './round-desk.builder.js';
import { StopProposing } from './stop-proposing.js';

/** Lets a thread start from the sources: `.js` in an import stands for the `.ts` beside it. */
const FROM_SOURCES = `import { registerHooks } from 'node:module';
registerHooks({ resolve(name, context, next) {
  try { return next(name, context); }
  catch (error) { if (!name.endsWith('.js')) throw error; return next(name.slice(0, -3) + '.ts', context); }
} });`;

/** Computes rounds in a thread of its own, as the server does. */
class ThreadedMatcher extends Matcher {
  protected override startThread(): Worker {
    return new Worker(new URL('./match-desk.thread.ts', import.meta.url), {
      execArgv: [
        '--conditions=@flipside/source',
        '--experimental-transform-types',
        '--no-warnings',
        '--import',
        `data:text/javascript,${encodeURIComponent(FROM_SOURCES)}`,
      ],
    });
  }
}

const TOPICS = 24;
const person = (id: string, n: number) => ({
  id,
  managerIds: [],
  functionId: `unit-${n % 7}`,
  locationId: `site-${n % 5}`,
  zone: 'Europe/London',
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1020 })),
  areHoursKnown: true,
  languages: ['en'],
  isOptedOut: false,
  level: null,
  wishes: [],
  refuses: [],
});
const topics = (n: number) => [n, n * 7 + 1, n * 11 + 3].map((t) => `Topic ${t % TOPICS}`);
const idOf = (kind: number, n: number) =>
  `0000000${kind}-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** So many people that computing takes long enough to be watched. */
const aLargeCompany = (executives: number, champions: number): People => ({
  rules: DEFAULT_RULES,
  today: '2026-11-21',
  forbidden: [],
  conflicts: [],
  ended: [],
  executives: Array.from({ length: executives }, (_, n) => ({
    ...person(idOf(1, n), n),
    topics: [...new Set(topics(n))],
    goalWords: ['topic'],
  })),
  champions: Array.from({ length: champions }, (_, n) => ({
    ...person(idOf(2, n), n * 3),
    skills: [...new Set(topics(n * 5))],
    problems: [],
    capacity: 1 + (n % 3),
    livePairings: 0,
    takesPairings: true,
    certifiedUntil: null,
    hadTurn: false,
  })),
});

const desk = aRoundDesk();
const matcher = new ThreadedMatcher();
afterAll(() => matcher.onModuleDestroy());

const start = { pins: [], absent: [], standing: [] };
const people = aLargeCompany(1000, 4000);
/** The thread compiles the sources first. */
const PATIENCE_MS = 120_000;

/** Watches closely, and asks to stop as soon as there is progress, when it should. */
function watching(isStopped: boolean): { seen: number[]; watch: Watch } {
  const seen: number[] = [];
  const onProgress = (percent: number) => {
    seen.push(percent);
    return Promise.resolve(!(isStopped && percent > 0));
  };
  return { seen, watch: { everyMs: 5, onProgress } };
}

describe('the matching thread', () => {
  it(
    'tells how far a large round is while other work goes on, and proposes for everybody',
    async () => {
      const { seen, watch } = watching(false);
      const proposed = await matcher.ask({ kind: 'propose', runId: 'a', people, start }, watch);
      if (proposed === 'STOPPED' || 'problems' in proposed) throw new Error('It was not proposed');
      expect(proposed.matching.proposals).toHaveLength(1000);
      expect(seen).toEqual(seen.toSorted((a, b) => a - b));
      expect(new Set(seen.filter((percent) => percent > 0 && percent < 95)).size).toBeGreaterThan(
        2,
      );
    },
    PATIENCE_MS,
  );

  it(
    'stops when asked, long before the end, and takes the next round',
    async () => {
      const { seen, watch } = watching(true);
      const task = { kind: 'propose', runId: 'b', people, start } as const;
      expect(await matcher.ask(task, watch)).toBe('STOPPED');
      expect(Math.max(...seen)).toBeLessThan(95);
      const small = { ...task, runId: 'c', people: aLargeCompany(20, 40) };
      expect(await matcher.ask(small)).toMatchObject({ matching: { unmatched: [] } });
      // Nothing of the stopped one is kept.
      const question = { kind: 'quote', edits: [] } as const;
      const asked = { kind: 'ask', runId: 'b', from: 0, edits: [], question } as const;
      expect(await matcher.ask(asked)).toBe('UNKNOWN_RUN');
    },
    PATIENCE_MS,
  );

  it(
    'leaves a draft as it was when HR stops while it computes',
    async () => {
      const { db, clock } = desk;
      const { id: roundId } = await aRound(db, { state: 'proposing' });
      class LargeCompany extends MatchingPeopleReader {
        override load(): Promise<People> {
          return Promise.resolve(people);
        }
      }
      /** HR presses Stop as soon as the page shows progress. */
      class Impatient extends ThreadedMatcher {
        override ask: Matcher['ask'] = (task, watch) =>
          super.ask(
            task,
            watch && {
              everyMs: 5,
              onProgress: async (percent) => {
                if (percent > 0) await new StopProposing(db).run({ roundId });
                return watch.onProgress(percent);
              },
            },
          );
      }
      const impatient = new Impatient();
      const reader = new LargeCompany(db, undefined as never, clock);
      await new ProposeLargeRound(db, reader, impatient, clock).handle({
        roundId,
        scope: 'undecided',
      });
      await impatient.onModuleDestroy();
      const round = await desk.reader.one(roundId);
      expect(round).toMatchObject({ state: 'draft', failure: null, counts: { total: 0 } });
      expect(await db.rows('select id from matching_run where round_id = $1', [roundId])).toEqual(
        [],
      );
    },
    PATIENCE_MS,
  );
});
