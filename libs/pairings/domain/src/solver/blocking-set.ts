import { NOBODY } from './search.js';
import type { State } from './state.js';

/** Why a row is unmatched. */
export type BlockingSet =
  | { readonly kind: 'NOBODY_ALLOWED' }
  /** These rows are allowed only these columns, whose places are fewer than the rows. */
  | {
      readonly kind: 'TOO_FEW_PLACES';
      readonly rows: readonly number[];
      readonly cols: readonly number[];
      readonly places: number;
    }
  /** It could be matched, for more than leaving it unmatched costs. */
  | { readonly kind: 'TOO_DEAR' };

/** Everybody who competes with an unmatched row, along every allowed pair; lists grow until they are whole. */
export function blockingSetOf(state: State, row: number): BlockingSet {
  const { flow, lists, decisions } = state;
  const rows = [row];
  const cols: number[] = [];
  const isReached = new Uint8Array(state.problem.source.cols);
  let places = 0;
  for (let n = 0; n < rows.length; n++) {
    const at = rows[n] as number;
    while (lists.tail[at] !== Infinity) lists.lengthen(decisions, at);
    for (const col of lists.candidates[at] ?? []) {
      if (isReached[col]) continue;
      const capacity = flow.problem.capacity[col] as number;
      isReached[col] = 1;
      cols.push(col);
      places += capacity;
      if ((flow.load[col] as number) < capacity) return { kind: 'TOO_DEAR' };
      let other = flow.standingNow.firstRow[col] as number;
      for (; other !== NOBODY; other = flow.standingNow.nextRow[other] as number) rows.push(other);
    }
  }
  return cols.length === 0
    ? { kind: 'NOBODY_ALLOWED' }
    : { kind: 'TOO_FEW_PLACES', rows, cols, places };
}
