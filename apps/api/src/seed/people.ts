import { addDays, FOREVER, type Day } from '@flipside/kernel';
import type { Tx } from '@flipside/platform-api';
import { company, sites, type Site, type SiteKey, type UnitPlan } from './company.js';
import { mailboxOf, Names, type Culture } from './names.js';
import type { Random } from './random.js';

export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly title: string;
  readonly unit: string;
  readonly site: SiteKey;
  readonly level: number;
  readonly managerId: string | null;
  readonly languages: readonly string[];
  readonly hireOn: Day;
  readonly isHead: boolean;
  readonly type: 'employee' | 'contractor';
  readonly status: 'active' | 'leave';
  /** Last day; null for those who stay. */
  readonly leaveOn: Day | null;
  /** The unit before a move, and the day of the move. */
  readonly movedFrom?: { readonly unit: string; readonly on: Day };
}

export interface DemoCompany {
  readonly people: readonly DemoPerson[];
  /** Identifier of each unit by code. */
  readonly units: ReadonlyMap<string, string>;
  /** Every unit's plan by code. */
  readonly plans: ReadonlyMap<string, UnitPlan>;
}

/** First day of the structure; nobody has been here for longer. */
export const FOUNDED_ON = '2009-01-01';
const LONGEST_DAYS = 6200;
const SETTLED_DAYS = 200;
const LEAD = 'Team lead';
const TEAM = 9;
const CONTRACTORS = 58;
const ON_LEAVE = 14;
const LEAVERS = 36;
const MOVERS = 22;

const extraLanguages: Record<Culture, string> = {
  german: 'de',
  turkish: 'tr',
  polish: 'pl',
  british: 'en',
  nigerian: 'en',
  indian: 'hi',
  japanese: 'ja',
  korean: 'ko',
  chinese: 'zh',
  canadian: 'fr',
  filipino: 'tl',
  arabic: 'ar',
  portuguese: 'pt',
  ukrainian: 'uk',
};

class Hiring {
  readonly people: DemoPerson[] = [];
  readonly #names: Names;
  readonly #mailboxes = new Set<string>();
  /** Days since each person joined. */
  readonly #tenures = new Map<string, number>();

  constructor(
    private readonly random: Random,
    private readonly today: Day,
  ) {
    this.#names = new Names(random);
  }

  hire(
    post: Pick<DemoPerson, 'title' | 'unit' | 'site' | 'level' | 'managerId'> & Partial<DemoPerson>,
  ): DemoPerson {
    const { random } = this;
    const culture = this.cultureOf(sites[post.site]);
    const name = this.#names.one(culture);
    const languages = new Set([sites[post.site].language, 'en']);
    if (random.chance(0.5)) languages.add(extraLanguages[culture]);
    // One in thirty speaks only the language of the site; matching has to respect that.
    if (sites[post.site].language !== 'en' && post.level > 4 && random.chance(0.25))
      languages.delete('en');
    const drawn = random.chance(0.06)
      ? random.between(5, 170)
      : random.between(SETTLED_DAYS, LONGEST_DAYS);
    const tenure = this.tenure(post, drawn);
    const person: DemoPerson = {
      id: random.id(),
      name,
      email: this.mailbox(name),
      languages: [...languages],
      hireOn: addDays(this.today, -tenure),
      isHead: false,
      type: 'employee',
      status: 'active',
      leaveOn: null,
      ...post,
    };
    this.people.push(person);
    this.#tenures.set(person.id, tenure);
    return person;
  }

  /** Nobody has been here for longer than whom they report to, so those with people below them came early. */
  private tenure(
    { managerId, isHead, title }: Pick<DemoPerson, 'title' | 'managerId'> & Partial<DemoPerson>,
    drawn: number,
  ): number {
    const most = this.#tenures.get(managerId ?? '') ?? LONGEST_DAYS;
    const share = isHead ? 0.8 : title === LEAD ? 0.6 : 0;
    if (share === 0 && drawn < SETTLED_DAYS) return drawn;
    const least = Math.max(SETTLED_DAYS, most * share);
    return Math.round(least + (drawn / LONGEST_DAYS) * (most - least));
  }

