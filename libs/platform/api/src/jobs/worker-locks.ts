import pg from 'pg';
import { parseDatabaseUrl } from '../database.js';

/** The space of advisory locks that say which workers live; no other part uses it. */
const SPACE = 7_316_002;
/** A worker takes its lock right after it begins; a job younger than this may belong to one that has none yet. */
const GRACE = '5 seconds';
const LOCK = 'select pg_advisory_lock($1, hashtext($2))';

/**
 * Gives jobs of dead workers back to the queue. A worker that was killed leaves its jobs locked, and the queue frees
 * them only after four hours. Here each living worker holds an advisory lock on a connection of its process: PostgreSQL
 * lets it go with the process, however that ends, so whoever can take the lock of a job's worker knows that it is dead.
 */
export class WorkerLocks {
  #client: Promise<pg.Client> | null = null;
  /** Whose end counts: an earlier connection may say late that it is gone. */
  #present: pg.Client | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  readonly #held = new Set<string>();

  constructor(private readonly databaseUrl: string) {}

  /** Says that a worker of this process lives. */
  async hold(workerId: string): Promise<void> {
    this.#held.add(workerId);
    await this.#ask(LOCK, [SPACE, workerId]);
  }

  /** @returns how many dead workers' jobs were given back */
  async giveBack(): Promise<number> {
    const { rows } = await this.#ask<{ dead: number }>(
      `with dead as materialized (
         select locked_by as id from (
           select distinct locked_by from graphile_worker._private_jobs
           where locked_at < now() - interval '${GRACE}' and not locked_by = any ($2::text[])) w
         where pg_try_advisory_xact_lock($1, hashtext(locked_by)))
       select count(*)::int as dead, graphile_worker.force_unlock_workers(array_agg(id)) from dead having count(*) > 0`,
      [SPACE, [...this.#held]],
    );
    return rows[0]?.dead ?? 0;
  }

  async stop(): Promise<void> {
    const client = await this.#client?.catch(() => null);
    this.#client = null;
    await client?.end();
  }

  /** Workers that begin together ask in turn: a connection answers one question at a time. */
  #ask<Row extends pg.QueryResultRow>(
    text: string,
    values: unknown[],
  ): Promise<pg.QueryResult<Row>> {
    const answer = this.#turn.then(async () => (await this.#connected()).query<Row>(text, values));
    this.#turn = answer.catch(() => undefined);
    return answer;
  }

  /** One connection for all. After the database was away, a new one takes the locks again. */
  #connected(): Promise<pg.Client> {
    this.#client ??= this.#connect().catch((error: unknown) => {
      this.#client = null;
      throw error;
    });
    return this.#client;
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({
      ...parseDatabaseUrl(this.databaseUrl),
      application_name: 'flipside-jobs',
    });
    client.on('error', () => {
      if (this.#present === client) this.#client = null;
    });
    await client.connect();
    this.#present = client;
    for (const id of this.#held) await client.query(LOCK, [SPACE, id]);
    return client;
  }
}
