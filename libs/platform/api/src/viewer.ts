import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext, registerEnumType } from '@nestjs/graphql';
import { barrier } from './errors.js';
import type { RequestContext } from './request-context.js';

/** What a person may do. One person may hold several; EMPLOYEE is held by everybody who signs in. */
export const Role = {
  EMPLOYEE: 'EMPLOYEE',
  CHAMPION: 'CHAMPION',
  EXECUTIVE: 'EXECUTIVE',
  DELEGATE: 'DELEGATE',
  HR_LEAD: 'HR_LEAD',
  ADMINISTRATOR: 'ADMINISTRATOR',
  IMPACT_ANALYST: 'IMPACT_ANALYST',
} as const;
export type Role = (typeof Role)[keyof typeof Role];

registerEnumType(Role, {
  name: 'Role',
  description: 'What a person may do. One person may hold several.',
  valuesMap: {
    EMPLOYEE: { description: 'Everybody who signs in.' },
    CHAMPION: {
      description: 'Coaches executives and helps colleagues; given by an active champion period.',
    },
    EXECUTIVE: { description: 'Takes part as the learner; given by enrolment.' },
    DELEGATE: { description: 'May book and move sessions for somebody else; sees times only.' },
    HR_LEAD: { description: 'Runs the programme: rules, rounds, coverage and reports.' },
    ADMINISTRATOR: {
      description: 'Runs the installation: mail, health and accounts; no personal content.',
    },
    IMPACT_ANALYST: {
      description:
        'Loads group labels and reads how matching treats groups; every reading is noted.',
    },
  },
});

/** The person behind a request. */
export interface Viewer {
  readonly personId: string;
  readonly name: string;
  readonly email: string | null;
  readonly roles: ReadonlySet<Role>;
  /** IANA zone in which times are shown to this person. */
  readonly timeZone: string;
}

export const ACCESS = 'flipside:access';
export type Access = readonly Role[] | 'public';

/** Lets people with any of these roles through. */
export const Roles = (...roles: [Role, ...Role[]]): MethodDecorator =>
  SetMetadata(ACCESS, roles satisfies Access);

/** Open to everybody, signed in or not. */
export const Public = (): MethodDecorator => SetMetadata(ACCESS, 'public' satisfies Access);

export const contextOf = (execution: ExecutionContext): RequestContext =>
  execution.getType<string>() === 'graphql'
    ? GqlExecutionContext.create(execution).getContext<RequestContext>()
    : execution.switchToHttp().getRequest<{ flipside: RequestContext }>().flipside;

/** Hands the signed-in person to a resolver or controller method. */
export const CurrentViewer = createParamDecorator(
  (_: unknown, execution: ExecutionContext): Viewer => {
    const { viewer } = contextOf(execution);
    if (!viewer) throw barrier('UNAUTHENTICATED');
    return viewer;
  },
);
