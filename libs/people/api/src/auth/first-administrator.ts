import { newId, type Clock } from '@flipside/kernel';
import { CLOCK, CONFIG, Database, type Config } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';
import { makeSignInLink } from './send-sign-in-link.js';

/** Lets an operator in: at first, and whenever nobody else can. */
@Injectable()
export class FirstAdministrator {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** True while no administrator is known. */
  async isMissing(): Promise<boolean> {
    return (await this.db.one(`select 1 from role_grant where role = 'ADMINISTRATOR'`)) === null;
  }

  /** Makes the owner of this address administrator and HR lead; creates the person if nobody has the address. Repeatable. */
  async ensure(email: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.execute(
        `insert into person (id, email, name, title) values ($1, lower($2), split_part($2::text, '@', 1), 'Administrator') on conflict (email) do nothing`,
        [newId(), email],
      );
      await tx.execute(
        `insert into role_grant (person_id, role) select p.id, r.role from person p cross join (values ('ADMINISTRATOR'), ('HR_LEAD')) r(role)
         where p.email = lower($1) on conflict do nothing`,
        [email],
      );
    });
  }

  /** A single-use link for the terminal, for when mail cannot help. Null when nobody has the address. */
  async linkFor(email: string): Promise<string | null> {
    return this.db.transaction(async (tx) => {
      const person = await tx.one<{ id: string }>(`select id from person where email = lower($1)`, [
        email,
      ]);
      return (
        person &&
        makeSignInLink(tx, {
          personId: person.id,
          baseUrl: this.config.baseUrl,
          returnTo: '/',
          now: this.clock.now(),
        })
      );
    });
  }
}
