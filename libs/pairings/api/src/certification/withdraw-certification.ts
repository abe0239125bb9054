import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  certificationOn,
  pairingRefusal,
  type CertificationDays,
  type PairingRefusal,
} from '@flipside/pairings-domain';
import { CLOCK, Database, type Tx, type Viewer } from '@flipside/platform-api';
import { programmeToday } from '../programme-today.js';

type Changed = Result<undefined, PairingRefusal>;

/**
 * HR withdraws a certification from today on, or takes the withdrawal back. Pairings that run go on; rounds that ask for
 * certification look again when they are proposed and when they are published.
 */
@Injectable()
export class WithdrawCertification {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(viewer: Viewer, championId: string): Promise<Changed> {
    return this.change(championId, async (tx, state, today) => {
      if (state !== 'certified' && state !== 'ends_soon')
        return refuse(pairingRefusal('NOT_CERTIFIED'));
      await tx.execute(
        `update champion_certification set withdrawn_on = $2, withdrawn_by = $3 where person_id = $1`,
        [championId, today, viewer.personId],
      );
      return ok();
    });
  }

  restore(championId: string): Promise<Changed> {
    return this.change(championId, async (tx, state) => {
      if (state !== 'withdrawn') return refuse(pairingRefusal('CHANGED_MEANWHILE'));
      await tx.execute(
        `update champion_certification set withdrawn_on = null, withdrawn_by = null where person_id = $1`,
        [championId],
      );
      return ok();
    });
  }

  private change(
    championId: string,
    make: (tx: Tx, state: ReturnType<typeof certificationOn>, today: string) => Promise<Changed>,
  ): Promise<Changed> {
    return this.db.transaction(async (tx) => {
      const { today } = await programmeToday(tx, this.clock);
      const noted = await tx.one<CertificationDays>(
        `select certified_on as "certifiedOn", valid_until as "validUntil", withdrawn_on as "withdrawnOn"
         from champion_certification where person_id = $1 for update`,
        [championId],
      );
      return make(tx, certificationOn(noted, today), today);
    });
  }
}
