/* Time as words of 32 quarter hours. Plain functions on typed arrays: the planner asks millions of times. */

export const isSet = (words: Uint32Array, cell: number): boolean =>
  (((words[cell >> 5] as number) >>> (cell & 31)) & 1) === 1;

const spanMask = (from: number, to: number): number =>
  to - from === 32 ? -1 : ((1 << (to - from)) - 1) << from;

/** Sets or clears the cells [from, to), cut to what there is. */
export function fillBits(words: Uint32Array, from: number, to: number, isOn: boolean): void {
  const last = Math.min(to, words.length * 32);
  for (let cell = Math.max(0, from); cell < last;) {
    const index = cell >> 5;
    const end = Math.min(last, (index + 1) * 32);
    const mask = spanMask(cell & 31, end - index * 32);
    words[index] = isOn ? (words[index] as number) | mask : (words[index] as number) & ~mask;
    cell = end;
  }
}

/** Whether any of the cells [from, to) is set. */
export function anyBit(words: Uint32Array, from: number, to: number): boolean {
  for (let cell = from; cell < to; cell++) if (isSet(words, cell)) return true;
  return false;
}

/** Whether all of the cells [from, to) are set. */
export function allBits(words: Uint32Array, from: number, to: number): boolean {
  for (let cell = from; cell < to; cell++) if (!isSet(words, cell)) return false;
  return true;
}

/** Cells at which something of `length` cells can begin in both. Writes into `result`. */
export function startableBits(
  a: Uint32Array,
  b: Uint32Array,
  length: number,
  result: Uint32Array,
): void {
  const last = a.length - 1;
  let next = (a[last] as number) & (b[last] as number);
  result[last] = runsOf(next, 0, length);
  for (let index = last - 1; index >= 0; index--) {
    const word = (a[index] as number) & (b[index] as number);
    result[index] = runsOf(word, next, length);
    next = word;
  }
}

/** Bits of `low` behind which `length` − 1 more follow, `high` being the word after it. */
function runsOf(low: number, high: number, length: number): number {
  let found = low;
  for (let by = 1; by < length && found !== 0; by++) found &= (low >>> by) | (high << (32 - by));
  return found;
}
