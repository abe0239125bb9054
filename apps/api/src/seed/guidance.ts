import { twoOfUs, type Tx, type Vault } from '@flipside/platform-api';
import { FIRST_GUARDRAILS } from '@flipside/learnings-domain';
import type { DemoPairing } from './coaching.js';
import type { DemoCompany } from './people.js';
import type { Random } from './random.js';
import { insertRows } from './rows.js';
import { sealRows } from './sealed-rows.js';
import { agreedOf } from './theme-of.js';

/** Two people agree on how they work at their first session; new ones have done so before it. */
function agreedAt({ sessions: [first] }: DemoPairing, now: Date): string {
  const at = first && first.endsAt < now ? first.endsAt.getTime() : now.getTime() - 86_400_000;
  return new Date(at).toISOString();
}

const TOOLS = [
  ['Company chat', 'Drafts, summaries, thinking a plan through', 'confidential'],
  ['Spreadsheet assistant', 'Formulas, deviations, charts', 'confidential'],
  ['Code assistant', 'Tests, reading unfamiliar code', 'internal'],
  ['Translation service', 'Texts that may be public', 'public'],
] as const;

/** What pairs bring to their next session, in the order of the pairings. */
const TASKS = [
  ['Comments on the November variances before Thursday', 'confidential', 'forecast-anomalies'],
  ['Reply to the works council about the shift plan', 'internal', 'mirror-tone'],
  ['Brief for the visit in Osaka', 'confidential', 'client-meeting'],
  ['Two offers for the frame contract, clause by clause', 'confidential', 'options'],
  ['Questions for the supplier review on Monday', 'internal', 'questions-to-ask'],
  ['Note to the team about the new planning tool', 'internal', 'leading-redefined-roles'],
] as const;

/** Guardrails, what pairs agreed, and what they prepared for their next session. */
export async function writeGuidance(
  tx: Tx,
  { people }: DemoCompany,
  pairings: readonly DemoPairing[],
  random: Random,
  now: Date,
  vault: Vault,
): Promise<void> {
  const someone = (unit: string) =>
    people.find((p) => p.unit === unit && p.status === 'active' && !p.isHead && !p.leaveOn)?.id ??
    null;
  await insertRows(tx, 'guardrails', [
    {
      version: 1,
      dos: FIRST_GUARDRAILS.dos,
      donts: FIRST_GUARDRAILS.donts,
      rules: FIRST_GUARDRAILS.rules,
      owner_id: someone('FIN-LEG'),
      trust_id: someone('ENG-MEC'),
      changed_at: new Date(now.getTime() - 40 * 86_400_000).toISOString(),
    },
  ]);
  await insertRows(
    tx,
    'approved_tool',
    TOOLS.map(([name, purpose, highest]) => ({
      id: random.id(),
      name,
      purpose,
      highest_class: highest,
      is_active: true,
    })),
  );
  const running = pairings.filter((p) =>
    ['on_rhythm', 'slipping', 'new', 'paused'].includes(p.story),
  );
  const ownerOf = (pairing: DemoPairing) =>
    twoOfUs({
      pairingId: pairing.id,
      championId: pairing.champion.id,
      executiveId: pairing.executive.id,
    });
  const owners = new Map(running.map((p) => [p.id, ownerOf(p)]));
  const agreements = running.map((pairing, n) => ({
    pairing_id: pairing.id,
    goal_category: agreedOf(pairing.theme).goal,
    works_on: agreedOf(pairing.theme).worksOn,
    stays_out: n % 2 === 0 ? 'Salaries and people by name' : '',
    confidentiality: n % 3 === 0 ? 'ask_first' : 'two_of_us',
    version: 1,
    executive_confirmed: n % 5 === 4 ? null : 1,
    champion_confirmed: 1,
    changed_at: agreedAt(pairing, now),
  }));
  await insertRows(
    tx,
    'pairing_agreement',
    await sealRows(
      tx,
      vault,
      agreements,
      { works_on: 'agreement.worksOn', stays_out: 'agreement.staysOut' },
      (row) => row.pairing_id,
      (row) => owners.get(row.pairing_id) ?? null,
    ),
  );
  const recipes = await tx.rows<{ id: string; slug: string }>(
    `select id, slug from recipe where slug is not null`,
  );
  const bySlug = new Map(recipes.map(({ id, slug }) => [slug, id]));
  const prepared = running.flatMap((pairing, n) => {
    const next = pairing.sessions.find((s) => s.status === 'booked' && s.startsAt > now);
    const [task, dataClass, slug] = TASKS[n] ?? [];
    if (!next || !task || !dataClass || !slug) return [];
    return [
      {
        session_id: next.id,
        pairing_id: pairing.id,
        task,
        decides_there: false,
        data_class: dataClass,
        recipe_id: bySlug.get(slug) ?? null,
        changed_by: pairing.champion.id,
        changed_at: new Date(now.getTime() - 3 * 3_600_000).toISOString(),
        version: 1,
      },
    ];
  });
  const sealed = await sealRows(
    tx,
    vault,
    prepared,
    { task: 'task.body' },
    (row) => row.session_id,
    (row) => owners.get(row.pairing_id) ?? null,
  );
  await insertRows(
    tx,
    'session_preparation',
    sealed.map(({ pairing_id: _, ...row }) => row),
  );
  // Some champions coach two executives; each reports once.
  const champions = [...new Set(running.map(({ champion }) => champion.id))].slice(0, 3);
  await insertRows(
    tx,
    'recipe_report',
    recipes.slice(0, 8).flatMap(({ id }, n) =>
      champions.map((championId, at) => ({
        recipe_id: id,
        version: 1,
        person_id: championId,
        works: !(n === 5 && at < 2),
        tool: 'Company chat',
        at: new Date(now.getTime() - (n + 2) * 5 * 86_400_000).toISOString(),
      })),
    ),
  );
}
