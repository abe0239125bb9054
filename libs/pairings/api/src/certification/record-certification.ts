import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Day, type Result } from '@flipside/kernel';
import { LONGEST_EVIDENCE, pairingRefusal, type PairingRefusal } from '@flipside/pairings-domain';
import { CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { programmeToday } from '../programme-today.js';

/** HR notes that a champion is certified, on what evidence and until when; noting it again renews it. */
@Injectable()
export class RecordCertification {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(
    viewer: Viewer,
    input: { championId: string; evidence: string; validUntil: Day },
  ): Promise<Result<undefined, PairingRefusal>> {
    return this.db.transaction(async (tx) => {
      const { today } = await programmeToday(tx, this.clock);
      if (input.validUntil <= today)
        return refuse(pairingRefusal('DAY_IN_THE_PAST', { field: 'validUntil' }));
      const champion = await tx.one(`select from champion where person_id = $1`, [
        input.championId,
      ]);
      if (!champion) return refuse(pairingRefusal('CHAMPION_GONE'));
      await tx.execute(
        `insert into champion_certification (person_id, evidence, certified_on, valid_until, recorded_by)
         values ($1, $2, $3, $4, $5)
         on conflict (person_id) do update set evidence = excluded.evidence, certified_on = excluded.certified_on,
           valid_until = excluded.valid_until, recorded_by = excluded.recorded_by, withdrawn_on = null, withdrawn_by = null`,
        [
          input.championId,
          input.evidence.trim().slice(0, LONGEST_EVIDENCE),
          today,
          input.validUntil,
          viewer.personId,
        ],
      );
      return ok();
    });
  }
}
