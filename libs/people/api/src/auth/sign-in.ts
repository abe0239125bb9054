import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import {
  barrier,
  CLOCK,
  CONFIG,
  Database,
  enqueue,
  Role,
  ROLE_SQL,
  type Config,
  type Tx,
  type Viewer,
} from '@flipside/platform-api';
import { programmeDaySql, worksHereSql, zoneSql } from '../availability/day-sql.js';
import { signInLinkAsked } from './sign-in-link.job.js';
import { hashOf, isToken, newToken } from './token.js';

const SESSION_DAYS = 30;

interface ViewerRow {
  id: string;
  name: string;
  email: string | null;
  time_zone: string;
  roles: Role[];
}

/** Links, cookies and the person behind them. */
@Injectable()
export class SignIn {
  /** One statement gives the person, the zone and all roles of all contexts. $2 the moment. */
  readonly #viewerSql: (from: string, where: string) => string;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(ROLE_SQL) roleSql: readonly string[],
  ) {
    const roles = roleSql
      .map((sql) => sql.replaceAll('$1', 'p.id').replaceAll('$2', 'programme_day.today'))
      .join(' union ');
    this.#viewerSql = (from, where) => `
      select p.id, p.name, p.email, ${zoneSql('p')} as time_zone, array(${roles}) as roles
      from ${from}
      cross join (select ${programmeDaySql('$2')} as today) programme_day
      where ${where} and ${worksHereSql('p', '$2')}`;
  }

  /** Takes a wish for a link; says nothing about whether the address is known. */
  async askForLink(email: string, returnTo: string): Promise<void> {
    await this.db.transaction((tx) =>
      enqueue(tx, signInLinkAsked, { email, returnTo }, { maxAttempts: 3 }),
    );
  }

  /**
   * Uses up a link and opens a session.
   * @returns the cookie's value, or null when the link is unknown, used or too old, or its person has left
   */
  async useLink(token: string): Promise<string | null> {
    if (!isToken(token)) return null;
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      const used = await tx.one<{ person_id: string }>(
        `update sign_in_link l set used_at = $2 from person p
         where l.token_hash = $1 and l.used_at is null and l.expires_at > $2
           and p.id = l.person_id and ${worksHereSql('p', '$2')}
         returning l.person_id`,
        [hashOf(token), now],
      );
      return used ? this.openSession(tx, used.person_id, now) : null;
    });
  }

  /** Opens a session as one of the prepared people of the demonstration company, and never anywhere else. */
  async signInAsPrepared(personId: string): Promise<string> {
    if (this.config.company !== 'demo') throw barrier('NOT_FOUND');
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      const prepared = await tx.one(`select 1 from demo_person where person_id = $1`, [personId]);
      if (!prepared) throw barrier('NOT_FOUND');
      return this.openSession(tx, personId, now);
    });
  }

  /** The person behind a cookie, with every role held today, in one statement. */
  async viewerOf(token: string | undefined): Promise<Viewer | null> {
    if (!token || !isToken(token)) return null;
    const now = this.clock.now();
    const sql = this.#viewerSql(
      'web_session s join person p on p.id = s.person_id',
      's.token_hash = $1 and s.expires_at > $2',
    );
    return this.toViewer(await this.db.one<ViewerRow>(sql, [hashOf(token), now]));
  }

  /** The same for somebody who acts from a mail; null for whoever has left. One statement. */
  async viewerById(personId: string): Promise<Viewer | null> {
    const sql = this.#viewerSql('person p', 'p.id = $1');
    return this.toViewer(await this.db.one<ViewerRow>(sql, [personId, this.clock.now()]));
  }

  private toViewer(row: ViewerRow | null): Viewer | null {
    if (!row) return null;
    return {
      personId: row.id,
      name: row.name,
      email: row.email,
      timeZone: row.time_zone,
      roles: new Set<Role>([Role.EMPLOYEE, ...row.roles]),
    };
  }

  async signOut(token: string | undefined): Promise<void> {
    if (!token || !isToken(token)) return;
    await this.db.transaction((tx) =>
      tx.execute(`delete from web_session where token_hash = $1`, [hashOf(token)]),
    );
  }

  private async openSession(tx: Tx, personId: string, now: Date): Promise<string> {
    const token = newToken();
    await tx.execute(`delete from web_session where expires_at <= $1`, [now]);
    await tx.execute(`delete from sign_in_link where expires_at <= $1`, [
      new Date(now.getTime() - 86_400_000),
    ]);
    await tx.execute(
      `insert into web_session (token_hash, person_id, created_at, expires_at) values ($1, $2, $3, $4)`,
      [hashOf(token), personId, now, new Date(now.getTime() + SESSION_DAYS * 86_400_000)],
    );
    return token;
  }
}
