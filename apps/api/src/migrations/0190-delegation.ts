import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody who looks after sessions may do, from when until when, and for whom they offered times. */
export class Delegation1760000190000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table delegation
        add column scopes text[] not null default '{book,move,cancel}',
        add constraint ck_delegation_scopes check (scopes <@ array['book', 'move', 'cancel']),
        add constraint ck_delegation_days check (valid_from <= valid_to),
        add constraint ex_delegation_once exclude using gist
          (principal_id with =, delegate_id with =, daterange(valid_from, valid_to) with &&);
      drop index uq_delegation_current;

      alter table session_offer add column on_behalf_of uuid
        constraint fk_session_offer_on_behalf_of references person on delete set null;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table session_offer drop column on_behalf_of;
      alter table delegation drop constraint ex_delegation_once, drop constraint ck_delegation_days,
        drop constraint ck_delegation_scopes, drop column scopes;
      create unique index uq_delegation_current on delegation (principal_id, delegate_id) where valid_to = 'infinity';
    `);
  }
}
