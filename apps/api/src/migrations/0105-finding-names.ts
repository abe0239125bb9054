import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The marks that stand for themselves once a letter and its accents are taken apart. */
const MARKS = Array.from({ length: 0x70 }, (_, at) => String.fromCodePoint(0x300 + at)).join('');

/**
 * Names are found without their accents too. Only names that have any stand in the second index: a roster of plain
 * names pays nothing for it.
 */
export class FindingNames1760000105000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create function folded_name(name text) returns text language sql immutable parallel safe as $$
        select translate(normalize(lower(name), NFD), 'øłđðıħŧ${MARKS}', 'olddiht')
      $$;
      create index ix_person_name_folded on person using gin (folded_name(name) gin_trgm_ops)
        where octet_length(name) <> char_length(name);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop index ix_person_name_folded;
      drop function folded_name(text);
    `);
  }
}
