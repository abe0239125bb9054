import { Inject, Injectable } from '@nestjs/common';
import { newId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import {
  CLOCK,
  CONFIG,
  Database,
  enqueueMail,
  mailHtml,
  type Config,
  type Tx,
  type Viewer,
} from '@flipside/platform-api';
import { sessionRefusal, type SessionRefusal } from '@flipside/sessions-domain';
import { delegationDay } from './standing.js';

/** Lets a colleague book, move and skip one's sessions from today on. The colleague is told. */
@Injectable()
export class AddDelegate {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(
    viewer: Viewer,
    request: { email: string },
  ): Promise<Result<{ delegateId: string }, SessionRefusal>> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const today = delegationDay(now);
      const delegate = await tx.one<{ id: string; name: string; email: string }>(
        `select id, name, email from person where email = lower($1) and (leave_on is null or leave_on >= $2)`,
        [request.email, today],
      );
      if (!delegate) return refuse(sessionRefusal('DELEGATE_UNKNOWN', 'email'));
      if (delegate.id === viewer.personId)
        return refuse(sessionRefusal('DELEGATE_IS_SELF', 'email'));
      const added = await tx.execute(
        `insert into delegation (id, principal_id, delegate_id, valid_from, granted_at) values ($1, $2, $3, $4, $5)
         on conflict (principal_id, delegate_id) where valid_to = 'infinity' do nothing`,
        [newId(), viewer.personId, delegate.id, today, now],
      );
      if (added === 0) return refuse(sessionRefusal('DELEGATE_EXISTS', 'email'));
      await this.tell(tx, viewer, delegate, now);
      return ok({ delegateId: delegate.id });
    });
  }

  private async tell(
    tx: Tx,
    viewer: Viewer,
    to: { id: string; name: string; email: string },
    now: Date,
  ): Promise<void> {
    const heading = `You can look after ${viewer.name}’s sessions`;
    const paragraphs = [
      `${viewer.name} added you. You can book, move and skip the sessions; you see their times, not what they are about.`,
    ];
    const href = `${this.config.baseUrl}/`;
    await enqueueMail(tx, {
      dedupeKey: `delegate:${viewer.personId}:${to.id}:${now.toISOString()}`,
      kind: 'delegation',
      personId: to.id,
      to: { name: to.name, email: to.email },
      subject: heading,
      text: [heading, ...paragraphs, `Open: ${href}`].join('\n\n') + '\n',
      html: mailHtml({ heading, paragraphs, buttons: [{ label: 'Open the sessions', href }] }),
    });
  }
}
