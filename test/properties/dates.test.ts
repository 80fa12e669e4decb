import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCents } from '../../knowledge/amounts/format.ts';
import { parseAmount } from '../../knowledge/amounts/parse-amount.ts';
import { shortDate } from '../../knowledge/answer/dates.ts';
import { readDay } from '../../knowledge/dates/read-day.ts';
import { tries } from '../support/tries.ts';

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a day', () => {
  it('that we write is read back as the same day', () => {
    fc.assert(
      fc.property(day, (date) => {
        for (const written of [date, shortDate(date)]) expect(readDay(written)).toEqual({ ok: true, date });
      }),
      tries(200),
    );
  });

  it('written as people do is that day, or refused with that day among its readings', () => {
    const WAYS: readonly ((year: string, month: string, of: string) => string)[] = [
      (year, month, of) => `${of}/${month}/${year}`,
      (year, month, of) => `${Number(of)}-${Number(month)}-${year}`,
      (year, month, of) => `le ${of}.${month}.${year}`,
      (year, month, of) => `${year}/${month}/${of}`,
      (year, month, of) => `${of}/${month}/${year.slice(2)}`,
      (year, month, of) => `${year}-${month}-${of}T00:00:00`,
    ];
    fc.assert(
      fc.property(day, fc.constantFrom(...WAYS), (date, way) => {
        const [year = '', month = '', of = ''] = date.split('-');
        const read = readDay(way(year, month, of));
        expect(read.ok ? [read.date] : read.readings).toContain(date);
      }),
      tries(300),
    );
  });
});

describe('an amount', () => {
  it('is the same in euros, thousands, millions and billions, with a comma or a full stop', () => {
    const UNITS = [
      ['€', 0],
      [' euros', 0],
      [' k€', 3],
      ['M€', 6],
      [' millions', 6],
      [' Md€', 9],
    ] as const;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 12 }),
        fc.constantFrom(...UNITS),
        (euros, [unit, power]) => {
          const digits = String(euros).padStart(power + 1, '0');
          const whole = digits.slice(0, digits.length - power);
          const fraction = digits.slice(digits.length - power).replace(/0+$/, '');
          // « 1,234 M€ » has two readings, and is asked back.
          fc.pre(fraction.length !== 3);
          for (const mark of [',', '.']) {
            const typed = `${whole}${fraction === '' ? '' : `${mark}${fraction}`}${unit}`;
            expect(parseAmount(typed), typed).toMatchObject({ ok: true, cents: euros * 100 });
          }
        },
      ),
      tries(300),
    );
  });

  it('each reading of what is ambiguous can be pasted back as an amount of its own', () => {
    const piece = fc.constantFrom(
      '1',
      '9',
      '000',
      '5',
      ' ',
      '.',
      ',',
      'M',
      ' M€',
      '€',
      'k',
      ' million',
      ' milliards',
      ' mille',
      "'",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const read = parseAmount(pieces.join(''));
        for (const reading of read.ok ? [formatCents(read.cents)] : read.readings)
          expect(parseAmount(reading)).toMatchObject({ ok: true });
      }),
      tries(500),
    );
  });
});
