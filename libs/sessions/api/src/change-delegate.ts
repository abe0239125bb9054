import { Inject, Injectable } from '@nestjs/common';
import {
  addDays,
  dayOfInstant,
  ok,
  refuse,
  type Clock,
  type Day,
  type Result,
} from '@flipside/kernel';
import { barrier, CLOCK, CONFIG, Database, type Config, type Viewer } from '@flipside/platform-api';
import {
  sessionRefusal,
  tidyScopes,
  type DelegationScope,
  type SessionRefusal,
} from '@flipside/sessions-domain';
import { writeDelegateChanged } from './delegation-mail.js';

interface Changed {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly from: Day;
  readonly isSame: boolean;
}

/** Says anew how far and until when a delegate looks after one's sessions; it holds at once. */
@Injectable()
export class ChangeDelegate {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(
    viewer: Viewer,
    request: {
      delegationId: string;
      scopes: readonly DelegationScope[];
      until?: Day | null;
    },
  ): Promise<Result<{ delegateId: string }, SessionRefusal>> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const today = dayOfInstant(now, viewer.timeZone);
      const scopes = tidyScopes(request.scopes);
      const until = request.until ?? null;
      const validTo = until ? addDays(until, 1) : 'infinity';
      const delegate = await tx.one<Changed>(
        `select p.id, p.name, p.email, d.valid_from as "from", d.scopes = $4 and d.valid_to = $5::date as "isSame"
         from delegation d join person p on p.id = d.delegate_id
         where d.id = $1 and d.principal_id = $2 and d.valid_to > $3 for update of d`,
        [request.delegationId, viewer.personId, today, scopes, validTo],
      );
      if (!delegate) throw barrier('NOT_FOUND');
      if (until && until < (delegate.from > today ? delegate.from : today))
        return refuse(sessionRefusal('DELEGATION_DAYS', 'until'));
      // The same wish again changes nothing, and nobody is told twice.
      if (delegate.isSame) return ok({ delegateId: delegate.id });
      const later = await tx.one(
        `select 1 from delegation where principal_id = $1 and delegate_id = $2 and id <> $3 and valid_from >= $4 and valid_from < $5::date
           and valid_to > valid_from`,
        [viewer.personId, delegate.id, request.delegationId, delegate.from, validTo],
      );
      if (later) return refuse(sessionRefusal('DELEGATE_EXISTS', 'until'));
      await tx.execute('update delegation set scopes = $2, valid_to = $3 where id = $1', [
        request.delegationId,
        scopes,
        validTo,
      ]);
      await writeDelegateChanged(tx, this.config, {
        delegationId: request.delegationId,
        delegate,
        principalName: viewer.name,
        terms: { scopes, from: delegate.from, until },
        today,
        now,
      });
      return ok({ delegateId: delegate.id });
    });
  }
}
