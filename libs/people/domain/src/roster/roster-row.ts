import type { Day } from '@flipside/kernel';
import { cleanCell, isFormula, isPlain, kept, saysNothing, unwrapText } from './cells.js';
import { orderEvidence, readDay, type DateOrder, type DayReading } from './day-text.js';
import {
  FIELD_LABELS,
  ROSTER_FIELDS,
  UNIT_FIELDS,
  type ColumnMapping,
  type RosterField,
} from './fields.js';
import { joinName, readName, type NameReading } from './person-name.js';
import { PlaceIndex } from './place-index.js';
import type { ProblemKind, RowProblem } from './roster-problems.js';
import { UnitIndex } from './unit-index.js';
import {
  readEmploymentType,
  readFte,
  readLanguages,
  readStatus,
  readsAsYes,
  type EmploymentType,
  type TypeReading,
  type WorkStatus,
} from './work-words.js';

/** One person of a roster, read. Unmapped and empty fields are null. */
export interface RosterRow {
  readonly rowNo: number;
  readonly employeeNo: string | null;
  /** In lower case. */
  readonly email: string | null;
  readonly name: string;
  readonly title: string;
  readonly unitNo: number | null;
  readonly placeNo: number | null;
  /** How the row names its manager, the surest way first: `#` and an ID, `@` and an e-mail, `~` and a name. */
  readonly manager: string | null;
  readonly level: number | null;
  readonly employmentType: EmploymentType;
  /** `refused`: the row is left out, but the person is in the file and has not left. */
  readonly status: WorkStatus | 'refused';
  readonly hireOn: Day | null;
  readonly leaveOn: Day | null;
  readonly fte: number | null;
  readonly languages: readonly string[] | null;
}

export interface RowSettings {
  readonly header: readonly string[];
  readonly mapping: ColumnMapping;
  readonly dateOrder: DateOrder;
  /** Two-digit years up to this one are of its century. */
  readonly latestYear: number;
  /** Cells come with one character per byte, which is much faster to split; this reads those beyond ASCII. */
  readonly decode?: (cell: string) => string;
}

