import { isDay, type Day } from '@flipside/kernel';

/** Which number comes first in dates such as 03/04/2024. */
export type DateOrder = 'DMY' | 'MDY';

/** A day, nothing, or text that is no day. */
export type DayReading = { readonly day: Day } | 'nothing' | 'unreadable';

const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    [
      ['jan', 'january', 'januar', 'janvier', 'janv', 'enero', 'ene', 'jän'],
      ['feb', 'february', 'februar', 'fevrier', 'février', 'fev', 'févr', 'febrero'],
      ['mar', 'march', 'märz', 'maerz', 'mär', 'mrz', 'mars', 'marzo'],
      ['apr', 'april', 'avril', 'avr', 'abril', 'abr'],
      ['may', 'mai', 'mayo'],
      ['jun', 'june', 'juni', 'juin', 'junio'],
      ['jul', 'july', 'juli', 'juillet', 'juil', 'julio'],
      ['aug', 'august', 'août', 'aout', 'agosto', 'ago'],
      ['sep', 'sept', 'september', 'septembre', 'septiembre'],
      ['oct', 'october', 'okt', 'oktober', 'octobre', 'octubre'],
      ['nov', 'november', 'novembre', 'noviembre'],
      ['dec', 'december', 'dez', 'dezember', 'décembre', 'déc', 'diciembre', 'dic'],
    ] as const
  ).flatMap((names, at) => names.map((name) => [name, at + 1])),
);

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const NUMBERS = /^(\d{1,2})([-/.\s])\s?(\d{1,2})\2\s?(\d{4}|\d{2})$/;
const COMPACT = /^(19|20|99)(\d{2})(\d{2})(\d{2})$/;
const DAY_NAME_YEAR = /^(\d{1,2})(?:st|nd|rd|th)?[-/.\s]+(\p{L}{3,12})[-/.,\s]+(\d{4}|\d{2})$/u;
const NAME_DAY_YEAR = /^(\p{L}{3,12})[-/.\s]+(\d{1,2})(?:st|nd|rd|th)?[-/.,\s]+(\d{4}|\d{2})$/u;
const SERIAL = /^\d{5}(?:\.\d+)?$/;
const TIME =
  /[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?$/;
const NO_DATE = /^(0000-00-00|00\/00\/0000|00\.00\.0000|0)$/;

/** Days that systems write for "never": no roster holds people who leave after this year. */
const NEVER_FROM_YEAR = 2900;

/** Day 0 of spreadsheets' serial numbers, as days since 1970. Works for days after 1 March 1900. */
const SERIAL_ZERO = -25_569;

/**
 * Full year of a two-digit one: at most `latest` (usually next year) is this century.
 * Example: in 2026, '27' is 2027 and '28' is 1928.
 */
function fullYear(text: string, latest: number): number {
  const year = Number(text);
  if (text.length === 4) return year;
  const century = latest - (latest % 100);
  return century + year <= latest ? century + year : century - 100 + year;
}

function reading(year: number, month: number, day: number): DayReading {
  if (year >= NEVER_FROM_YEAR) return 'nothing';
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(text) && year >= 1900 ? { day: text } : 'unreadable';
}

/** What a date written in numbers says about the file's order; null when it says nothing. */
export function orderEvidence(text: string): DateOrder | 'either' | null {
  const found = NUMBERS.exec(text.replace(TIME, ''));
  if (!found || found[2] === '.') return null;
  const [first, second] = [Number(found[1]), Number(found[3])];
  if (first === second) return null;
  if (first > 12) return second > 12 ? null : 'DMY';
  return second > 12 ? 'MDY' : 'either';
}

/**
 * Reads a calendar day in any form that exports use: 2024-03-15, 15.03.2024, 3/15/24, 15-Mar-2024,
 * 20240315, a spreadsheet's serial number 45366, each with or without a time behind it.
 * @param order decides 03/04/2024; dots always mean day first
 * @param latestYear two-digit years up to this one are of its century
 */
export function readDay(text: string, order: DateOrder, latestYear: number): DayReading {
  const trimmed = text.trim();
  if (trimmed === '' || NO_DATE.test(trimmed)) return 'nothing';
  const day = trimmed.replace(TIME, '');
  const iso = YEAR_FIRST.exec(day);
  if (iso) return reading(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = NUMBERS.exec(day);
  if (numbers) {
    const year = fullYear(numbers[4] ?? '', latestYear);
    const [first, second] = [Number(numbers[1]), Number(numbers[3])];
    const dayFirst = order === 'DMY' || numbers[2] === '.';
    return dayFirst ? reading(year, second, first) : reading(year, first, second);
  }
  if (SERIAL.test(day)) {
    const serial = Math.floor(Number(day));
    if (serial < 10_000 || serial > 80_000) return 'unreadable';
    return { day: new Date((serial + SERIAL_ZERO) * 86_400_000).toISOString().slice(0, 10) };
  }
  const compact = COMPACT.exec(day);
  if (compact)
    return reading(Number(`${compact[1]}${compact[2]}`), Number(compact[3]), Number(compact[4]));
  return readNamedMonth(day, latestYear);
}

function readNamedMonth(day: string, latestYear: number): DayReading {
  const dayFirst = DAY_NAME_YEAR.exec(day);
  const nameFirst = dayFirst ? null : NAME_DAY_YEAR.exec(day);
  const month = MONTHS[(dayFirst?.[2] ?? nameFirst?.[1] ?? '').toLowerCase()];
  if (month === undefined) return 'unreadable';
  const year = fullYear(dayFirst?.[3] ?? nameFirst?.[3] ?? '', latestYear);
  return reading(year, month, Number(dayFirst?.[1] ?? nameFirst?.[2]));
}
