import type { Day } from '@flipside/kernel';
import { cleanCell, isShortened } from './cells.js';
import { orderEvidence, readDay, type DayReading } from './day-text.js';
import { addressItLooksLike, foreignLetters, withoutInvisible } from './look-alikes.js';
import { readName } from './person-name.js';
import { remember, type RowCells } from './row-cells.js';
import {
  readEmploymentType,
  readFte,
  readsAsYes,
  readStatus,
  type EmploymentType,
  type TypeReading,
  type WorkStatus,
} from './work-words.js';

const EMAIL = /^[^\s@<>,;"()]+@[^\s@<>,;"()]+\.[^\s@<>,;"().]+$/;
const LONGEST_EMAIL = 254;
const PRINTABLE = /^[\x21-\x7e]+$/;
const NO_MANAGER = /^(no_(manager|mgr|hr)|none|no manager|n\/a|0)$/i;
const LEVEL = /^(?:[A-Za-z]{1,5}[\s-]?)?(\d{1,2})$/;

/** By ID, by e-mail, by name; `#@` is an e-mail in the place of an ID. */
export type ManagerKind = '#' | '@' | '~' | '#@';

/** What dates written in numbers have shown so far. */
export interface DateEvidence {
  DMY: number;
  MDY: number;
  either: number;
}

const withoutScheme = (text: string): string => (text.startsWith('mailto:') ? text.slice(7) : text);

export const isEmail = (text: string): boolean => EMAIL.test(text) && text.length <= LONGEST_EMAIL;

/** Understands the cells of a row that are no plain text; what cannot be understood is reported. */
export class RowWords {
  readonly evidence: DateEvidence = { DMY: 0, MDY: 0, either: 0 };
  /** The ways in which rows have named their managers so far. */
  readonly managerKinds = new Set<ManagerKind>();
  readonly #days = new Map<string, DayReading>();
  readonly #types = new Map<string, TypeReading>();
  readonly #statuses = new Map<string, WorkStatus | null>();

  constructor(private readonly cells: RowCells) {}

  /** In lower case. */
  email(): string | null {
    const text = this.cells.text('email');
    if (text === '') return null;
    const address = withoutScheme(text);
    if (PRINTABLE.test(address) && isEmail(address)) return address.toLowerCase();
    return this.#doubtfulEmail(text, address);
  }

  /** An address with characters that nobody sees, or that are not what they look like, goes elsewhere. */
  #doubtfulEmail(text: string, address: string): string | null {
    const visible = withoutScheme(cleanCell(withoutInvisible(this.cells.raw('email'))));
    if (!isEmail(visible)) {
      this.cells.problem('badEmail', 'email', text, `“${text}” is no complete e-mail address`);
      return null;
    }
    if (visible !== address)
      this.cells.problem(
        'invisibleInEmail',
        'email',
        visible,
        `“${visible}” holds characters that nobody sees`,
      );
    const seen = addressItLooksLike(visible);
    if (seen !== null)
      this.cells.problem(
        'lookAlikeEmail',
        'email',
        visible,
        `“${visible}” looks like ${seen}, but these letters are others: ${foreignLetters(visible)}`,
      );
    return visible.toLowerCase();
  }

  day(field: 'hireOn' | 'leaveOn'): Day | 'unreadable' | null {
    const text = this.cells.text(field);
    if (text === '') return null;
    let reading = this.#days.get(text);
    if (reading === undefined) {
      const evidence = orderEvidence(text);
      if (evidence) this.evidence[evidence]++;
      const { dateOrder, latestYear } = this.cells.settings;
      reading = remember(this.#days, text, readDay(text, dateOrder, latestYear));
    }
    return reading === 'nothing' ? null : reading === 'unreadable' ? reading : reading.day;
  }

  type(): { type: EmploymentType; status: WorkStatus | null } {
    const text = this.cells.text('employmentType');
    let found = this.#types.get(text);
    if (found === undefined) found = remember(this.#types, text, readEmploymentType(text));
    if (found) return { type: found.type ?? 'employee', status: found.status };
    const message = `“${text}” is no kind of employment we know`;
    this.cells.problem('unknownType', 'employmentType', text, message);
    return { type: 'employee', status: null };
  }

  /** The status column decides; a state behind the name or among the kinds of employment comes second. */
  status(other: WorkStatus | null): WorkStatus {
    const text = this.cells.text('status');
    let status = this.#statuses.get(text);
    if (status === undefined) status = remember(this.#statuses, text, readStatus(text));
    if (status === null) {
      this.cells.problem('unknownStatus', 'status', text, `“${text}” is no status we know`);
      status = 'active';
    }
    if (status !== 'active') return status;
    if (other !== null && other !== 'active') return other;
    return readsAsYes(this.cells.text('onLeave')) ? 'leave' : status;
  }

  /** How the row names its manager, the surest way first. */
  manager(): string | null {
    const no = this.cells.text('managerNo');
    if (isShortened(no)) {
      const message = `The manager’s ID “${no}” was shortened by a spreadsheet`;
      this.cells.problem('damagedManagerId', 'managerNo', no, message);
      return null;
    }
    if (no.includes('@')) this.managerKinds.add('#@');
    if (no !== '' && !NO_MANAGER.test(no)) return this.#named('#', no);
    const email = this.cells.text('managerEmail').toLowerCase();
    if (email !== '' && !NO_MANAGER.test(email)) return this.#named('@', email);
    const { name, id } = readName(this.cells.text('managerName'));
    if (id !== null) return this.#named('#', id);
    if (name === '' || NO_MANAGER.test(name)) return null;
    return name.includes('@') ? this.#named('@', name.toLowerCase()) : this.#named('~', name);
  }

  #named(kind: '#' | '@' | '~', name: string): string {
    this.managerKinds.add(kind);
    return kind + name;
  }

  level(): number | null {
    const text = this.cells.text('level');
    if (text === '') return null;
    const level = Number(LEVEL.exec(text)?.[1] ?? 0);
    if (level >= 1) return level;
    this.cells.problem('badLevel', 'level', text, `“${text}” is no level from 1 to 99`);
    return null;
  }

  fte(): number | null {
    const text = this.cells.text('fte');
    if (text === '') return null;
    const fte = readFte(text);
    if (fte === null)
      this.cells.problem('badFte', 'fte', text, `“${text}” is no share of full time`);
    return fte;
  }
}
