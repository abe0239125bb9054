import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  continuityOf,
  describeRun,
  effectOfRules,
  explain,
  linesOf,
  pairsUnder,
  previewRules,
  readSnapshot,
  Run,
  takeSnapshot,
  tallyRules,
  whyNot,
  type ExplainedPair,
  type InputSnapshot,
  type Matching,
  type People,
  type RoundRules,
  type RuleTallies,
  type RulesEffect,
  type RunEdit,
  type RunQuote,
  type RunStart,
  type TriedPair,
  type WhyNot,
} from '@flipside/pairings-domain';
import type { RunPair } from './matching-run.entity.js';

/** What the desk can be asked to do. Everything is plain data that can go to another thread and back. */
export type DeskTask =
  | {
      readonly kind: 'propose';
      readonly runId: string;
      readonly people: People;
      readonly start: RunStart;
    }
  | {
      readonly kind: 'load';
      readonly runId: string;
      readonly inputs: Uint8Array;
      readonly start: RunStart;
    }
  | {
      readonly kind: 'ask';
      readonly runId: string;
      /** Decisions from number `from` on, in their order; the desk knows those before. */
      readonly from: number;
      readonly edits: readonly (readonly RunEdit[])[];
      readonly question: DeskQuestion;
    }
  | { readonly kind: 'preview'; readonly people: People }
  | {
      readonly kind: 'effect';
      readonly people: People;
      readonly rules: readonly RoundRules[];
      readonly start: RunStart;
    }
  | { readonly kind: 'pairs'; readonly people: People; readonly rules: readonly RoundRules[] }
  | { readonly kind: 'tally'; readonly people: People }
  | { readonly kind: 'continuity'; readonly people: People; readonly start: RunStart };

export type DeskQuestion =
  | { readonly kind: 'quote'; readonly edits: readonly RunEdit[] }
  | { readonly kind: 'explain'; readonly executiveId: string; readonly championId: string | null }
  | { readonly kind: 'whyNot'; readonly executiveId: string; readonly championId: string };

/** A computed round, ready to be stored. */
export interface Proposed {
  readonly matching: Matching;
  readonly pairs: readonly RunPair[];
  readonly digest: string;
  readonly inputs: Uint8Array;
  readonly certificate: Uint8Array;
}

/** `UNKNOWN_RUN`: load it, then ask again. */
export interface DeskAnswers {
  propose: Proposed | 'STOPPED' | { readonly problems: string };
  load: boolean;
  ask: RunQuote | ExplainedPair | WhyNot | null | 'UNKNOWN_RUN';
  preview: ReturnType<typeof previewRules>;
  effect: readonly (RulesEffect | null)[];
  continuity: ReturnType<typeof continuityOf>;
  pairs: readonly (readonly TriedPair[])[];
  tally: RuleTallies;
}

/** Two whole numbers that both threads see: per cent done, and 1 when somebody wants it stopped. */
export type Signals = Int32Array;
const DONE = 0;
const STOP = 1;

class Stopped extends Error {}

interface OpenRun {
  run: Run;
  /** Decisions made in it so far. */
  seen: number;
  usedAt: number;
}

const MOST_OPEN = 6;
const IDLE_MS = 30 * 60_000;

export const pack = (value: unknown): Uint8Array => gzipSync(JSON.stringify(value), { level: 5 });

export const unpack = (bytes: Uint8Array): unknown =>
  JSON.parse(gunzipSync(bytes).toString('utf8'));

export const digestOf = (json: string): string => createHash('sha256').update(json).digest('hex');

/** Computes rounds and keeps the latest ones open, so that a question about one takes milliseconds. */
export class MatchDesk {
  readonly #open = new Map<string, OpenRun>();

  work(task: DeskTask, signals?: Signals): DeskAnswers[DeskTask['kind']] {
    switch (task.kind) {
      case 'propose':
        return this.#propose(task, signals);
      case 'load':
        return this.#load(
          task.runId,
          readSnapshot(unpack(task.inputs) as InputSnapshot),
          task.start,
        );
      case 'ask':
        return this.#ask(task);
      case 'preview':
        return previewRules(task.people);
      case 'effect':
        return task.rules.map((rules) => effectOfRules(task.people, rules, task.start));
      case 'pairs':
        return task.rules.map((rules) => pairsUnder(task.people, rules));
      case 'tally':
        return tallyRules(task.people);
      case 'continuity':
        return continuityOf(task.people, task.start);
    }
  }

  #propose(
    { runId, people, start }: Extract<DeskTask, { kind: 'propose' }>,
    signals: Signals | undefined,
  ): DeskAnswers['propose'] {
    const snapshot = takeSnapshot(people);
    const json = JSON.stringify(snapshot);
    let rows = 0;
    const most = 2 * Math.max(1, people.executives.length);
    const onRow = () => {
      if (!signals) return;
      rows += 1;
      Atomics.store(signals, DONE, Math.min(95, Math.floor((90 * rows) / most)));
      if (Atomics.load(signals, STOP) === 1) throw new Stopped();
    };
    try {
      const solved = Run.of(readSnapshot(snapshot), start, onRow);
      if (!solved.ok) return { problems: JSON.stringify(solved.refusal) };
      const run = solved.value;
      const matching = describeRun(run);
      this.#keep(runId, run);
      return {
        matching,
        pairs: pairsOf(matching),
        digest: digestOf(json),
        inputs: gzipSync(json, { level: 5 }),
        certificate: pack(run.session.certificate()),
      };
    } catch (error) {
      if (error instanceof Stopped) return 'STOPPED';
      throw error;
    }
  }

  #load(runId: string, people: People, start: RunStart): boolean {
    const solved = Run.of(people, start);
    if (solved.ok) this.#keep(runId, solved.value);
    return solved.ok;
  }

  #keep(runId: string, run: Run): void {
    const now = performance.now();
    this.#open.set(runId, { run, seen: 0, usedAt: now });
    const oldestFirst = [...this.#open].sort(([, a], [, b]) => a.usedAt - b.usedAt);
    oldestFirst.forEach(([id, { usedAt }], n) => {
      const isSurplus = n < oldestFirst.length - MOST_OPEN;
      if (isSurplus || now - usedAt > IDLE_MS) this.#open.delete(id);
    });
  }

  #ask({ runId, from, edits, question }: Extract<DeskTask, { kind: 'ask' }>): DeskAnswers['ask'] {
    const open = this.#open.get(runId);
    if (!open || open.seen < from) return 'UNKNOWN_RUN';
    for (const edit of edits.slice(open.seen - from)) {
      open.run = open.run.apply(edit) ?? open.run;
      open.seen += 1;
    }
    open.usedAt = performance.now();
    switch (question.kind) {
      case 'quote':
        return open.run.quote(question.edits);
      case 'explain':
        return explain(open.run, question.executiveId, question.championId);
      case 'whyNot':
        return whyNot(open.run, question.executiveId, question.championId);
    }
  }
}

const pairsOf = ({ proposals, unmatched }: Matching): RunPair[] => [
  ...proposals.map(({ executiveId, championId, reasons }): RunPair => [
    executiveId,
    championId,
    linesOf(reasons),
  ]),
  ...unmatched.map(({ executiveId }): RunPair => [executiveId, null, []]),
];
