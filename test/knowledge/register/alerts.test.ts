import { describe, expect, it } from 'vitest';
import { addDays, daysUntil } from '../../../knowledge/dates/days.ts';
import { type Alert, alertsOf } from '../../../knowledge/register/alerts.ts';
import { deadlineOf } from '../../../knowledge/register/deadline.ts';
import type { Entry } from '../../../knowledge/register/derogation.ts';
import { entry } from '../../support/register.ts';

const TODAY = '2026-11-22';
const R6: Partial<Entry> = {
  regle: 'R6',
  validation_pm: null,
  offre_acceptable: null,
  dinum: '2026-09-02',
  reexamen: '2027-09-01',
};

describe('what a reader is told of a derogation', () => {
  it.each<[string, Partial<Entry>, readonly Alert[]]>([
    ['nothing, when all is in order', {}, []],
    ['nothing on the day of the deadline', { offre_acceptable: '2025-11-22', accordee: '2025-01-01' }, []],
    [
      'that it is overdue, the day after',
      { offre_acceptable: '2025-11-21', accordee: '2025-01-01' },
      ['ECHUE'],
    ],
    ['nothing when granted until the ceiling itself', { fin: '2027-07-31' }, []],
    ['that it is granted beyond it, one day later', { fin: '2027-08-01' }, ['FIN_APRES_LE_PLAFOND']],
    [
      'nothing when granted on the day of the ceiling',
      { offre_acceptable: '2025-11-22', accordee: TODAY },
      [],
    ],
    [
      'that it is granted after it',
      { offre_acceptable: '2025-11-21', accordee: TODAY },
      ['ACCORDEE_APRES_LE_PLAFOND', 'ECHUE'],
    ],
    ['that the decision is to come', { accordee: '2026-11-23' }, ['DECISION_A_VENIR']],
    ['that the decision is missing', { accordee: null }, ['SANS_DECISION']],
    ['that the validation is missing', { validation_pm: null }, ['SANS_VALIDATION_PM']],
    ['that no ceiling can be computed', { offre_acceptable: null }, ['OFFRE_INCONNUE']],
    ['nothing of the Prime Minister, for the note of 2021', { regle: 'NOTE_2021', validation_pm: null }, []],
    [
      'that the note does not admit the service',
      { regle: 'NOTE_2021', validation_pm: null, service: 'collaboratif' },
      ['SERVICE_NON_ADMIS'],
    ],
    [
      'nothing of a service that the note admits',
      { regle: 'NOTE_2021', validation_pm: null, service: 'drive_personnel' },
      [],
    ],
    ['nothing of a ceiling, for R6', R6, []],
    [
      'that DINUM and a review are missing, for R6',
      { ...R6, dinum: null, reexamen: null },
      ['NON_DOCUMENTEE', 'SANS_REEXAMEN'],
    ],
    ['that the review is overdue, for R6', { ...R6, reexamen: '2026-11-21' }, ['ECHUE']],
  ])('%s', (_, fields, alerts) => {
    expect(alertsOf(entry(fields), TODAY)).toEqual(alerts);
  });
});

describe('the deadline', () => {
  it.each<[string, Partial<Entry>, object | null]>([
    ['is the ceiling', {}, { date: '2027-07-31', nature: 'plafond' }],
    [
      'is the ceiling when the end comes later',
      { fin: '2028-01-01' },
      { date: '2027-07-31', nature: 'plafond' },
    ],
    ['is the end when it comes first', { fin: '2027-01-01' }, { date: '2027-01-01', nature: 'fin' }],
    [
      'is the end when there is no ceiling',
      { offre_acceptable: null, fin: '2027-01-01' },
      { date: '2027-01-01', nature: 'fin' },
    ],
    ['is the review for R6', R6, { date: '2027-09-01', nature: 'reexamen' }],
    ['is not known without any of them', { offre_acceptable: null }, null],
    [
      'is the last day of February for a 29',
      { offre_acceptable: '2024-02-29' },
      { date: '2025-02-28', nature: 'plafond' },
    ],
  ])('%s', (_, fields, expected) => {
    expect(deadlineOf(entry(fields), TODAY)).toEqual(expected);
  });

  it.each([
    ['2026-11-22', 0],
    ['2026-11-21', -1],
    ['2027-03-29', 127],
    ['2028-03-01', 465],
  ])('on %s is counted in days of the calendar, whatever the clock does', (date, days) => {
    expect(daysUntil(date, TODAY)).toBe(days);
    expect(addDays(TODAY, days)).toBe(date);
  });

  it('is not counted from a day that does not exist', () => {
    expect(() => daysUntil('2027-02-29', TODAY)).toThrow(RangeError);
    expect(() => addDays('2027-02-29', 1)).toThrow(RangeError);
  });
});
