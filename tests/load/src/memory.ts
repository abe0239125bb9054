/** What a process still holds once everything unused is collected; what it has reserved says little about a leak. */
import v8 from 'node:v8';
import vm from 'node:vm';

/** Bytes in use, on the heap and beside it, after a collection. */
export function heldBytes(): number {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc') as () => void;
  // What a first collection finalizes is given back by the second.
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

export interface Growth {
  /** Megabytes held more than at the beginning. */
  readonly grownMb: number;
  readonly heldMb: number;
  readonly isFlat: boolean;
}

/** Begins to watch; the answer says how much more is held then, and whether that is at most so many megabytes. */
export function watchMemory(mostMb: number): () => Growth {
  const before = heldBytes();
  return () => {
    const held = heldBytes();
    const grownMb = (held - before) / 2 ** 20;
    return { grownMb, heldMb: held / 2 ** 20, isFlat: grownMb <= mostMb };
  };
}
