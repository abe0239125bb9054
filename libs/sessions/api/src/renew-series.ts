import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { localOf } from '@flipside/people-domain';
import { CLOCK, CONFIG, Database, type Config, type Tx } from '@flipside/platform-api';
import { instantOf, plusDays, weeksOfCadence } from '@flipside/sessions-domain';
import { isTimeTaken } from './claims.js';
import { lockPeople, pairTimes } from './pair-times.js';
import { pairingFacts, patternFor, type PairingFacts } from './pairing-facts.js';
import { writeSeries } from './series-writer.js';

/** With this many coming sessions or fewer the next 13 weeks are booked. */
export const RENEW_AT = 2;

/** What came of a renewal: booked, nothing to do, or the hour no longer suits both. */
export type Renewal = 'renewed' | 'not_due' | 'no_time';

const DAY_MS = 86_400_000;

/** First date on the old rhythm that leaves the notice the programme asks for. */
function nextOnRhythm(facts: PairingFacts, zone: string, now: Date): string | null {
  if (!facts.lastRecurrence) return null;
  const step = weeksOfCadence(facts.cadenceDays) * 7;
  const earliest = now.getTime() + facts.minNoticeHours * 3_600_000;
  let local = plusDays(facts.lastRecurrence, step);
  for (let tries = 0; tries < 200; tries++) {
    const at = instantOf(zone, local);
    if (at && at.getTime() >= earliest) {
      return at.getTime() <= earliest + (step + 28) * DAY_MS ? local : null;
    }
    local = plusDays(local, step);
  }
  return null;
}

/** Books the next 13 weeks at the usual hour, when few sessions are left. Safe to run twice. */
@Injectable()
export class RenewSeries {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(pairingId: string): Promise<Renewal> {
    try {
      return await this.db.transaction(async (tx) => {
        const now = this.clock.now();
        const known = await pairingFacts(tx, pairingId, now);
        if (!known) return 'not_due';
        await lockPeople(tx, [known.executiveId, known.championId], now);
        const pairing = await pairingFacts(tx, pairingId, now, { isLocked: true });
        if (
          pairing?.state !== 'active' ||
          pairing.comingSessions > RENEW_AT ||
          !pairing.lastRecurrence
        ) {
          return 'not_due';
        }
        const people = await pairTimes(tx, pairing, now);
        const localStart = await this.nextStart(tx, pairing, people.executive.zone, now);
        const pattern = localStart && patternFor(pairing, people, now, localStart);
        if (!pattern) return 'no_time';
        await writeSeries(tx, this.config, {
          pairingId,
          pattern,
          people,
          by: { actorId: null, onBehalfOf: null, at: now },
          byWords: null,
          goesOn: true,
        });
        return 'renewed';
      });
    } catch (error) {
      if (isTimeTaken(error)) return 'no_time';
      throw error;
    }
  }

  /**
   * The usual hour follows the executive into another zone, unless they were asked and kept it: then it stays
   * the moment that it was, whatever the clock there says.
   */
  private async nextStart(
    tx: Tx,
    pairing: PairingFacts,
    zone: string,
    now: Date,
  ): Promise<string | null> {
    const kept = await tx.one<{ zone: string }>(
      `select r.zone from series r where r.pairing_id = $1 and not r.is_beside
         and exists (select 1 from rhythm_question q where q.pairing_id = $1 and q.cause = 'zone' and q.answer = 'keep')
       order by r.local_start desc limit 1`,
      [pairing.id],
    );
    if (!kept || kept.zone === zone) return nextOnRhythm(pairing, zone, now);
    const local = nextOnRhythm(pairing, kept.zone, now);
    const at = local && instantOf(kept.zone, local);
    return at ? localOf(at, zone) : null;
  }
}
