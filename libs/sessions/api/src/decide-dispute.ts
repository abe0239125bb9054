import { Inject, Injectable } from '@nestjs/common';
import { recordChampionAct, withdrawChampionAct } from '@flipside/champions-api';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { zoneAt } from '@flipside/people-domain';
import {
  barrier,
  CLOCK,
  CONFIG,
  Database,
  type Config,
  type Tx,
  type Viewer,
} from '@flipside/platform-api';
import { sessionRefusal, spanInWords, type SessionRefusal } from '@flipside/sessions-domain';
import { keepMakeUp } from './beside-room.js';
import { pairTimes, type PairPerson } from './pair-times.js';
import { tellPlainly } from './plain-mail.js';
import { DECIDED } from './record-session.js';
import { writeEvents } from './session-event.js';
import { sessionForChange, type SessionForChange } from './session-for-change.js';
import { orRefusal, writeSession } from './session-write.js';

/**
 * The two people said different things about a session: an HR lead who was neither of them decides what stands. What
 * each of the two wrote stays as it is and is not read here; both are told.
 */
@Injectable()
export class DecideDispute {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(
    viewer: Viewer,
    request: { sessionId: string; tookPlace: boolean },
  ): Promise<Result<{ sessionId: string }, SessionRefusal>> {
    const { sessionId, tookPlace } = request;
    return orRefusal(() =>
      this.db.transaction(async (tx) => {
        await tx.rows('select 1 from session where id = $1 for no key update', [sessionId]);
        const session = await sessionForChange(tx, sessionId);
        if (!session) throw barrier('NOT_FOUND');
        if (!session.isDisputed) return refuse(sessionRefusal('NOT_DISPUTED'));
        if ([session.executiveId, session.championId].includes(viewer.personId))
          return refuse(sessionRefusal('OWN_DISPUTE'));
        const now = this.clock.now();
        const to = tookPlace ? 'held' : 'not_held';
        const isWritten = await writeSession(tx, session, {
          status: to,
          is_disputed: false,
          ...(to !== session.status && { absent_side: null, status_reason: null }),
        });
        if (!isWritten) return refuse(sessionRefusal('STALE_VERSION'));
        await writeEvents(tx, { actorId: viewer.personId, onBehalfOf: null, at: now }, [
          { sessionId, kind: 'settled', from: session.status, to, reasonCode: DECIDED },
        ]);
        const act = { personId: session.championId, kind: 'session', key: sessionId };
        if (tookPlace) await recordChampionAct(tx, { ...act, on: session.localStart.slice(0, 10) });
        else await withdrawChampionAct(tx, act);
        if (tookPlace) await keepMakeUp(tx, sessionId, viewer.personId, now);
        const { executive, champion } = await pairTimes(tx, session, now, [sessionId]);
        for (const person of [executive, champion]) {
          await writeDecision(tx, this.config, { session, person, by: viewer.name, tookPlace });
        }
        return ok({ sessionId });
      }),
    );
  }
}

/** Tells one of the two what stands now, and who decided it. */
export function writeDecision(
  tx: Tx,
  config: Pick<Config, 'baseUrl'>,
  decided: {
    readonly session: Pick<SessionForChange, 'id' | 'version' | 'startsAt' | 'endsAt'>;
    readonly person: Pick<PairPerson, 'id' | 'name' | 'email' | 'zone' | 'travel'>;
    readonly by: string;
    readonly tookPlace: boolean;
  },
): Promise<void> {
  const { session, person, by, tookPlace } = decided;
  const { startsAt, endsAt } = session;
  const when = spanInWords(startsAt, endsAt, zoneAt(person, startsAt));
  return tellPlainly(tx, config, person, {
    kind: 'dispute_decided',
    key: `dispute-decided:${session.id}:${session.version}:${person.id}`,
    heading: `The session on ${when} is recorded as ${tookPlace ? 'held' : 'not held'}`,
    paragraphs: [
      `You two had said different things about it. ${by} (HR) decided what stands. What you wrote stays yours and as it is.`,
    ],
    buttons: [{ label: 'Open the session', to: `/sessions/${session.id}` }],
  });
}
