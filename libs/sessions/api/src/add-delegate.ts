import { Inject, Injectable } from '@nestjs/common';
import { addDays, newId, ok, refuse, type Clock, type Day, type Result } from '@flipside/kernel';
import { ownDaySql, worksHereSql } from '@flipside/people-api';
import {
  barrier,
  CLOCK,
  CONFIG,
  Database,
  type Config,
  type Tx,
  type Viewer,
} from '@flipside/platform-api';
import {
  DELEGATION_SCOPES,
  sessionRefusal,
  tidyScopes,
  type DelegationScope,
  type SessionRefusal,
} from '@flipside/sessions-domain';
import {
  writeDelegateAdded,
  writeDelegateArranged,
  type DelegationTerms,
} from './delegation-mail.js';
import type { ToldPerson } from './plain-mail.js';
import { isExecutiveSql } from './standing.js';

export interface AddDelegateRequest {
  /** Whose sessions, when an HR lead sets it up for an executive; left out, one's own. */
  readonly principalId?: string | null;
  readonly email: string;
  /** What they may do beside seeing times; left out, everything. */
  readonly scopes?: readonly DelegationScope[] | null;
  /** First and last day; left out, from today and without an end. */
  readonly from?: Day | null;
  readonly until?: Day | null;
}

interface Principal extends ToldPerson {
  readonly today: Day;
  readonly isExecutive: boolean;
}

/**
 * Lets a colleague look after sessions, as far and as long as is said: one's own, or, by an HR lead, an executive's.
 * The colleague is told; so is an executive for whom it was set up, with a link that ends it.
 */
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
    const principal = await this.principalOf(tx, viewer, request);
    const { today } = principal;
    const terms: DelegationTerms = {
      scopes: tidyScopes(request.scopes ?? DELEGATION_SCOPES),
      from: request.from && request.from > today ? request.from : today,
      until: request.until ?? null,
    };
    if (terms.until && terms.until < terms.from)
      return refuse(sessionRefusal('DELEGATION_DAYS', 'until'));
    const delegate = await tx.one<{ id: string; name: string; email: string }>(
      `select p.id, p.name, p.email from person p where p.email = lower($1) and ${worksHereSql('p', '$2')}`,
      [request.email, now],
    );
    if (!delegate) return refuse(sessionRefusal('DELEGATE_UNKNOWN', 'email'));
    if (delegate.id === viewer.personId || delegate.id === principal.id)
      return refuse(sessionRefusal('DELEGATE_IS_SELF', 'email'));
    const isArranged = principal.id !== viewer.personId;
    const id = newId();
    const added = await tx.execute(
      `insert into delegation (id, principal_id, delegate_id, valid_from, valid_to, scopes, granted_at, arranged_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict on constraint ex_delegation_once do nothing`,
      [
        id,
        principal.id,
        delegate.id,
        terms.from,
        terms.until ? addDays(terms.until, 1) : 'infinity',
        terms.scopes,
        now,
        isArranged ? viewer.personId : null,
      ],
    );
    if (added === 0) return refuse(sessionRefusal('DELEGATE_EXISTS', 'email'));
    const told = { delegate, principal, terms, today, now };
    const arrangedBy = isArranged ? viewer.name : null;
    await writeDelegateAdded(tx, this.config, { ...told, arrangedBy });
    if (isArranged)
      await writeDelegateArranged(tx, this.config, {
        ...told,
        delegationId: id,
        delegateName: delegate.name,
        by: viewer.name,
      });
    return ok({ delegateId: delegate.id });
  }

  /** Oneself; for HR leads also an executive of today. Anybody else is not found. */
  private async principalOf(
    tx: Tx,
    viewer: Viewer,
    { principalId }: AddDelegateRequest,
  ): Promise<Principal> {
    const principal = await tx.one<Principal>(
      `select p.id, p.name, p.email, ${ownDaySql('p', '$2')} as today, ${isExecutiveSql('p.id', '$2')} as "isExecutive"
       from person p where p.id = $1`,
      [principalId ?? viewer.personId, this.clock.now()],
    );
    const isAllowed =
      principal?.id === viewer.personId || (viewer.roles.has('HR_LEAD') && principal?.isExecutive);
    if (!principal || !isAllowed) throw barrier('NOT_FOUND');
    return principal;
  }
}
