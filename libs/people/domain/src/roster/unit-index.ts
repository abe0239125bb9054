import { comparable, kept } from './cells.js';

/** A unit named in a roster. Several numbers may stand for one unit: they share its code then. */
export interface RosterUnit {
  readonly no: number;
  /** What the unit is recognised by: the code of the HR system, else its path in lower case. */
  readonly code: string;
  readonly name: string;
  readonly parentNo: number | null;
}

/** More than this and the column names no units. */
export const MOST_UNITS = 50_000;

const CODED =
  /^(\d{2,}|[A-Z]{1,4}\d{2,})\s*[-–:]\s+(\S.*)$|^(\d{3,}|[A-Z]{2,4}\d{3,})\s+(\S.*)$|^(\d{2,}|[A-Z]{1,4}\d{2,})-(\p{L}.*)$/u;
const IN_BRACKETS = /^(.*\S)\s*\(([^()]+)\)$/;
const PATH = /\s*(?:>|»|→|\/|\\|::)\s*/;

/** `100 - Admin` and `CC102 Executive` carry a code in front of the name. */
export function splitCode(text: string): { code: string | null; name: string } {
  const found = CODED.exec(text);
  if (!found) return { code: null, name: text };
  return {
    code: found[1] ?? found[3] ?? found[5] ?? null,
    name: found[2] ?? found[4] ?? found[6] ?? text,
  };
}

interface Draft {
  readonly no: number;
  readonly name: string;
  readonly code: string | null;
  readonly parentNo: number | null;
  readonly parentText: string | null;
}

/**
 * Numbers the units of a roster while its rows pass by. Memory grows with the number of units, which is
 * bounded, never with the number of people.
 */
export class UnitIndex {
  #drafts: Draft[] = [];
  #byKey = new Map<string, number>();
  #byCells = new Map<string, number | null>();

  get isFull(): boolean {
    return this.#drafts.length > MOST_UNITS || this.#byCells.size > MOST_UNITS * 2;
  }

  /**
   * The number of a person's unit, or null when no cell names one.
   * @param levels cleaned cells from the top of the organisation down
   * @param code code of the lowest unit, if the file has a column for it
   * @param parent name or code of the unit above, if the file has a column for it
   * @param people gives names that may stand in brackets behind a unit: its manager's and the person's own
   */
  numberOf(
    levels: readonly string[],
    code: string,
    parent: string,
    people: () => readonly string[],
  ): number | null {
    const path = levels.length === 1 ? (levels[0] ?? '') : levels.join('\u0001');
    const cells = code === '' && parent === '' ? path : `${path}\u0002${code}\u0002${parent}`;
    let no = this.#byCells.get(cells);
    if (no === undefined) {
      no = this.#place(levels, code, parent, people());
      this.#byCells.set(kept(cells), no);
    }
    return no;
  }

  /** Levels from one cell that holds a whole path: `Operations > Logistics > Night shift`. */
  static levelsOfPath(path: string): string[] {
    return path.split(PATH).filter((level) => level !== '');
  }