  private cultureOf(site: Site): Culture {
    let draw = this.random.next();
    for (const [culture, share] of site.cultures) {
      draw -= share;
      if (draw < 0) return culture;
    }
    return site.cultures[0]?.[0] ?? 'british';
  }

  private mailbox(name: string): string {
    const base = mailboxOf(name);
    let mailbox = base;
    for (let n = 2; this.#mailboxes.has(mailbox); n++) mailbox = `${base}${n}`;
    this.#mailboxes.add(mailbox);
    return `${mailbox}@norden-werke.example`;
  }
}

/** Fills a unit: its head, team leads for about nine people each, then everybody else; then the units below. */
function staff(
  hiring: Hiring,
  random: Random,
  plan: UnitPlan,
  above: DemoPerson | null,
  level: number,
): void {
  const head = hiring.hire({
    title: plan.head,
    unit: plan.code,
    site: plan.sites[0] ?? 'hamburg',
    level,
    managerId: above?.id ?? null,
    isHead: true,
  });
  const others = plan.people - 1;
  const leads: DemoPerson[] = [];
  const needed = others > TEAM + 4 ? Math.round(others / (TEAM + 1)) : 0;
  for (let i = 0; i < others; i++) {
    const isLead = i < needed;
    const boss = isLead || needed === 0 ? head : (leads[i % needed] ?? head);
    const person = hiring.hire({
      title: isLead ? LEAD : random.pick(plan.titles),
      unit: plan.code,
      site: isLead || needed === 0 ? (plan.sites[i % plan.sites.length] ?? 'hamburg') : boss.site,
      level: boss.level + 1,
      managerId: boss.id,
    });
    if (isLead) leads.push(person);
  }
  for (const below of plan.below ?? []) staff(hiring, random, below, head, level + 1);
}

/** Those who do not count today: contractors, people on long leave, and people who have left. */
function staffAround(
  hiring: Hiring,
  random: Random,
  leaves: readonly UnitPlan[],
  today: Day,
): void {
  const bosses = new Map(
    leaves.map((plan) => [plan.code, hiring.people.find((p) => p.unit === plan.code && p.isHead)]),
  );
  const colleague = (more: Partial<DemoPerson>) => {
    const plan = random.pick(leaves);
    const boss = bosses.get(plan.code);
    return hiring.hire({
      title: random.pick(plan.titles),
      unit: plan.code,
      site: plan.sites[0] ?? 'hamburg',
      level: (boss?.level ?? 3) + 1,
      managerId: boss?.id ?? null,
      hireOn: addDays(today, -random.between(300, 2400)),
      ...more,
    });
  };
  for (let i = 0; i < CONTRACTORS; i++) colleague({ type: 'contractor' });
  for (let i = 0; i < ON_LEAVE; i++) colleague({ status: 'leave' });
  for (let i = 0; i < LEAVERS; i++) colleague({ leaveOn: addDays(today, -random.between(4, 180)) });
}

function someMoves(
  people: DemoPerson[],
  random: Random,
  leaves: readonly UnitPlan[],
  today: Day,
): void {
  const settled = people.filter(
    (p) =>
      !p.isHead &&
      p.type === 'employee' &&
      p.status === 'active' &&
      !p.leaveOn &&
      p.hireOn < addDays(today, -400),
  );
  for (const person of random.sample(settled, MOVERS)) {
    const before = random.pick(leaves.filter((plan) => plan.code !== person.unit));
    people[people.indexOf(person)] = {
      ...person,
      movedFrom: { unit: before.code, on: addDays(today, -random.between(10, 170)) },
    };
  }
}

const leavesOf = (plan: UnitPlan): UnitPlan[] =>
  plan.below ? plan.below.flatMap(leavesOf) : plan.titles.length ? [plan] : [];
const allOf = (plan: UnitPlan): UnitPlan[] => [plan, ...(plan.below ?? []).flatMap(allOf)];

/** Draws the whole company; nothing is written yet. */
export function drawCompany(random: Random, today: Day): DemoCompany {
  const plans = new Map(allOf(company).map((plan) => [plan.code, plan]));
  const units = new Map([...plans.keys()].map((code) => [code, random.id()]));
  const hiring = new Hiring(random, today);
  staff(hiring, random, company, null, 1);
  const leaves = leavesOf(company);
  staffAround(hiring, random, leaves, today);
  const people = [...hiring.people];
  someMoves(people, random, leaves, today);
  return { people, units, plans };
}

interface EmploymentRow {
  person_id: string;
  valid_from: Day;
  valid_to: Day;
  unit: string;
  site: string;
  manager_id: string | null;
  level: number;
  employment_type: string;
  status: string;
}

function employmentsOf(person: DemoPerson, today: Day): EmploymentRow[] {
  const row = (from: Day, to: Day, unit: string, status: string): EmploymentRow => ({
    person_id: person.id,
    valid_from: from,
    valid_to: to,
    unit,
    site: sites[person.site].code,
    manager_id: person.managerId,
    level: person.level,
    employment_type: person.type,
    status,
  });
  const end = person.leaveOn ? addDays(person.leaveOn, 1) : FOREVER;
  if (person.movedFrom) {
    return [
      row(person.hireOn, person.movedFrom.on, person.movedFrom.unit, 'active'),
      row(person.movedFrom.on, end, person.unit, 'active'),
    ];
  }
  if (person.status === 'leave') {
    const since = addDays(today, -60);
    return [
      row(person.hireOn, since, person.unit, 'active'),
      row(since, end, person.unit, 'leave'),
    ];
  }
  return [row(person.hireOn, end, person.unit, 'active')];
}

/** Writes units, sites and people; set by set, in the caller's transaction. */
export async function writeCompany(
  tx: Tx,
  { people, units, plans }: DemoCompany,
  random: Random,
  today: Day,
): Promise<void> {
  for (const site of Object.values(sites)) {
    await tx.execute(
      `insert into location (id, code, name, country, time_zone) values ($1, $2, $3, $4, $5)`,
      [random.id(), site.code, site.name, site.country, site.timeZone],
    );
  }
  for (const [code, plan] of plans) {
    await tx.execute(`insert into org_unit (id, code, name) values ($1, $2, $3)`, [
      units.get(code),
      code,
      plan.name,
    ]);
  }
  for (const plan of plans.values()) {
    await tx.execute(
      `insert into org_unit_placement (org_unit_id, parent_id, valid_from) values ($1, $2, $3)`,
      [units.get(plan.code), parentOf(plans, plan.code, units), FOUNDED_ON],
    );
  }
  await tx.execute(
    `insert into person (id, employee_no, email, name, title, languages, hire_on, leave_on)
     select id, 'N' || lpad((row_number() over ())::text, 5, '0'), email, name, title,
       array(select jsonb_array_elements_text(languages)), hire_on, leave_on
     from jsonb_to_recordset($1::jsonb) as p(id uuid, email text, name text, title text, languages jsonb, hire_on date, leave_on date)`,
    [
      JSON.stringify(
        people.map((p) => ({
          id: p.id,
          email: p.email,
          name: p.name,
          title: p.title,
          languages: p.languages,
          hire_on: p.hireOn,
          leave_on: p.leaveOn,
        })),
      ),
    ],
  );
  await tx.execute(
    `insert into employment (person_id, valid_from, valid_to, org_unit_id, location_id, manager_id, level, employment_type, status)
     select e.person_id, e.valid_from, e.valid_to, u.id, l.id, e.manager_id, e.level, e.employment_type, e.status
     from jsonb_to_recordset($1::jsonb) as e(person_id uuid, valid_from date, valid_to date, unit text, site text, manager_id uuid, level int, employment_type text, status text)
     join org_unit u on u.code = e.unit join location l on l.code = e.site`,
    [JSON.stringify(people.flatMap((p) => employmentsOf(p, today)))],
  );
  await tx.execute(
    `update programme set name = 'Norden AI coaching', executive_level = 2, last_import_at = $1::date + time '06:00', default_time_zone = 'Europe/Berlin'`,
    [today],
  );
}

function parentOf(
  plans: ReadonlyMap<string, UnitPlan>,
  code: string,
  units: ReadonlyMap<string, string>,
): string | null {
  for (const [parent, plan] of plans)
    if (plan.below?.some((below) => below.code === code)) return units.get(parent) ?? null;
  return null;
}
