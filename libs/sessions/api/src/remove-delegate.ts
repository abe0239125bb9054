import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type Result } from '@flipside/kernel';
import { barrier, CLOCK, CONFIG, Database, type Config, type Viewer } from '@flipside/platform-api';
import type { SessionRefusal } from '@flipside/sessions-domain';
import { writeDelegationEnded } from './delegation-mail.js';
import type { ToldPerson } from './plain-mail.js';
import { dayOfPersonSql } from './standing.js';

/**
 * Ends a delegation at once, and any that was to come: the next thing the former delegate tries is refused.
 * Either side may: it is taken back, or given back. HR leads may where HR set it up. Whoever did not do it is told.
 */
@Injectable()
export class RemoveDelegate {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(
    viewer: Viewer,
    request: { principalId?: string | null; delegateId?: string | null },
  ): Promise<Result<{ delegateId: string }, SessionRefusal>> {
    const principalId = request.principalId ?? viewer.personId;
    const delegateId = request.delegateId ?? viewer.personId;
    const isOwn = principalId === viewer.personId || delegateId === viewer.personId;
    if (!isOwn && !viewer.roles.has('HR_LEAD')) throw barrier('NOT_FOUND');
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      const ended = await tx.execute(
        `update delegation d set valid_to = greatest(d.valid_from, t.today)
         from (select ${dayOfPersonSql('$1', '$3')} as today) t
         where d.principal_id = $1 and d.delegate_id = $2 and d.valid_to > greatest(d.valid_from, t.today)
           and ($4 or d.arranged_by is not null)`,
        [principalId, delegateId, now, isOwn],
      );
      const people = await tx.rows<ToldPerson>(
        'select id, name, email from person where id = any($1)',
        [[principalId, delegateId]],
      );
      const principal = people.find(({ id }) => id === principalId);
      const delegate = people.find(({ id }) => id === delegateId);
      if (ended === 0 || !principal || !delegate) throw barrier('NOT_FOUND');
      const told = { principal, delegate, by: isOwn ? null : viewer.name, now };
      for (const to of ['principal', 'delegate'] as const) {
        if (told[to].id !== viewer.personId) await writeDelegationEnded(tx, this.config, to, told);
      }
      return ok({ delegateId });
    });
  }
}
