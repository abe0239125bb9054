import { Inject, Injectable } from '@nestjs/common';
import { dayOfInstant, type Clock } from '@flipside/kernel';
import { CLOCK, CONFIG, Database, type Config, type Tx } from '@flipside/platform-api';
import { threeOptions, type SessionOption } from '@flipside/sessions-domain';
import { delegatesOf } from './delegates-of.js';
import { writeSessionOptions } from './options-mail.js';
import { pairTimes, type PairTimes } from './pair-times.js';
import { namesOf } from './series-writer.js';
import { pairingFacts, patternsFor, takesSessions } from './pairing-facts.js';

/** Tells the executive three times that suit both; a tap on one books the series. */
@Injectable()
export class OfferTimes {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Sends at most one such mail a day for a pairing that waits for its first session. */
  async run(pairingId: string): Promise<void> {
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      const pairing = await pairingFacts(tx, pairingId, now);
      if (!pairing || !takesSessions(pairing.state) || pairing.comingSessions > 0) return;
      const people = await pairTimes(tx, pairing, now);
      const options = threeOptions(patternsFor(pairing, people, now), namesOf(people));
      await this.tell(tx, pairingId, people, options, now);
    });
  }

  /** The executive and whoever looks after their sessions get the same three times. */
  private async tell(
    tx: Tx,
    pairingId: string,
    people: PairTimes,
    options: readonly SessionOption[],
    now: Date,
  ): Promise<void> {
    const { executive, champion } = people;
    const readers = [
      { ...executive, forName: null },
      ...(options.length ? await delegatesOf(tx, [executive.id], now) : [])
        .filter(({ scopes }) => scopes.includes('book'))
        .map((delegate) => ({ ...delegate, forName: executive.name })),
    ];
    const today = dayOfInstant(now, executive.zone);
    for (const { forName, ...reader } of readers) {
      const offer = { pairingId, executive, champion, reader, forName };
      await writeSessionOptions(tx, this.config, { ...offer, options, today }, now);
    }
  }
}
