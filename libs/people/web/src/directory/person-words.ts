import type { Role } from '@flipside/platform-web';

const STATUS = { WORKING: 'Working', ON_LEAVE: 'On leave', LEFT: 'Left' } as const;

/** Whether somebody works here, in the words of the interface. */
export const statusInWords = (status: keyof typeof STATUS): string => STATUS[status];

const ROLE: Record<Role, string> = {
  EMPLOYEE: 'Employee',
  CHAMPION: 'Champion',
  EXECUTIVE: 'Executive',
  DELEGATE: 'Delegate',
  HR_LEAD: 'HR lead',
  ADMINISTRATOR: 'Administrator',
  IMPACT_ANALYST: 'Impact analyst',
};

export const roleInWords = (role: Role): string => ROLE[role];

/** 'de' → 'German'; what is no language code stays as it is. */
export function languageInWords(code: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
