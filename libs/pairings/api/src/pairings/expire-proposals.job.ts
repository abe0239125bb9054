import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import { CLOCK, CONFIG, Database, type Config, type JobHandler } from '@flipside/platform-api';
import { expireProposals } from './pairing.jobs.js';
import { changePairing } from './pairing.store.js';
import { EXPIRED_MAIL } from './pairing-mails.js';
import { recipients, tell } from './tell-other.js';

/** Takes back proposals that were not answered by both sides in time, and frees the champions' places. */
@Injectable()
export class ExpireProposals implements JobHandler<Record<string, never>> {
  readonly job = expireProposals;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  async handle(): Promise<void> {
    await this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const due = await tx.rows<{
        id: string;
        executiveId: string;
        championId: string;
        executiveAnswer: string;
        championAnswer: string;
      }>(
        `select id, executive_id as "executiveId", champion_id as "championId",
           executive_answer as "executiveAnswer", champion_answer as "championAnswer"
         from pairing where state = 'proposed' and expires_at <= $1 order by id for update skip locked`,
        [now],
      );
      const saidYes = due.flatMap((pairing) => [
        ...(pairing.executiveAnswer === 'yes' ? [{ pairing, personId: pairing.executiveId }] : []),
        ...(pairing.championAnswer === 'yes' ? [{ pairing, personId: pairing.championId }] : []),
      ]);
      const people = await recipients(
        tx,
        saidYes.map(({ personId }) => personId),
      );
      for (const { id } of due) {
        await changePairing(
          tx,
          id,
          { state: 'expired', endedAt: now },
          { kind: 'expired', actorId: null, at: now },
        );
      }
      for (const { pairing, personId } of saidYes) {
        await tell(
          tx,
          people.get(personId),
          { ...EXPIRED_MAIL, dedupeKey: `expired:${pairing.id}` },
          this.config,
        );
      }
    });
  }
}
