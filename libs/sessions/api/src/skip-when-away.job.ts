import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { awayChanged } from '@flipside/people-api';
import { isAway, localOf, zoneAt } from '@flipside/people-domain';
import {
  CLOCK,
  CONFIG,
  Database,
  type Config,
  type JobHandler,
  type Tx,
} from '@flipside/platform-api';
import { changeStatus, dayOf } from '@flipside/sessions-domain';
import { askWhenAwayForAll } from './ask-rhythm.js';
import { writeCallOff } from './call-off-session.js';
import { lockPeople, pairTimes, type PairTimes } from './pair-times.js';
import { sessionForChange, type SessionForChange } from './session-for-change.js';

interface Coming {
  id: string;
  pairingId: string;
  executiveId: string;
  championId: string;
}

/**
 * Looks after booked sessions of somebody who is out of office: a covered one is skipped, and another
 * time in its fortnight is looked for; when all that is planned is covered, a pause is offered instead.
 * Safe to run twice.
 */
@Injectable()
export class SkipWhenAway implements JobHandler<{ personId: string }> {
  readonly job = awayChanged;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async handle({ personId }: { personId: string }): Promise<void> {
    const coming = await this.db.rows<Coming>(
      `select s.id, p.id as "pairingId", p.executive_id as "executiveId", p.champion_id as "championId"
       from session s join pairing p on p.id = s.pairing_id
       where $1 in (p.executive_id, p.champion_id) and p.state = 'active' and s.status = 'booked' and s.starts_at > $2
       order by s.starts_at`,
      [personId, this.clock.now()],
    );
    const byPairing = new Map<string, Coming[]>();
    for (const each of coming)
      byPairing.set(each.pairingId, [...(byPairing.get(each.pairingId) ?? []), each]);
    for (const sessions of byPairing.values())
      await this.db.transaction((tx) => this.lookAfter(tx, personId, sessions));
  }

  private async lookAfter(tx: Tx, personId: string, known: readonly Coming[]): Promise<void> {
    const [pair] = known;
    if (!pair) return;
    const now = this.clock.now();
    await lockPeople(tx, [pair.executiveId, pair.championId], now);
    const people = await pairTimes(tx, pair, now);
    const side = personId === pair.executiveId ? 'executive' : 'champion';
    const person = people[side];
    const sessions: SessionForChange[] = [];
    for (const { id } of known) {
      const session = await sessionForChange(tx, id);
      if (session?.status === 'booked') sessions.push(session);
    }
    const covered = sessions.filter(({ startsAt }) =>
      isAway(person, dayOf(localOf(startsAt, zoneAt(person, startsAt)))),
    );
    const [first] = covered;
    if (!first) return;
    if (covered.length > 1 && covered.length === sessions.length) {
      await askWhenAwayForAll(
        tx,
        this.config,
        { pairingId: pair.pairingId, firstSessionId: first.id, awayName: person.name },
        people,
        now,
      );
      return;
    }
    for (const session of covered) await this.skip(tx, session, people, `${side}_away`, now);
  }

  private async skip(
    tx: Tx,
    session: SessionForChange,
    people: PairTimes,
    reason: 'executive_away' | 'champion_away',
    now: Date,
  ): Promise<void> {
    if (!changeStatus(session, 'skip', 'system', now).ok) return;
    await writeCallOff(
      tx,
      this.config,
      { session, people },
      {
        done: 'skipped',
        reason,
        by: { actorId: null, onBehalfOf: null, at: now },
        byWords: null,
      },
      now,
    );
  }
}
