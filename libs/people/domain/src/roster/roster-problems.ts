/** An error keeps a value or a row out; a warning only tells. */
export type Severity = 'error' | 'warning';

interface Kind {
  readonly severity: Severity;
  /** Title of the group; {n} is the number of rows with the right plural of {one|many}. */
  readonly title: string;
  /** What happens when the good rows are applied, and what to do about it. */
  readonly advice: string;
}

/** Everything that can be wrong with rows. Errors count for "nothing goes in if anything is wrong". */
const KINDS = {
  missingKey: {
    severity: 'error',
    title: '{n} {row has|rows have} neither an employee ID nor an e-mail',
    advice: 'Left out: nobody could be recognised by it next time. Fill one of the two in.',
  },
  missingName: {
    severity: 'error',
    title: '{n} {row has|rows have} no name',
    advice: 'Left out. Fill the name in.',
  },
  tooManyCells: {
    severity: 'error',
    title: '{n} {row has|rows have} more cells than the header',
    advice:
      'Left out: a separator inside a cell has moved the cells after it. Put that cell in quotation marks.',
  },
  damagedId: {
    severity: 'error',
    title: '{n} employee {ID was|IDs were} shortened by a spreadsheet',
    advice:
      'Left out: the digits are gone. Format the column as text in the spreadsheet and export again, or choose the file as your HR system wrote it.',
  },
  damagedManagerId: {
    severity: 'error',
    title: '{n} manager {ID was|IDs were} shortened by a spreadsheet',
    advice:
      'Imported without a manager. Format the column as text in the spreadsheet and export again, or choose the file as your HR system wrote it.',
  },
  duplicateId: {
    severity: 'error',
    title: '{n} {row shares its|rows share their} employee ID with somebody else',
    advice:
      'All of them are left out: only you know whose ID it is. Correct the ID in your HR system.',
  },
  duplicateEmail: {
    severity: 'error',
    title: '{n} {row shares its|rows share their} e-mail with somebody else',
    advice:
      'Imported without the e-mail. Addresses that differ only in capital letters are one address.',
  },
  emailTaken: {
    severity: 'error',
    title: '{n} e-mail {address belongs|addresses belong} to somebody else already',
    advice: 'Imported without the e-mail. Correct the address in your HR system.',
  },
  badEmail: {
    severity: 'error',
    title: '{n} e-mail {address is|addresses are} incomplete',
    advice: 'Imported without the e-mail. These people cannot sign in until it is corrected.',
  },
  badHireDate: {
    severity: 'error',
    title: '{n} hire {date|dates} could not be read',
    advice: 'Imported without the hire date. Write it as year-month-day.',
  },
  badLeaveDate: {
    severity: 'error',
    title: '{n} leave {date|dates} could not be read',
    advice:
      'Left out, because we cannot tell whether these people still work here. Write the date as year-month-day.',
  },
  leavesBeforeJoining: {
    severity: 'error',
    title: '{n} {person leaves|people leave} before they join',
    advice: 'Left out. Correct one of the two dates.',
  },
  managerNotFound: {
    severity: 'error',
    title: '{n} {manager was|managers were} not found',
    advice: 'Imported without a manager. Check the ID, e-mail or name of the manager.',
  },
  managerIsName: {
    severity: 'error',
    title:
      '{n} {row names its|rows name their} manager by name, in a column of IDs or e-mail addresses',
    advice: 'Imported without a manager. Read that column as “Manager’s name”, under “Columns”.',
  },
  managerAmbiguous: {
    severity: 'error',
    title: '{n} {manager name fits|manager names fit} more than one person',
    advice:
      'Imported without a manager. Add a column with the manager’s ID or e-mail to the export.',
  },
  managerCycle: {
    severity: 'error',
    title: '{n} {person reports|people report} to themselves in a circle',
    advice: 'Imported without a manager. Correct one manager in each circle.',
  },
  unitCycle: {
    severity: 'error',
    title: '{n} {unit lies|units lie} inside itself',
    advice: 'Imported at the top of the organisation. Correct the parent unit.',
  },
  lostLetter: {
    severity: 'error',
    title: '{n} {row has|rows have} lost a letter',
    advice:
      'Imported without that letter: its byte stands for none, so only you know what it was. Export the file again as UTF-8, or correct the names in your HR system.',
  },
  headingTwice: {
    severity: 'warning',
    title: '{n} {heading stands|headings stand} over more than one column',
    advice:
      'Only you know which one is right: compare what they hold under “Columns”, and choose the other one there if it is.',
  },
  mixedEncoding: {
    severity: 'warning',
    title: '{n} {row is|rows are} written in Windows-1252, the rest of the file in UTF-8',
    advice:
      'Every letter was read in its own encoding and nothing is lost, but look whether these names are right. Files that were joined from two exports are like that.',
  },
  lookAlikeEmail: {
    severity: 'warning',
    title: '{n} e-mail {address holds|addresses hold} letters that only look like Latin ones',
    advice:
      'Imported as they are. To a mail server they are other addresses than the ones they look like: type them again in your HR system.',
  },
  invisibleInEmail: {
    severity: 'warning',
    title: '{n} e-mail {address holds|addresses hold} characters that nobody sees',
    advice: 'Imported without those characters.',
  },
  managerIdIsEmail: {
    severity: 'warning',
    title: '{n} {row names its|rows name their} manager by e-mail, in a column of IDs',
    advice:
      'Found by the e-mail where it is one person’s. Read that column as “Manager’s e-mail”, under “Columns”, and nothing is left to guess.',
  },
  ownManager: {
    severity: 'warning',
    title: '{n} {person is|people are} their own manager',
    advice: 'Imported without a manager, as the head of their line.',
  },
  severalRows: {
    severity: 'warning',
    title: '{n} further {row|rows} for people who have one already',
    advice: 'The current row is used, or the first of several current ones.',
  },
  changedId: {
    severity: 'warning',
    title: '{n} {person has|people have} a new employee ID',
    advice: 'Recognised by the e-mail. The new ID is kept.',
  },
  formulaCell: {
    severity: 'warning',
    title: '{n} {cell begins|cells begin} like a formula',
    advice: 'Kept as plain text and never run.',
  },
  unknownStatus: {
    severity: 'warning',
    title: '{n} {status is|statuses are} not known',
    advice: 'Read as working here.',
  },
  unknownType: {
    severity: 'warning',
    title: '{n} {kind|kinds} of employment not known',
    advice: 'Read as employee.',
  },
  badLevel: {
    severity: 'warning',
    title: '{n} {level is|levels are} not a number from 1 to 99',
    advice: 'Imported without a level.',
  },
  badFte: {
    severity: 'warning',
    title: '{n} {share|shares} of full time could not be read',
    advice: 'Read as full time.',
  },
  badTimeZone: {
    severity: 'warning',
    title: '{n} {time zone is|time zones are} not known',
    advice: 'The location’s usual zone is used instead.',
  },
  zoneUnknown: {
    severity: 'warning',
    title: '{n} {location has|locations have} no known time zone',
    advice: 'The programme’s default zone is used. Choose the zone below if that is wrong.',
  },
  keepsRole: {
    severity: 'warning',
    title: '{n} {person who looks|people who look} after the programme {is|are} not in the file',
    advice: 'They stay, so that nobody is locked out. If they left, take their role away first.',
  },
  noManager: {
    severity: 'warning',
    title: '{n} {person|people} without a manager',
    advice: 'Fine for the head of the company. Others are in nobody’s reporting line.',
  },
  noEmail: {
    severity: 'warning',
    title: '{n} {person|people} without an e-mail',
    advice: 'They are counted, but cannot sign in or get invitations.',
  },
} as const satisfies Record<string, Kind>;

export type ProblemKind = keyof typeof KINDS;

export const PROBLEM_KINDS = Object.keys(KINDS) as readonly ProblemKind[];

export const severityOf = (kind: ProblemKind): Severity => KINDS[kind].severity;

export const adviceOf = (kind: ProblemKind): string => KINDS[kind].advice;

/** Title of a group of problems: `14 people without a manager`. */
export const problemTitle = (kind: ProblemKind, count: number): string =>
  KINDS[kind].title
    .replace('{n}', count.toLocaleString('en-GB'))
    .replace(/\{([^|}]*)\|([^}]*)\}/g, (_, one: string, many: string) =>
      count === 1 ? one : many,
    );

/** One thing that is wrong with one row. */
export interface RowProblem {
  readonly rowNo: number;
  readonly kind: ProblemKind;
  readonly field: string | null;
  readonly value: string | null;
  readonly message: string;
}