const PLAIN: NameReading = { name: '', id: null, status: null };
const EMAIL = /^[^\s@<>,;"()]+@[^\s@<>,;"()]+\.[^\s@<>,;"().]+$/;
const SHORTENED_ID = /^\d+([.,]\d+)?E\+\d+$/i;
const NO_MANAGER = /^(no_(manager|mgr|hr)|none|no manager|n\/a|0)$/i;
const REPORT_LINE =
  /^(grand )?(total|sum|summe|gesamt|count|anzahl|nombre)\b|^(page|seite)\s+\d|^(report|bericht|rapport)\b|^(generated|printed|exported|erstellt|run date|end of|record count|rows?:|confidential|copyright|©|\*{2,}|-{3,}|={3,})/i;
const MOST_REMEMBERED = 20_000;

const REFUSED: Omit<RosterRow, 'rowNo' | 'employeeNo' | 'email'> = {
  name: '',
  title: '',
  unitNo: null,
  placeNo: null,
  manager: null,
  level: null,
  employmentType: 'employee',
  status: 'refused',
  hireOn: null,
  leaveOn: null,
  fte: null,
  languages: null,
};

/** At most so many characters, never half of one. */
const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${[...text].slice(0, most).join('')}…`;

/** Keeps a reading for cells with the same text; forgets all when there are too many. */
function remember<T>(readings: Map<string, T>, text: string, reading: T): T {
  if (readings.size >= MOST_REMEMBERED) readings.clear();
  readings.set(kept(text), reading);
  return reading;
}

/** What dates written in numbers have shown so far. */
export interface DateEvidence {
  DMY: number;
  MDY: number;
  either: number;
}

/**
 * Reads the rows of one file. Keeps units, locations and a bounded memory of repeated words, nothing
 * about people, so its size does not grow with the file.
 */
export class RowReader {
  readonly units = new UnitIndex();
  readonly places = new PlaceIndex();
  readonly evidence: DateEvidence = { DMY: 0, MDY: 0, either: 0 };
  /** Rows passed over: blank ones, repeated headers, totals and report lines. */
  passedOver = 0;

  /** Column of each field, -1 when it has none: an object of one shape is quick to look into. */
  readonly #column: Readonly<Record<RosterField, number>>;
  readonly #unitFields: readonly RosterField[];
  readonly #texts = new Map<string, string>();
  readonly #days = new Map<string, DayReading>();
  readonly #types = new Map<string, TypeReading>();
  readonly #statuses = new Map<string, WorkStatus | null>();
  readonly #labels: readonly string[];
  /** With a status column, a state behind the name says nothing new. */
  readonly #hasStatus: boolean;
  #cells: readonly string[] = [];
  #rowNo = 0;

  constructor(
    readonly settings: RowSettings,
    readonly report: (problem: RowProblem) => void,
  ) {
    this.#column = Object.fromEntries(
      ROSTER_FIELDS.map((field) => [field, settings.mapping[field] ?? -1]),
    ) as Record<RosterField, number>;
    this.#unitFields = UNIT_FIELDS.filter((field) => settings.mapping[field] !== undefined);
    this.#hasStatus = settings.mapping.status !== undefined;
    this.#labels = settings.header.map((heading) => heading.toLowerCase());
  }

  /** Reads one record; null when it is no person. A row that cannot be used is reported and comes as `refused`. */
  read(cells: readonly string[], rowNo: number): RosterRow | null {
    this.#cells = cells;
    this.#rowNo = rowNo;
    if (this.#isNoPerson(cells)) {
      this.passedOver++;
      return null;
    }
    if (
      cells.length > this.settings.header.length &&
      cells.slice(this.settings.header.length).some((cell) => cell.trim() !== '')
    ) {
      return this.#refuse(
        'tooManyCells',
        'fullName',
        null,
        `${cells.length} cells, but the header has ${this.settings.header.length}`,
      );
    }
    const first = this.#text('firstName', this.#column.firstName);
    const last = this.#text('lastName', this.#column.lastName);
    const named =
      (first !== '' || last !== '') && this.#hasStatus
        ? PLAIN
        : readName(this.#text('fullName', this.#column.fullName));
    const name = joinName(first, last) || named.name;
    const rawId = this.#id('employeeNo');
    const employeeNo = rawId ?? (this.settings.mapping.employeeNo === undefined ? named.id : null);
    const email = this.#email('email', 'badEmail');
    if (name === '')
      return this.#refuse('missingName', 'fullName', employeeNo ?? email, 'This row has no name');
    if (employeeNo !== null && SHORTENED_ID.test(employeeNo))
      return this.#refuse(
        'damagedId',
        'employeeNo',
        employeeNo,
        `“${employeeNo}” was shortened by a spreadsheet`,
      );
    if (employeeNo === null && email === null)
      return this.#refuse(
        'missingKey',
        'employeeNo',
        name,
        `${name} has neither an employee ID nor an e-mail`,
      );
    const type = this.#type();
    const status = this.#status(named.status ?? type.status);
    const hireOn = this.#day('hireOn');
    const leaveOn = this.#day('leaveOn');
    if (hireOn === 'unreadable') {
      const text = this.#text('hireOn', this.#column.hireOn);
      this.#problem('badHireDate', 'hireOn', text, `“${text}” is no day we can read`);
    }
    if (leaveOn === 'unreadable') {
      const text = this.#text('leaveOn', this.#column.leaveOn);
      return this.#refuse('badLeaveDate', 'leaveOn', text, `“${text}” is no day we can read`);
    }
    const isRehired = hireOn !== null && leaveOn !== null && leaveOn < hireOn;
    // Somebody hired again keeps the end of the former time in some systems; the status tells.
    const isStale = isRehired && status !== 'left' && this.settings.mapping.status !== undefined;
    if (isRehired && !isStale && hireOn !== 'unreadable')
      return this.#refuse(
        'leavesBeforeJoining',
        'leaveOn',
        leaveOn,
        `${name} joins on ${hireOn} and leaves on ${leaveOn}`,
      );
    return {
      rowNo,
      employeeNo,
      email,
      name,
      title: this.#text('title', this.#column.title),
      unitNo: this.#unit(name),
      placeNo: this.#place(),
      manager: this.#manager(),
      level: this.#level(),
      employmentType: type.type,
      status,
      hireOn: hireOn === 'unreadable' ? null : hireOn,
      leaveOn: isStale ? null : leaveOn,
      fte: this.#fte(),
      languages:
        this.settings.mapping.languages === undefined
          ? null
          : readLanguages(this.#text('languages', this.#column.languages)),
    };
  }

  /** Blank rows, the header once more, and the lines that reports put below their data. */
  #isNoPerson(cells: readonly string[]): boolean {
    // Nearly every row: four filled cells, and not the headings again.
    if (cells[0] && cells[1] && cells[2] && cells[3] && cells[0].toLowerCase() !== this.#labels[0])
      return false;
    const filled = cells.filter((cell) => cell.trim() !== '');
    const first = filled[0]?.trim() ?? '';
    if (first === '') return true;
    const { header } = this.settings;
    if (filled.length <= Math.max(1, Math.min(3, header.length - 2))) {
      const isRemark = filled.length === 1 && header.length > 3 && /\s/.test(first);
      if (isRemark || REPORT_LINE.test(first)) return true;
    }
    const same = cells.filter(
      (cell, at) => cell !== '' && cell.trim().toLowerCase() === this.#labels[at],
    ).length;
    return same >= Math.min(3, header.length);
  }

  /** A field's cell, cleaned; '' when it is not mapped, empty or says "nothing". */
  #text(field: RosterField, column = this.#column[field]): string {
    if (column < 0) return '';
    const cell = this.#cells[column];
    if (cell === undefined || cell === '') return '';
    const text = isPlain(cell) ? cell : this.#cleaned(cell);
    const first = text.charCodeAt(0);
    if (first > 64 || (first > 47 && first < 58)) return saysNothing(text) ? '' : text;
    if (text === '' || saysNothing(text)) return '';
    const unwrapped = unwrapText(text);
    if (unwrapped === text && isFormula(text))
      this.#problem('formulaCell', field, text, `${FIELD_LABELS[field]} begins like a formula`);
    return unwrapped;
  }

  #cleaned(cell: string): string {
    let text = this.#texts.get(cell);
    if (text === undefined)
      text = remember(this.#texts, cell, cleanCell(this.settings.decode?.(cell) ?? cell));
    return text;
  }

  #id(field: RosterField): string | null {
    return this.#text(field) || null;
  }

  #email(field: RosterField, kind: ProblemKind): string | null {
    const text = this.#text(field);
    if (text === '') return null;
    const address = text.startsWith('mailto:') ? text.slice(7) : text;
    if (EMAIL.test(address) && address.length <= 254) return address.toLowerCase();
    this.#problem(kind, field, text, `“${text}” is no complete e-mail address`);
    return null;
  }

  #day(field: 'hireOn' | 'leaveOn'): Day | 'unreadable' | null {
    const text = this.#text(field);
    if (text === '') return null;
    let reading = this.#days.get(text);
    if (reading === undefined) {
      const evidence = orderEvidence(text);
      if (evidence) this.evidence[evidence]++;
      reading = readDay(text, this.settings.dateOrder, this.settings.latestYear);
      remember(this.#days, text, reading);
    }
    return reading === 'nothing' ? null : reading === 'unreadable' ? reading : reading.day;
  }

  #type(): { type: EmploymentType; status: WorkStatus | null } {
    const text = this.#text('employmentType', this.#column.employmentType);
    let found = this.#types.get(text);
    if (found === undefined) found = remember(this.#types, text, readEmploymentType(text));
    if (!found) {
      this.#problem(
        'unknownType',
        'employmentType',
        text,
        `“${text}” is no kind of employment we know`,
      );
      return { type: 'employee', status: null };
    }
    return { type: found.type ?? 'employee', status: found.status };
  }

  /** The status column decides; a state behind the name or among the kinds of employment comes second. */
  #status(other: WorkStatus | null): WorkStatus {
    const text = this.#text('status', this.#column.status);
    let status = this.#statuses.get(text);
    if (status === undefined) status = remember(this.#statuses, text, readStatus(text));
    if (status === null) {
      this.#problem('unknownStatus', 'status', text, `“${text}” is no status we know`);
      status = 'active';
    }
    if (status === 'active' && other !== null) status = other;
    if (
      status === 'active' &&
      this.settings.mapping.onLeave !== undefined &&
      readsAsYes(this.#text('onLeave', this.#column.onLeave))
    )
      return 'leave';
    return status;
  }

  #manager(): string | null {
    const no = this.#text('managerNo', this.#column.managerNo);
    if (no !== '' && !NO_MANAGER.test(no)) return `#${no}`;
    const email = this.#text('managerEmail', this.#column.managerEmail).toLowerCase();
    if (email !== '' && !NO_MANAGER.test(email)) return `@${email}`;
    const { name, id } = readName(this.#text('managerName', this.#column.managerName));
    if (id !== null) return `#${id}`;
    if (name === '' || NO_MANAGER.test(name)) return null;
    return name.includes('@') ? `@${name.toLowerCase()}` : `~${name}`;
  }

  #unit(name: string): number | null {
    const path = this.#text('unitPath', this.#column.unitPath);
    const levels =
      path === ''
        ? this.#unitFields.map((field) => this.#text(field))
        : UnitIndex.levelsOfPath(path);
    return this.units.numberOf(
      levels,
      this.#text('unitCode', this.#column.unitCode),
      this.#text('parentUnit', this.#column.parentUnit),
      () => [readName(this.#text('managerName', this.#column.managerName)).name, name],
    );
  }

  #place(): number | null {
    const zone = this.#text('timeZone', this.#column.timeZone);
    const { no, isZoneKnown } = this.places.numberOf(
      this.#text('location', this.#column.location),
      this.#text('region', this.#column.region),
      this.#text('country', this.#column.country),
      zone,
    );
    if (!isZoneKnown)
      this.#problem('badTimeZone', 'timeZone', zone, `“${zone}” is no time zone we know`);
    return no;
  }

  #level(): number | null {
    const text = this.#text('level', this.#column.level);
    if (text === '') return null;
    const found = /^(?:[A-Za-z]{1,5}[\s-]?)?(\d{1,2})$/.exec(text);
    const level = Number(found?.[1] ?? 0);
    if (level >= 1) return level;
    this.#problem('badLevel', 'level', text, `“${text}” is no level from 1 to 99`);
    return null;
  }

  #fte(): number | null {
    const text = this.#text('fte', this.#column.fte);
    if (text === '') return null;
    const fte = readFte(text);
    if (fte === null) this.#problem('badFte', 'fte', text, `“${text}” is no share of full time`);
    return fte;
  }

  #refuse(kind: ProblemKind, field: RosterField, value: string | null, message: string): RosterRow {
    this.#problem(kind, field, value, message);
    const email = this.#text('email', this.#column.email).toLowerCase();
    return {
      ...REFUSED,
      rowNo: this.#rowNo,
      employeeNo: this.#text('employeeNo', this.#column.employeeNo) || null,
      email: EMAIL.test(email) ? email : null,
    };
  }

  #problem(
    kind: ProblemKind,
    field: RosterField | null,
    value: string | null,
    message: string,
  ): void {
    this.report({
      rowNo: this.#rowNo,
      kind,
      field,
      value: value === null ? null : shortened(value, 200),
      message: `${shortened(message, 300)}.`,
    });
  }
}
