import { Injectable } from '@nestjs/common';
import { Database, defineJob, type JobHandler } from '@flipside/platform-api';
import { z } from 'zod';

const unfinished = z.object({
  /** Indexes that only make reading quicker, as PostgreSQL's catalogue describes them. */
  indexes: z.array(
    z.object({
      name: z.string(),
      definition: z.string().regex(/^CREATE INDEX \S+ ON \S+ USING [^;]+$/),
    }),
  ),
  /** Foreign keys of employments whose rows are still to be checked. */
  foreignKeys: z.array(z.string().regex(/^"?\w+"?$/)),
});

/** What a bulk load leaves to be done after its commit. */
export type Unfinished = z.infer<typeof unfinished>;

export const finishBulkLoadJob = defineJob({
  name: 'people.finish-bulk-load',
  payload: unfinished,
});

/** Builds missing indexes and checks foreign keys; repeating it does nothing. */
@Injectable()
export class FinishBulkLoad implements JobHandler<Unfinished> {
  readonly job = finishBulkLoadJob;

  constructor(private readonly db: Database) {}

  async handle({ indexes, foreignKeys }: Unfinished): Promise<void> {
    const ofPeople = indexes.filter(({ definition }) => definition.includes(' ON public.person '));
    const others = indexes.filter((index) => !ofPeople.includes(index));
    // Searching by name takes the longest to prepare; the rest is done meanwhile.
    await Promise.all([
      this.build('person', ofPeople, []),
      this.build('employment', others, foreignKeys),
    ]);
  }

  private build(
    table: string,
    indexes: Unfinished['indexes'],
    foreignKeys: readonly string[],
  ): Promise<void> {
    return this.db.transaction(async (tx) => {
      // The one who loaded and the background job may come at the same time.
      await tx.rows('select pg_advisory_xact_lock(hashtext($1))', [`flipside:finish ${table}`]);
      await tx.rows(`set local maintenance_work_mem = '192MB'`);
      for (const { definition } of indexes) {
        await tx.rows(definition.replace('CREATE INDEX', 'CREATE INDEX IF NOT EXISTS'));
      }
      for (const key of foreignKeys)
        await tx.rows(`alter table employment validate constraint ${key}`);
    });
  }
}
