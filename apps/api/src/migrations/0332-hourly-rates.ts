import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an hour costs as finance approved it, line by line: a later line never changes what an earlier month said. */
export class HourlyRates1760000332000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table hourly_rate (
        holds_from date constraint pk_hourly_rate primary key,
        executive numeric(8,2) not null,
        champion numeric(8,2) not null,
        staff numeric(8,2) not null,
        currency text not null constraint ck_hourly_rate_currency check (currency ~ '^[A-Z]{3}$'),
        approved_by text not null,
        entered_by uuid constraint fk_hourly_rate_entered_by references person on delete set null,
        entered_at timestamptz not null
      );
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table hourly_rate;`);
  }
}
