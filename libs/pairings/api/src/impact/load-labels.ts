import { Inject, Injectable } from '@nestjs/common';
import { newId, ok, refuse, type Clock, type Result } from '@flipside/kernel';
import { pairingRefusal, readLabelFile, type PairingRefusal } from '@flipside/pairings-domain';
import { CLOCK, Database, type Viewer } from '@flipside/platform-api';
import { noteReading } from './impact.store.js';

export interface LoadedLabels {
  readonly attributes: readonly string[];
  /** Rows that name somebody. */
  readonly people: number;
  /** Rows that name nobody we know. */
  readonly unknownRows: number;
}

/**
 * Takes the group labels of a file. An attribute of the same name is replaced as a whole, so that loading a file twice
 * changes nothing and somebody who is no longer in it is no longer labelled.
 */
@Injectable()
export class LoadLabels {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(
    viewer: Pick<Viewer, 'personId'>,
    text: string,
  ): Promise<Result<LoadedLabels, PairingRefusal>> {
    const read = readLabelFile(text);
    if (!read.ok) return Promise.resolve(read);
    const { attributes, rows } = read.value;
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      const found = await tx.rows<{ who: string; id: string }>(
        `select w.who, p.id from unnest($1::text[]) w(who)
         join person p on p.email = w.who or lower(p.employee_no) = w.who or p.id::text = w.who`,
        [rows.map(({ who }) => who)],
      );
      const idOf = new Map(found.map(({ who, id }) => [who, id]));
      if (idOf.size === 0) return refuse(pairingRefusal('NOBODY_KNOWN'));
      for (const [n, name] of attributes.entries()) {
        const labels = new Map<string, string>();
        for (const { who, labels: own } of rows) {
          const [id, label] = [idOf.get(who), own[n]];
          if (id && label) labels.set(id, label);
        }
        await tx.execute(`delete from impact_attribute where name = $1`, [name]);
        await tx.execute(
          `with attribute as (
             insert into impact_attribute (id, name, loaded_by, loaded_at) values ($1, $2, $3, $4) returning id
           )
           insert into impact_label (attribute_id, person_id, label)
           select attribute.id, l.person_id, l.label
           from attribute, unnest($5::uuid[], $6::text[]) l(person_id, label)`,
          [newId(), name, viewer.personId, now, [...labels.keys()], [...labels.values()]],
        );
      }
      const what = `Loaded groups: ${attributes.join(', ')}`;
      await noteReading(tx, viewer, { roundId: null, what, at: now });
      const people = rows.filter(({ who }) => idOf.has(who)).length;
      return ok({ attributes, people, unknownRows: rows.length - people });
    });
  }
}
