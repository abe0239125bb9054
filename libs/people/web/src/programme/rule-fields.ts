import type { ProgrammeRule, ProgrammeRules, WeeklyHours } from '@flipside/people-domain';

/** The rules as the API gives them. */
export interface EditedProgramme extends Omit<
  ProgrammeRules,
  'rounding' | 'executiveLevel' | 'defaultHours'
> {
  version: number;
  rounding: 'UP' | 'NEAREST';
  executiveLevel?: number | null | undefined;
  defaultHours: WeeklyHours;
}

export interface EmploymentType {
  name: string;
  people: number;
}

/** What each group of fields is given. */
export interface RuleFieldsProps {
  rules: ProgrammeRules;
  onChange: (change: Partial<ProgrammeRules>) => void;
  errorFor: (rule: ProgrammeRule) => string | undefined;
}

export const fieldId = (rule: string): string => `rule-${rule}`;

/** From the API's words to the domain's. */
export function rulesOf(programme: EditedProgramme): ProgrammeRules {
  const { version: _, rounding, executiveLevel, ...rules } = programme;
  return {
    ...rules,
    rounding: rounding === 'UP' ? 'up' : 'nearest',
    executiveLevel: executiveLevel ?? null,
    defaultHours: rules.defaultHours.map(({ weekday, fromMinute, toMinute }) => ({
      weekday,
      fromMinute,
      toMinute,
    })),
  };
}

/** From the domain's words to the API's. */
export function inputOf({
  rounding,
  eligibleTypes,
  defaultHours,
  ...change
}: Partial<ProgrammeRules>) {
  return {
    ...change,
    ...(rounding && { rounding: rounding === 'up' ? ('UP' as const) : ('NEAREST' as const) }),
    ...(eligibleTypes && { eligibleTypes: [...eligibleTypes] }),
    ...(defaultHours && { defaultHours: [...defaultHours] }),
  };
}

/** A number field's value: an emptied field is no number, which the rules then refuse in words. */
export const numberOf = (value: number | string): number =>
  typeof value === 'number' ? value : value.trim() === '' ? NaN : Number(value);

/** What a number field shows. */
export const shownNumber = (value: number | null): number | string =>
  value === null || Number.isNaN(value) ? '' : value;
