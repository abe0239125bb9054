import type { EvidenceGrade, OutcomeCategory } from '@flipside/learnings-domain';
import { dayOfInstant, type Clock, type Day } from '@flipside/kernel';
import { CLOCK, Database, Vault, type Viewer } from '@flipside/platform-api';
import { Inject, Injectable } from '@nestjs/common';

interface Coaching {
  since: Day | null;
  until: Date | null;
  held: number;
  onRealWork: number;
}

interface Change {
  category: OutcomeCategory;
  grade: EvidenceGrade;
}

const GRADES: Record<EvidenceGrade, string> = {
  claimed: 'claimed',
  corroborated: 'confirmed by the other person',
  measured: 'measured',
};

/**
 * What a champion did, for the champion to keep: their own record, made when they ask for it and stored nowhere. It
 * names nobody but people who wrote to them, and compares them with nobody.
 */
@Injectable()
export class ContributionRecord {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly vault: Vault,
  ) {}

  /** The viewer's own record as text with headings (Markdown). */
  async of(viewer: Viewer): Promise<string> {
    const me = [viewer.personId];
    const [coaching, changes, stories, recipes, sealed] = await Promise.all([
      this.db.rows<Coaching>(
        `select p.anchor_on as since, p.ended_at as until, count(s.id) as held,
                count(l.session_id) filter (where l.on_real_work) as "onRealWork"
         from pairing p left join session s on s.pairing_id = p.id and s.status = 'held'
         left join session_log l on l.session_id = s.id
         where p.champion_id = $1 and p.anchor_on is not null group by p.id order by p.anchor_on, p.id`,
        me,
      ),
      this.db.rows<Change>(
        `select o.category, o.grade from outcome o join pairing p on p.id = o.pairing_id
         where p.champion_id = $1 order by o.created_at, o.id`,
        me,
      ),
      this.db.rows<{ result: string }>(
        `select t.result from story t join pairing p on p.id = t.pairing_id
         where p.champion_id = $1 and t.shared_at is not null order by t.shared_at, t.id`,
        me,
      ),
      this.db.rows<{ title: string }>(
        `select v.title from recipe r join recipe_version v on v.recipe_id = r.id and v.version = r.version
         where r.owner_id = $1 and not r.is_retired order by v.title`,
        me,
      ),
      this.db.rows<{ id: string; body: string; fromName: string; at: Date }>(
        `select k.id, k.body, f.name as "fromName", k.at from thanks k join person f on f.id = k.from_person_id
         where k.to_person_id = $1 order by k.at, k.id`,
        me,
      ),
    ]);
    const thanks = await this.vault.openRows(this.db, viewer.personId, sealed, ({ id }) => id, {
      body: 'thanks.body',
    });
    const day = (at: Date): Day => dayOfInstant(at, viewer.timeZone);
    return [
      `# What I contributed: ${viewer.name}`,
      `From my own records, ${day(this.clock.now())}. It compares me with nobody.`,
      ...part(
        'Coaching',
        coaching.map(
          ({ since, until, held, onRealWork }) =>
            `A pairing since ${since ?? ''}${until ? ` until ${day(until)}` : ''}: ${sessions(held)} held, ${onRealWork} on real work`,
        ),
      ),
      ...part('What changed in work', changes.map(changeLine)),
      ...part(
        'What people wrote to me',
        thanks.map(({ body, fromName, at }) => `“${body}” (${fromName}, ${day(at)})`),
      ),
      ...part(
        'Stories we shared',
        stories.map(({ result }) => result),
      ),
      ...part(
        'Recipes I look after',
        recipes.map(({ title }) => title),
      ),
      '',
    ].join('\n');
  }
}

const part = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines.map((line) => `- ${line}`)];

const sessions = (count: number): string => `${count} ${count === 1 ? 'session' : 'sessions'}`;

/** A change without its words, which belong to two people: its category and how well it is known. */
function changeLine({ category, grade }: Change): string {
  const name = category.replaceAll('_', ' ');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} (${GRADES[grade]})`;
}
