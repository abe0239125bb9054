import { once } from 'node:events';
import fs from 'node:fs';

const FIRST = [
  'Ana',
  'Bo',
  'Chidi',
  'Dilnoza',
  'Elif',
  'Fatima',
  'Gregor',
  'Hana',
  'Ines',
  'Jürgen',
  'Kwame',
  'Li',
  'Marta',
  'Nikhil',
  'Oluwaseun',
  'Petra',
  'Qiang',
  'Rosa',
  'Søren',
  'Tomás',
];
const LAST = [
  'Almeida',
  'Brown',
  'Castillo',
  'Dvořák',
  'Eriksson',
  'Fischer',
  'García',
  'Haddad',
  'Ivanova',
  'Johnson',
  'Kowalski',
  'Lindqvist',
  'Müller',
  'Nguyen',
  "O'Brien",
  'Papadopoulos',
  'Quinn',
  'Rossi',
  'Sato',
  'Tanaka',
  'Usman',
  'Vargas',
  'Weber',
  'Yılmaz',
  'Zhang',
];
const TITLES = [
  'Account Manager',
  'Analyst',
  'Buyer',
  'Controller',
  'Designer',
  'Engineer',
  'Field Technician',
  'Nurse',
  'Planner',
  'Production Operator',
  'Scientist',
  'Support Specialist',
];
const SITES = [
  '"Austin, Texas, US",US',
  '"Berlin, Berlin, DE",DE',
  '"Bengaluru, Karnataka, IN",IN',
  '"Chicago, Illinois, US",US',
  '"London, England, GB",GB',
  '"Madrid, Madrid, ES",ES',
  '"Renton, Washington, US",US',
  '"São Paulo, São Paulo, BR",BR',
  '"Singapore, Singapore, SG",SG',
  '"Toronto, Ontario, CA",CA',
];

/** Columns as the Workday worker report of the import's own samples has them. */
export const HEADER =
  "Employee ID,Worker,Legal Name - First Name,Legal Name - Last Name,Business Title,Job Profile,Supervisory Organization,Cost Center,Location,Country,Worker's Manager,Manager Employee ID,Worker Type,Hire Date,Termination Date,Active Status,On Leave,Email - Primary Work";

const REPORTS = 9;
const UNITS = 1000;
/** Scatters numbers evenly and always the same way. */
const scatter = (n: number, of: number): number => (Math.imul(n, 2_654_435_761) >>> 0) % of;
const idOf = (n: number): string => String(n).padStart(7, '0');
const two = (n: number): string => String(n).padStart(2, '0');
const firstOf = (n: number): string => FIRST[scatter(n, FIRST.length)] ?? '';
const lastOf = (n: number): string => LAST[scatter(n * 7 + 3, LAST.length)] ?? '';
const nameOf = (n: number): string => `${firstOf(n)} ${lastOf(n)}`;

function line(n: number, hasMoved = false): string {
  const id = idOf(n);
  const boss = n === 1 ? 0 : Math.floor((n - 2) / REPORTS) + 1;
  const unit = scatter(hasMoved ? n + 1 : n, UNITS);
  const title = TITLES[scatter(n, TITLES.length)] ?? '';
  const leave = n % 97 === 0 ? 'Yes' : '';
  const type = n % 20 === 3 ? 'Contingent Worker' : 'Employee';
  const hired = `${two(1 + (n % 12))}/${two(1 + scatter(n, 28))}/${2004 + (n % 21)}`;
  const worker = `${nameOf(n)} (${id})${leave && ' (On Leave)'}`;
  const manager = boss ? `${nameOf(boss)} (${idOf(boss)}),${idOf(boss)}` : ',';
  return `${id},${worker},${firstOf(n)},${lastOf(n)},${title},${title} ${n % 5},Team ${unit} (${nameOf(boss || n)}),CC${1000 + unit} Team ${unit},${SITES[scatter(n, SITES.length)] ?? ''},${manager},${type},${hired},,Yes,${leave},e${id}@large-company.example\n`;
}

/** Writes an export of `people` people, always the same for the same number. */
export function writeLargeRoster(file: string, people: number): Promise<void> {
  return writeLines(file, people, (n) => line(n));
}

/** The same company a month later: one in forty who manages nobody has left, one in fifty moved, one in fifty is new. */
export function writeRosterAMonthLater(file: string, people: number): Promise<void> {
  const isManager = (n: number) => n <= people / (REPORTS - 1);
  return writeLines(file, people + Math.floor(people / 50), (n) => {
    if (n > people) return line(n);
    if (n % 40 === 7 && !isManager(n)) return '';
    return line(n, n % 50 === 9);
  });
}

async function writeLines(
  file: string,
  count: number,
  lineOf: (n: number) => string,
): Promise<void> {
  const stream = fs.createWriteStream(file);
  stream.write(`${HEADER}\n`);
  let text = '';
  for (let n = 1; n <= count; n++) {
    text += lineOf(n);
    if (text.length > 1 << 16) {
      if (!stream.write(text)) await once(stream, 'drain');
      text = '';
    }
  }
  stream.end(text);
  await once(stream, 'finish');
}
