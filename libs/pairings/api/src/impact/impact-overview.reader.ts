import { Injectable } from '@nestjs/common';
import {
  DEFAULT_RULES,
  matchingNotice,
  readRules,
  type RoundRules,
} from '@flipside/pairings-domain';
import { PersonLoader } from '@flipside/people-api';
import { Database, type RequestContext } from '@flipside/platform-api';
import { ImpactReader } from './impact.reader.js';
import { smallestGroup } from './impact.store.js';
import type { ImpactOverview, NoticeSectionType } from './impact.type.js';

const SHOWN_READINGS = 50;

@Injectable()
export class ImpactOverviewReader {
  constructor(
    private readonly db: Database,
    private readonly people: PersonLoader,
    private readonly reader: ImpactReader,
  ) {}

  async overview(context: RequestContext): Promise<ImpactOverview> {
    const [attributes, readings, rounds, least] = await Promise.all([
      this.db.rows<{ id: string; name: string; people: number; loadedAt: Date; by: string | null }>(
        `select a.id, a.name, a.loaded_at as "loadedAt", a.loaded_by as by,
           (select count(*)::int from impact_label l where l.attribute_id = a.id) as people
         from impact_attribute a order by a.name`,
      ),
      this.db.rows<{
        id: string;
        actorId: string | null;
        what: string;
        roundName: string | null;
        at: Date;
      }>(
        `select i.id, i.actor_id as "actorId", i.what, r.name as "roundName", i.at
         from impact_reading i left join matching_round r on r.id = i.round_id
         order by i.at desc, i.id desc limit ${SHOWN_READINGS}`,
      ),
      this.reader.rounds(),
      smallestGroup(this.db),
    ]);
    const person = (id: string | null) => (id === null ? null : this.people.of(context).load(id));
    return {
      rounds: rounds.map(({ rules, ...round }) => ({
        ...round,
        rules: { ...rules, placePoints: [...rules.placePoints] },
      })),
      smallestGroup: least,
      attributes: await Promise.all(
        attributes.map(async ({ by, ...attribute }) => ({
          ...attribute,
          loadedBy: await person(by),
        })),
      ),
      readings: await Promise.all(
        readings.map(async ({ actorId, ...reading }) => ({
          ...reading,
          actor: await person(actorId),
        })),
      ),
    };
  }

  /** What people may know: the notice of the round they were last introduced by, or of the usual rules. */
  async notice(): Promise<NoticeSectionType[]> {
    const row = await this.db.one<{ rules: RoundRules }>(
      `select rules from matching_round where state = 'published' order by published_at desc, id desc limit 1`,
    );
    return matchingNotice(row ? readRules(row.rules) : DEFAULT_RULES).map(({ title, lines }) => ({
      title,
      lines: [...lines],
    }));
  }
}