  #place(
    levels: readonly string[],
    code: string,
    parent: string,
    people: readonly string[],
  ): number | null {
    const named = levels.filter((level) => level !== '');
    if (named.length === 0 && code !== '') named.push(code);
    let no: number | null = null;
    named.forEach((level, at) => {
      const isLowest = at === named.length - 1;
      const split = splitCode(withoutPerson(level, people));
      const ownCode = isLowest && code !== '' ? code : split.code;
      const hangsBy = isLowest && at === 0 && parent !== '' ? parent : null;
      const key =
        ownCode !== null
          ? `#${ownCode}`
          : hangsBy !== null
            ? `=${comparable(split.name)}`
            : `${no ?? ''}/${comparable(split.name)}`;
      no =
        this.#byKey.get(key) ??
        this.#add(key, { name: split.name, code: ownCode, parentNo: no, parentText: hangsBy });
    });
    return no;
  }

  #add(key: string, unit: Omit<Draft, 'no'>): number {
    const no = this.#drafts.length + 1;
    this.#drafts.push({ no, ...unit, name: kept(unit.name) });
    this.#byKey.set(key, no);
    return no;
  }

  /**
   * The units seen so far, parents before children. A unit without a code joins one that has the same
   * parent and name and a code. `circles` names units that would lie inside themselves; they are put at the top.
   */
  finish(): { units: RosterUnit[]; circles: string[] } {
    this.#resolveParents();
    const parentOf = new Map(this.#drafts.map((unit) => [unit.no, unit.parentNo]));
    const circles: string[] = [];
    for (const unit of this.#drafts) {
      if (!liesInCircle(unit.no, parentOf)) continue;
      parentOf.set(unit.no, null);
      circles.push(unit.name);
    }
    const withCode = new Map(
      this.#drafts
        .filter((unit) => unit.code !== null)
        .map((unit) => [`${parentOf.get(unit.no) ?? ''}/${comparable(unit.name)}`, unit.code]),
    );
    const done = new Map<number, RosterUnit & { path: string }>();
    const finish = (unit: Draft): RosterUnit & { path: string } => {
      const known = done.get(unit.no);
      if (known) return known;
      const parentNo = parentOf.get(unit.no) ?? null;
      const above = parentNo === null ? undefined : this.#drafts[parentNo - 1];
      const path = above
        ? `${finish(above).path} / ${comparable(unit.name)}`
        : comparable(unit.name);
      const code = unit.code ?? withCode.get(`${parentNo ?? ''}/${comparable(unit.name)}`) ?? path;
      const finished = { no: unit.no, code, name: unit.name, parentNo, path };
      done.set(unit.no, finished);
      return finished;
    };
    for (const unit of this.#drafts) finish(unit);
    return {
      units: [...done.values()].map(({ no, code, name, parentNo }) => ({
        no,
        code,
        name,
        parentNo,
      })),
      circles,
    };
  }

  /** Parent columns name units by code or name; those without people of their own are added. */
  #resolveParents(): void {
    const hanging = this.#drafts.filter((unit) => unit.parentText !== null);
    if (hanging.length === 0) return;
    const find = new Map<string, number>();
    for (const unit of this.#drafts) {
      if (unit.code !== null) find.set(unit.code, unit.no);
      if (!find.has(comparable(unit.name))) find.set(comparable(unit.name), unit.no);
    }
    for (const unit of hanging) {
      const split = splitCode(unit.parentText ?? '');
      const texts = [unit.parentText ?? '', split.code ?? '', comparable(split.name)];
      let parentNo = texts.map((text) => find.get(text)).find((no) => no !== undefined);
      if (parentNo === undefined) {
        parentNo = this.#add(`=${comparable(split.name)}`, {
          name: split.name,
          code: split.code,
          parentNo: null,
          parentText: null,
        });
        find.set(comparable(split.name), parentNo);
      }
      // A unit that names itself as its parent is the way some systems write "top of the organisation".
      this.#drafts[unit.no - 1] = {
        ...unit,
        parentNo: parentNo === unit.no ? null : parentNo,
        parentText: null,
      };
    }
  }
}

/** `Tool Design (Roberto Tamburello)` is named after its manager; `Sales (EMEA)` is not. */
function withoutPerson(level: string, people: readonly string[]): string {
  const found = IN_BRACKETS.exec(level);
  if (!found) return level;
  const inside = comparable(found[2] ?? '');
  return people.some((person) => comparable(person) === inside) ? (found[1] ?? level) : level;
}

function liesInCircle(no: number, parentOf: ReadonlyMap<number, number | null>): boolean {
  const seen = new Set<number>();
  for (
    let at = parentOf.get(no) ?? null;
    at !== null && !seen.has(at);
    at = parentOf.get(at) ?? null
  ) {
    if (at === no) return true;
    seen.add(at);
  }
  return false;
}
