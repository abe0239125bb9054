import { Inject, Injectable } from '@nestjs/common';
import { ok, type Clock, type Result } from '@flipside/kernel';
import { barrier, CLOCK, CONFIG, Database, type Config, type Viewer } from '@flipside/platform-api';
import type { SessionRefusal } from '@flipside/sessions-domain';
import { tellOfDelegation, type ToldPerson } from './delegation-mail.js';
import { dayOfPersonSql } from './standing.js';

/**
 * Ends a delegation at once, and any that was to come: the next thing the former delegate tries is refused.
 * Either side may: it is taken back, or given back. The other one is told.
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
    if (principalId !== viewer.personId && delegateId !== viewer.personId)
      throw barrier('NOT_FOUND');
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      const ended = await tx.execute(
        `update delegation d set valid_to = greatest(d.valid_from, t.today)
         from (select ${dayOfPersonSql('$1', '$3')} as today) t
         where d.principal_id = $1 and d.delegate_id = $2 and d.valid_to > greatest(d.valid_from, t.today)`,
        [principalId, delegateId, now],
      );
      if (ended === 0) throw barrier('NOT_FOUND');
      const isGivenBack = delegateId === viewer.personId;
      const other = await tx.one<ToldPerson>('select id, name, email from person where id = $1', [
        isGivenBack ? principalId : delegateId,
      ]);
      if (!other) throw barrier('NOT_FOUND');
      await tellOfDelegation(tx, this.config, other, {
        key: `delegate-ended:${principalId}:${delegateId}:${now.toISOString()}`,
        heading: isGivenBack
          ? `${viewer.name} no longer looks after your sessions`
          : `You no longer look after ${viewer.name}’s sessions`,
        paragraphs: [
          isGivenBack
            ? 'It holds at once. What was booked stays as it is.'
            : 'It holds at once. Nothing is left for you to do; what you booked stays as it is.',
        ],
        button: isGivenBack
          ? { label: 'Choose somebody else', path: '/me/delegates' }
          : { label: 'Open Flipside', path: '/' },
      });
      return ok({ delegateId });
    });
  }
}
