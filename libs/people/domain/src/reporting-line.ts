/** Each person's manager on one day; people without one map to null or are absent. */
export type ManagerOf = ReadonlyMap<string, string | null>;

/**
 * The managers above a person, nearest first. Ends where the chain ends or closes into a ring, and
 * never names the person themselves.
 */
export function managersAbove(managerOf: ManagerOf, personId: string): string[] {
  const above: string[] = [];
  const seen = new Set([personId]);
  for (let at = managerOf.get(personId) ?? null; at !== null; at = managerOf.get(at) ?? null) {
    if (seen.has(at)) break;
    seen.add(at);
    above.push(at);
  }
  return above;
}

/** Whether one of the two stands above the other, however far, in either direction. */
export function areInOneReportingLine(managerOf: ManagerOf, a: string, b: string): boolean {
  return (
    a === b || managersAbove(managerOf, a).includes(b) || managersAbove(managerOf, b).includes(a)
  );
}

/** Everybody below a person, nearest first; a ring of managers is walked once. */
export function peopleBelow(managerOf: ManagerOf, personId: string): string[] {
  const reportsOf = new Map<string, string[]>();
  for (const [person, manager] of managerOf) {
    if (manager === null) continue;
    const reports = reportsOf.get(manager);
    if (reports) reports.push(person);
    else reportsOf.set(manager, [person]);
  }
  const found = [personId];
  const seen = new Set(found);
  // The list grows while it is walked: each person found is asked for their own reports in turn.
  for (const managerId of found) {
    for (const report of reportsOf.get(managerId) ?? []) {
      if (seen.has(report)) continue;
      seen.add(report);
      found.push(report);
    }
  }
  return found.slice(1);
}
