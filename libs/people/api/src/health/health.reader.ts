import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@flipside/kernel';
import {
  broken,
  checkConnection,
  checkExtensions,
  checkJobs,
  checkMailServer,
  checkMigrations,
  checkOutbox,
  CLOCK,
  CONFIG,
  Database,
  type Config,
  type HealthCheck,
} from '@flipside/platform-api';
import { checkRoster } from './check-roster.js';
import { checkTimeZones } from './check-time-zones.js';

/** Everything an operator wants to know at once, for the health page and for `doctor`. */
@Injectable()
export class HealthReader {
  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** All checks in a fixed order. Without a database the rest of it is not asked. */
  async checks(): Promise<HealthCheck[]> {
    const now = this.clock.now();
    const connection = await checkConnection(this.db);
    const mail = checkMailServer(this.config);
    if (connection.state === 'fail') return [connection, await mail];
    return [
      connection,
      await safely('extensions', 'Database extensions', () => checkExtensions(this.db)),
      await safely('migrations', 'Database schema', () => checkMigrations(this.db)),
      await mail,
      await safely('outbox', 'Outbox', () => checkOutbox(this.db)),
      await safely('jobs', 'Background jobs', () => checkJobs(this.db, now)),
      await safely('time-zones', 'Time-zone data', () => checkTimeZones(this.db, now)),
      await safely('roster', 'Roster', () => checkRoster(this.db, now)),
    ];
  }
}

/** A check that itself breaks, because a table is missing for example, is a finding too. */
async function safely(
  id: string,
  title: string,
  work: () => Promise<HealthCheck>,
): Promise<HealthCheck> {
  try {
    return await work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return broken(id, title, `Could not be checked: ${reason}`, 'Run: npm run flipside -- migrate');
  }
}
