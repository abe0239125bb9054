import { describe, expect, it } from '@jest/globals';
import { Reflector } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { AccessGuard } from './access.guard.js';
import { Barrier } from './errors.js';
import { Public, Role, Roles, type Viewer } from './viewer.js';

class Doors {
  @Public()
  open(): void {}
  @Roles('HR_LEAD', 'ADMINISTRATOR')
  forTwoRoles(): void {}
  undecided(): void {}
}

const guard = new AccessGuard(new Reflector());
const holding = (...roles: Role[]): Viewer => ({
  personId: 'ana',
  name: 'Ana',
  email: null,
  timeZone: 'UTC',
  roles: new Set(roles),
});

/** Whether somebody comes in, or the code with which they are turned away. */
function knock(door: keyof Doors, viewer: Viewer | null): string {
  const request = { flipside: { viewer } };
  try {
    guard.canActivate(new ExecutionContextHost([request], Doors, Doors.prototype[door]));
    return 'in';
  } catch (error) {
    if (error instanceof Barrier) return error.code;
    throw error;
  }
}

describe('a route', () => {
  it('answers nobody while nobody has decided who may come in', () => {
    expect(knock('undecided', null)).toBe('UNAUTHENTICATED');
    expect(knock('undecided', holding(...Object.values(Role)))).toBe('FORBIDDEN');
  });

  it('lets in whoever holds one of the roles', () => {
    expect(knock('forTwoRoles', null)).toBe('UNAUTHENTICATED');
    expect(knock('forTwoRoles', holding('EMPLOYEE', 'CHAMPION'))).toBe('FORBIDDEN');
    expect(knock('forTwoRoles', holding('EMPLOYEE', 'ADMINISTRATOR'))).toBe('in');
  });

  it('that is open lets in everybody', () => {
    expect([knock('open', null), knock('open', holding('EMPLOYEE'))]).toEqual(['in', 'in']);
  });
});
