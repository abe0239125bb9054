import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { MOST_WISHES, pairingRefusal, type PairingRefusal } from '@flipside/pairings-domain';
import { barrier, CLOCK, Database, type Viewer } from '@flipside/platform-api';

export interface Wishes {
  readonly wishes: readonly string[];
  readonly refuses: readonly string[];
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly title: string;
}

/** Everybody may name up to three people they would like to be paired with, and three they would not. */
@Injectable()
export class SetPairingWishes {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What somebody said, in the order of the names; nobody else is ever given it. */
  async named({ personId }: Viewer): Promise<{ wishes: Named[]; refuses: Named[] }> {
    const rows = await this.db.rows<Named & { kind: string }>(
      `select p.id, p.name, p.title, w.kind from pairing_wish w join person p on p.id = w.other_id
       where w.person_id = $1 order by p.name, p.id`,
      [personId],
    );
    const of = (kind: string) => rows.filter((row) => row.kind === kind);
    return { wishes: of('wish'), refuses: of('refuse') };
  }

  run(
    { personId }: Viewer,
    { wishes, refuses }: Wishes,
  ): Promise<Result<undefined, PairingRefusal>> {
    const named = [...wishes, ...refuses];
    return this.db.transaction(async (tx) => {
      if (wishes.length > MOST_WISHES || refuses.length > MOST_WISHES)
        return refuse(pairingRefusal('TOO_MANY_WISHES'));
      if (named.includes(personId)) return refuse(pairingRefusal('WISH_FOR_ONESELF'));
      if (new Set(named).size < named.length) return refuse(pairingRefusal('NAMED_TWICE'));
      const known = await tx.rows(`select from person where id = any($1::uuid[])`, [named]);
      if (known.length < named.length) throw barrier('NOT_FOUND');
      await tx.execute(`delete from pairing_wish where person_id = $1`, [personId]);
      await tx.execute(
        `insert into pairing_wish (person_id, other_id, kind, at)
         select $1, id, case when id = any($3::uuid[]) then 'refuse' else 'wish' end, $4 from unnest($2::uuid[]) as id`,
        [personId, named, refuses, this.clock.now()],
      );
      return ok();
    });
  }
}
