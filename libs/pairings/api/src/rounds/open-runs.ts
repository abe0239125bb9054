import { Injectable } from '@nestjs/common';
import type { ExplainedPair, RunEdit, RunQuote, RunStart, WhyNot } from '@flipside/pairings-domain';
import type { Tx } from '@flipside/platform-api';
import type { EditPrice } from './matching-edit.entity.js';
import type { DeskQuestion } from './match-desk.js';
import { Matcher } from './matcher.js';

/** A price that was asked for, with the run that it holds for. */
export interface Priced {
  readonly runId: string;
  readonly price: EditPrice | null;
}

/**
 * Questions about the latest computation of a round, with all decisions since. After a restart, or when another
 * process computed it, it is made again from its stored inputs and log.
 */
@Injectable()
export class OpenRuns {
  /** Decisions that the thread has heard of, by run. */
  readonly #told = new Map<string, number>();

  constructor(private readonly matcher: Matcher) {}

  /**
   * What decisions would cost the best result; null when the round was never computed by this release. Taking somebody
   * out or in has no price that compares with the others.
   */
  async price(
    from: Pick<Tx, 'rows' | 'one'>,
    roundId: string,
    edits: readonly RunEdit[],
  ): Promise<Priced | null> {
    const run = await latestRun(from, roundId);
    if (!run) return null;
    const isPriced = edits.every(({ type }) => type !== 'leave_open' && type !== 'reopen');
    if (!isPriced) return { runId: run.id, price: null };
    const quote = (await this.#ask(from, run, { kind: 'quote', edits })) as RunQuote | null;
    return {
      runId: run.id,
      price:
        quote &&
        priceOf(
          quote,
          edits.map(({ executiveId }) => executiveId),
        ),
    };
  }

  async explain(
    from: Pick<Tx, 'rows' | 'one'>,
    roundId: string,
    pair: { executiveId: string; championId: string | null },
  ): Promise<ExplainedPair | null> {
    const run = await latestRun(from, roundId);
    return (
      run && ((await this.#ask(from, run, { kind: 'explain', ...pair })) as ExplainedPair | null)
    );
  }

  async whyNot(
    from: Pick<Tx, 'rows' | 'one'>,
    roundId: string,
    pair: { executiveId: string; championId: string },
  ): Promise<WhyNot> {
    const run = await latestRun(from, roundId);
    if (!run) return { kind: 'unknown' };
    return (await this.#ask(from, run, { kind: 'whyNot', ...pair })) as WhyNot;
  }

  async #ask(from: Pick<Tx, 'rows' | 'one'>, run: LatestRun, question: DeskQuestion) {
    const told = this.#told.get(run.id) ?? 0;
    const first = await this.#tell(from, run, told, question);
    if (first !== 'UNKNOWN_RUN') return first;
    const stored = await from.one<{ inputs: Uint8Array; start: RunStart }>(
      `select inputs, start from matching_run where id = $1`,
      [run.id],
    );
    if (!stored || !(await this.matcher.ask({ kind: 'load', runId: run.id, ...stored })))
      return null;
    const again = await this.#tell(from, run, 0, question);
    return again === 'UNKNOWN_RUN' ? null : again;
  }

  async #tell(from: Pick<Tx, 'rows'>, run: LatestRun, told: number, question: DeskQuestion) {
    const rows = await from.rows<{ edit: RunEdit[] }>(
      `select edit from matching_edit where run_id = $1 and edit is not null order by seq offset $2`,
      [run.id, told],
    );
    const edits = rows.map(({ edit }) => edit);
    const answer = await this.matcher.ask({
      kind: 'ask',
      runId: run.id,
      from: told,
      edits,
      question,
    });
    if (answer !== 'UNKNOWN_RUN') this.#told.set(run.id, told + edits.length);
    return answer;
  }
}

interface LatestRun {
  readonly id: string;
}

const latestRun = (from: Pick<Tx, 'one'>, roundId: string) =>
  from.one<LatestRun>(
    `select id from matching_run where round_id = $1 order by number desc limit 1`,
    [roundId],
  );

/** A quote as it is shown and logged; moves of the people decided about are no news. */
export const priceOf = (quote: RunQuote, decided: readonly string[]): EditPrice => ({
  points: quote.points,
  unmatched: quote.unmatched,
  moves: quote.moves.filter(({ executiveId }) => !decided.includes(executiveId)).length,
});
