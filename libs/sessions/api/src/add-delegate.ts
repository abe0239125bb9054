import { Inject, Injectable } from '@nestjs/common';
import {
  addDays,
  dayOfInstant,
  newId,
  ok,
  refuse,
  type Clock,
  type Day,
  type Result,
} from '@flipside/kernel';
import { CLOCK, CONFIG, Database, type Config, type Tx, type Viewer } from '@flipside/platform-api';
import {
  DELEGATION_SCOPES,
  sessionRefusal,
  tidyScopes,
  type DelegationScope,
  type SessionRefusal,
} from '@flipside/sessions-domain';
import { tellOfDelegation, termsInWords, type DelegationTerms } from './delegation-mail.js';

export interface AddDelegateRequest {
  readonly email: string;
  /** What they may do beside seeing times; left out, everything. */
  readonly scopes?: readonly DelegationScope[] | null;
  /** First and last day; left out, from today and without an end. */
  readonly from?: Day | null;
  readonly until?: Day | null;
}

/** Lets a colleague look after one's sessions, as far and as long as one says. The colleague is told. */
@Injectable()
export class AddDelegate {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(
    viewer: Viewer,
    request: AddDelegateRequest,
  ): Promise<Result<{ delegateId: string }, SessionRefusal>> {
    return this.db.transaction((tx) => this.add(tx, viewer, request));
  }

  private async add(
    tx: Tx,
    viewer: Viewer,
    request: AddDelegateRequest,
  ): Promise<Result<{ delegateId: string }, SessionRefusal>> {
    const now = this.clock.now();
    const today = dayOfInstant(now, viewer.timeZone);
    const terms: DelegationTerms = {
      scopes: tidyScopes(request.scopes ?? DELEGATION_SCOPES),
      from: request.from && request.from > today ? request.from : today,
      until: request.until ?? null,
    };
    if (terms.until && terms.until < terms.from)
      return refuse(sessionRefusal('DELEGATION_DAYS', 'until'));
    const delegate = await tx.one<{ id: string; name: string; email: string }>(
      `select id, name, email from person where email = lower($1) and (leave_on is null or leave_on >= $2)`,
      [request.email, today],
    );
    if (!delegate) return refuse(sessionRefusal('DELEGATE_UNKNOWN', 'email'));
    if (delegate.id === viewer.personId) return refuse(sessionRefusal('DELEGATE_IS_SELF', 'email'));
    const added = await tx.execute(
      `insert into delegation (id, principal_id, delegate_id, valid_from, valid_to, scopes, granted_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict on constraint ex_delegation_once do nothing`,
      [
        newId(),
        viewer.personId,
        delegate.id,
        terms.from,
        terms.until ? addDays(terms.until, 1) : 'infinity',
        terms.scopes,
        now,
      ],
    );
    if (added === 0) return refuse(sessionRefusal('DELEGATE_EXISTS', 'email'));
    await tellOfDelegation(tx, this.config, delegate, {
      key: `delegate:${viewer.personId}:${delegate.id}:${now.toISOString()}`,
      heading: `You can look after ${viewer.name}’s sessions`,
      paragraphs: [`${viewer.name} added you. ${termsInWords(terms, today)}`],
      button: { label: 'Open the sessions', path: '/looked-after' },
    });
    return ok({ delegateId: delegate.id });
  }
}
