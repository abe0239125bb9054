import type { Database } from '@flipside/platform-api';

/**
 * From now on every job that is put into the queue, or changed while it waits, leaves a copy in `spec_job`. What is done
 * leaves the queue itself, so that a look at its tables afterwards would find no payload to read.
 */
export async function keepJobs(db: Database): Promise<void> {
  await db.rows(`create table spec_job (name text not null, payload text not null)`);
  await db.rows(`create function keep_job() returns trigger language plpgsql as $$ begin
    insert into spec_job select t.identifier, new.payload::text from graphile_worker._private_tasks t where t.id = new.task_id;
    return new; end $$`);
  await db.rows(`create trigger keep_job after insert or update on graphile_worker._private_jobs
    for each row execute function keep_job()`);
}
