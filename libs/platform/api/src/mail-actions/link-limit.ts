import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { CLOCK } from '../clock-token.js';

const MINUTE = 60_000;
/**
 * Mail programs, gateways and the reader open a link a few times; presses are by hand. A private calendar is read by
 * a few devices, each every few minutes.
 */
const MOST_A_MINUTE = { open: 60, press: 10, feed: 30 } as const;

/**
 * How often one link may be used in a minute, in this process. Only links that exist are counted, so
 * the memory it takes is bounded by what people press; strangers meet the limit of their address.
 */
@Injectable()
export class LinkLimit {
  readonly #counts = new Map<string, number>();
  #minute = 0;

  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Counts one use; false when it is one too many. */
  allows(link: string, use: keyof typeof MOST_A_MINUTE): boolean {
    const minute = Math.floor(this.clock.now().getTime() / MINUTE);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#counts.clear();
    }
    const key = `${use} ${link}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return count <= MOST_A_MINUTE[use];
  }
}
