import { healthy, worrying, type Database, type HealthCheck } from '@flipside/platform-api';

const STALE_DAYS = 35;
const DAY_MS = 86_400_000;

/** How old the roster is at `now`: coverage counts whoever it names. */
export async function checkRoster(db: Database, now: Date): Promise<HealthCheck> {
  const [id, title] = ['roster', 'Roster'] as const;
  const row = await db.one<{ lastImportAt: Date | null }>(
    `select last_import_at as "lastImportAt" from programme where id = 1`,
  );
  const advice =
    'Import the latest export of your people: the page "Import", or npm run flipside -- import FILE';
  if (!row?.lastImportAt) return worrying(id, title, 'No roster was imported yet.', advice);
  const days = Math.floor((now.getTime() - row.lastImportAt.getTime()) / DAY_MS);
  const age = days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
  return days > STALE_DAYS
    ? worrying(id, title, `Last imported ${age}; coverage may be out of date.`, advice)
    : healthy(id, title, `Last imported ${age}.`);
}
