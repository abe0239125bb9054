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
