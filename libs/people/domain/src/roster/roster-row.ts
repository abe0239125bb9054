import type { Day } from '@flipside/kernel';
import { isShortened } from './cells.js';
import { UNIT_FIELDS, type RosterField } from './fields.js';
import { joinName, readName, type NameReading } from './person-name.js';
import { PlaceIndex } from './place-index.js';
import { QuickReader, type QuickRow } from './quick-reader.js';
import type { RecordSplitter } from './record-splitter.js';
import { isNoPerson } from './report-line.js';
import type { ProblemKind, RowProblem } from './roster-problems.js';
import { RowCells, type RowSettings } from './row-cells.js';
import { isEmail, RowWords, type DateEvidence, type ManagerKind } from './row-words.js';
import { UnitIndex } from './unit-index.js';
import { readLanguages, type EmploymentType, type WorkStatus } from './work-words.js';

/** What many rows share about the work of their people. */
export interface Terms {
  readonly level: number | null;
  readonly employmentType: EmploymentType;
  /** `refused`: the row is left out, but the person is in the file and has not left. */
  readonly status: WorkStatus | 'refused';
  readonly fte: number | null;
  readonly languages: readonly string[] | null;
}

/** The parts of a row that do not tell one person from another, read from the present cells. */
export interface RowFacets {
  readonly unitFields: readonly RosterField[];
  readonly text: (field: RosterField) => string;
  readonly unit: () => number | null;
  readonly place: () => number | null;
  readonly manager: () => string | null;
  readonly terms: () => Terms;
  readonly day: (field: 'hireOn' | 'leaveOn') => Day | 'unreadable' | null;
}

/** One person of a roster, read. Unmapped and empty fields are null. */
export interface RosterRow extends Terms {
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
  readonly hireOn: Day | null;
  readonly leaveOn: Day | null;
}

const PLAIN: NameReading = { name: '', id: null, status: null };

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

/** The dates of one row; `wrong` says why the row cannot be used. */
interface Dates {
  readonly hireOn: Day | null;
  readonly leaveOn: Day | null;
  readonly wrong: {
    readonly kind: ProblemKind;
    readonly value: string;
    readonly message: string;
  } | null;
}

/**
 * Reads the rows of one file. Keeps units, locations and a bounded memory of repeated words, nothing
 * about people, so its size does not grow with the file.
 */
export class RowReader {
  readonly units = new UnitIndex();
  readonly places = new PlaceIndex();
  /** Rows passed over: blank ones, repeated headers, totals and report lines. */
  passedOver = 0;

  readonly #cells: RowCells;
  readonly #words: RowWords;
  readonly #unitFields: readonly RosterField[];
  readonly #labels: readonly string[];
  readonly #quick: QuickReader;

  constructor(
    readonly settings: RowSettings,
    report: (problem: RowProblem) => void,
  ) {
    this.#cells = new RowCells(settings, report);
    this.#words = new RowWords(this.#cells);
    this.#unitFields = UNIT_FIELDS.filter((field) => this.#cells.has(field));
    this.#labels = settings.header.map((heading) => heading.toLowerCase());
    this.#quick = new QuickReader(
      this.#cells,
      {
        unitFields: ['unitPath', ...this.#unitFields, 'unitCode', 'parentUnit'],
        text: (field) => this.#cells.text(field),
        unit: () => this.#unit(this.#named().name),
        place: () => this.#place(),
        manager: () => this.#words.manager(),
        terms: () => this.#terms(null),
        day: (field) => this.#words.day(field),
      },
      (no) => this.places.count(no),
    );
  }

  /** The same as `read` for a row that is as rows mostly are; null when it has to be read cell by cell. */
  readQuickly(record: RecordSplitter): QuickRow | null {
    return this.#quick.read(record);
  }

  /** What the dates of the file have shown about their order. */
  get evidence(): Readonly<DateEvidence> {
    return this.#words.evidence;
  }

  /** The ways in which rows have named their managers so far. */
  get managerKinds(): ReadonlySet<ManagerKind> {
    return this.#words.managerKinds;
  }

