import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { orderEvidence, readDay } from './day-text.js';

const day = (text: string, order: 'DMY' | 'MDY' = 'DMY'): unknown => {
  const reading = readDay(text, order, 2027);
  return typeof reading === 'string' ? reading : reading.day;
};

describe('reading a day', () => {
  it.each([
    ['2024-03-15', '2024-03-15'],
    ['2024-03-15T00:00:00', '2024-03-15'],
    ['2024-03-15T00:00:00.000Z', '2024-03-15'],
    ['2024/3/5', '2024-03-05'],
    ['15.03.2024', '2024-03-15'],
    ['5.3.24', '2024-03-05'],
    ['15/03/2024 12:00:00 AM', '2024-03-15'],
    ['15-Mar-2024', '2024-03-15'],
    ['15. März 2024', '2024-03-15'],
    ['March 15, 2024', '2024-03-15'],
    ['Mar 15th, 2024', '2024-03-15'],
    ['20240315', '2024-03-15'],
    ['45366', '2024-03-15'],
    ['45366.5', '2024-03-15'],
    ['', 'nothing'],
    ['0000-00-00', 'nothing'],
    ['9999-12-31', 'nothing'],
    ['31.12.9999', 'nothing'],
    ['31/02/2024', 'unreadable'],
    ['soon', 'unreadable'],
    ['2024', 'unreadable'],
    ['2024-13-01', 'unreadable'],
  ])('%s is %s', (text, expected) => {
    expect(day(text)).toBe(expected);
  });

  it('reads 03/04/2024 by the order of the file, but dots always with the day first', () => {
    expect(day('03/04/2024', 'DMY')).toBe('2024-04-03');
    expect(day('03/04/2024', 'MDY')).toBe('2024-03-04');
    expect(day('03.04.2024', 'MDY')).toBe('2024-04-03');
  });

  it('puts two-digit years into the century that ends next year', () => {
    expect(day('01/01/27')).toBe('2027-01-01');
    expect(day('01/01/28')).toBe('1928-01-01');
    expect(day('01/01/99')).toBe('1999-01-01');
  });

  it('lets one number above 12 decide the order', () => {
    expect(orderEvidence('13/04/2024')).toBe('DMY');
    expect(orderEvidence('04/13/2024 08:00')).toBe('MDY');
    expect(orderEvidence('04/03/2024')).toBe('either');
    expect(orderEvidence('05/05/2024')).toBeNull();
    expect(orderEvidence('13.04.2024')).toBeNull();
    expect(orderEvidence('2024-04-13')).toBeNull();
  });

  it('gives every day back from every way of writing it', () => {
    const days = fc.date({
      min: new Date('1950-01-01T00:00:00Z'),
      max: new Date('2090-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [y, m, d] = iso.split('-') as [string, string, string];
        expect(day(`${d}/${m}/${y}`, 'DMY')).toBe(iso);
        expect(day(`${m}/${d}/${y}`, 'MDY')).toBe(iso);
        expect(day(`${d}.${m}.${y}`, 'MDY')).toBe(iso);
        const serial = Math.floor(date.getTime() / 86_400_000) + 25_569;
        expect(day(String(serial))).toBe(iso);
      }),
    );
  });
});
