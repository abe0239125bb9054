import type { Day } from '@flipside/kernel';
import { aLocation, anOrgUnit, LONG_AGO, type Sql } from './builders.js';

/** Many people in one place at once, named by number; for head-counts and large lists. */
export async function manyPeople(
  db: Sql,
  count: number,
  wish: {
    unitId: string;
    locationId?: string | null;
    employmentType?: string;
    status?: 'active' | 'leave';
    validFrom?: Day;
  },
): Promise<string[]> {
  const rows = await db.rows<{ id: string }>(
    `with built as (
       insert into person (id, name, email, hire_on)
       select gen_random_uuid(), 'Person ' || n, 'many-' || gen_random_uuid() || '@company.test', $2::date
       from generate_series(1, $1::int) n
       returning id
     )
     insert into employment (person_id, valid_from, org_unit_id, location_id, employment_type, status)
     select id, $2::date, $3::uuid, $4::uuid, $5, $6 from built
     returning person_id as id`,
    [
      count,
      wish.validFrom ?? LONG_AGO,
      wish.unitId,
      wish.locationId ?? null,
      wish.employmentType ?? 'employee',
      wish.status ?? 'active',
    ],
  );
  return rows.map(({ id }) => id);
}

/** A unit to build, with how many people stand directly in it and what is below it. */
export interface UnitTree {
  name: string;
  code?: string;
  people?: number;
  targetRatio?: number;
  children?: readonly UnitTree[];
}

/** Builds a whole tree of units with people in it; answers the ids of units and people by unit name. */
export async function aCompany(
  db: Sql,
  tree: UnitTree,
  wish: { locationId?: string; validFrom?: Day } = {},
): Promise<{ units: Record<string, string>; people: Record<string, string[]> }> {
  const units: Record<string, string> = {};
  const people: Record<string, string[]> = {};
  const locationId = wish.locationId ?? (await aLocation(db)).id;
  const build = async (node: UnitTree, parentId: string | null): Promise<void> => {
    const unit = await anOrgUnit(db, {
      name: node.name,
      parentId,
      ...(node.code !== undefined && { code: node.code }),
      ...(node.targetRatio !== undefined && { targetRatio: node.targetRatio }),
      ...(wish.validFrom !== undefined && { validFrom: wish.validFrom }),
    });
    units[node.name] = unit.id;
    people[node.name] = node.people
      ? await manyPeople(db, node.people, {
          unitId: unit.id,
          locationId,
          ...(wish.validFrom !== undefined && { validFrom: wish.validFrom }),
        })
      : [];
    for (const child of node.children ?? []) await build(child, unit.id);
  };
  await build(tree, null);
  return { units, people };
}