  /**
   * Reads one record; null when it is no person. A row that cannot be used is reported and comes as `refused`.
   * @param isPlainRow the row needs no cleaning, see `RecordSplitter.isPlain`
   */
  read(record: readonly string[], rowNo: number, isPlainRow = false): RosterRow | null {
    const cells = this.#cells;
    const words = this.#words;
    cells.begin(record, rowNo, isPlainRow);
    if (isNoPerson(record, this.#labels)) {
      this.passedOver++;
      return null;
    }
    const width = this.settings.header.length;
    if (record.length > width && record.slice(width).some((cell) => cell.trim() !== '')) {
      return this.#refuse(
        'tooManyCells',
        null,
        null,
        `${record.length} cells, but the header has ${width}`,
      );
    }
    const named = this.#named();
    const employeeNo = cells.text('employeeNo') || (cells.has('employeeNo') ? null : named.id);
    const email = words.email();
    const { name } = named;
    if (name === '')
      return this.#refuse('missingName', 'fullName', employeeNo ?? email, 'This row has no name');
    if (employeeNo !== null && isShortened(employeeNo)) {
      return this.#refuse(
        'damagedId',
        'employeeNo',
        employeeNo,
        `“${employeeNo}” was shortened by a spreadsheet`,
        name,
      );
    }
    if (employeeNo === null && email === null) {
      return this.#refuse(
        'missingKey',
        'employeeNo',
        name,
        `${name} has neither an employee ID nor an e-mail`,
        name,
      );
    }
    const terms = this.#terms(named.status);
    const { hireOn, leaveOn, wrong } = this.#dates(name, terms.status);
    if (wrong) return this.#refuse(wrong.kind, 'leaveOn', wrong.value, wrong.message);
    const placeNo = this.#place();
    if (placeNo !== null) this.places.count(placeNo);
    return {
      ...terms,
      rowNo,
      employeeNo,
      email,
      name,
      title: cells.text('title'),
      unitNo: this.#unit(name),
      placeNo,
      manager: words.manager(),
      hireOn,
      leaveOn,
    };
  }

  /** @param named a state that stands behind the name */
  #terms(named: WorkStatus | null): Terms & { readonly status: WorkStatus } {
    const cells = this.#cells;
    const words = this.#words;
    const { type, status: typed } = words.type();
    return {
      level: words.level(),
      employmentType: type,
      status: words.status(named ?? typed),
      fte: words.fte(),
      languages: cells.has('languages') ? readLanguages(cells.text('languages')) : null,
    };
  }

  /** First and last name if there are such columns; a state behind the full name counts without a status column. */
  #named(): NameReading {
    const joined = joinName(this.#cells.text('firstName'), this.#cells.text('lastName'));
    if (joined !== '' && this.#cells.has('status')) return { ...PLAIN, name: joined };
    const full = readName(this.#cells.text('fullName'));
    return joined === '' ? full : { ...full, name: joined };
  }

  #dates(name: string, status: WorkStatus): Dates {
    const hired = this.#words.day('hireOn');
    const left = this.#words.day('leaveOn');
    const unread = (field: 'hireOn' | 'leaveOn'): string =>
      `“${this.#cells.text(field)}” is no day we can read`;
    if (hired === 'unreadable')
      this.#cells.problem('badHireDate', 'hireOn', this.#cells.text('hireOn'), unread('hireOn'));
    if (left === 'unreadable') {
      const wrong = {
        kind: 'badLeaveDate',
        value: this.#cells.text('leaveOn'),
        message: unread('leaveOn'),
      } as const;
      return { hireOn: null, leaveOn: null, wrong };
    }
    const hireOn = hired === 'unreadable' ? null : hired;
    if (hireOn === null || left === null || left >= hireOn)
      return { hireOn, leaveOn: left, wrong: null };
    // Somebody hired again keeps the end of the former time in some systems; the status tells.
    if (status !== 'left' && this.#cells.has('status'))
      return { hireOn, leaveOn: null, wrong: null };
    const message = `${name} joins on ${hireOn} and leaves on ${left}`;
    return { hireOn, leaveOn: left, wrong: { kind: 'leavesBeforeJoining', value: left, message } };
  }

  #unit(name: string): number | null {
    const cells = this.#cells;
    const path = cells.text('unitPath');
    const levels =
      path === ''
        ? this.#unitFields.map((field) => cells.text(field))
        : UnitIndex.levelsOfPath(path);
    return this.units.numberOf(levels, cells.text('unitCode'), cells.text('parentUnit'), () => [
      readName(cells.text('managerName')).name,
      name,
    ]);
  }

  #place(): number | null {
    const cells = this.#cells;
    const zone = cells.text('timeZone');
    const found = this.places.numberOf(
      cells.text('location'),
      cells.text('region'),
      cells.text('country'),
      zone,
    );
    if (!found.isZoneKnown)
      cells.problem('badTimeZone', 'timeZone', zone, `“${zone}” is no time zone we know`);
    return found.no;
  }

  /** @param name by which the person is known to be in the file, where nothing surer is readable */
  #refuse(
    kind: ProblemKind,
    field: RosterField | null,
    value: string | null,
    message: string,
    name = '',
  ): RosterRow {
    this.#cells.problem(kind, field, value, message);
    const employeeNo = this.#cells.text('employeeNo');
    const email = this.#cells.text('email').toLowerCase();
    return {
      ...REFUSED,
      rowNo: this.#cells.rowNo,
      employeeNo: employeeNo === '' || isShortened(employeeNo) ? null : employeeNo,
      email: isEmail(email) ? email : null,
      name,
    };
  }
}
