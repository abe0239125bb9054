import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { barrier } from './errors.js';
import { ACCESS, contextOf, type Access } from './viewer.js';

/**
 * Denies by default: a root field or route without `@Roles` or `@Public` answers nobody.
 * Field resolvers inherit the decision of their root field; what they show is decided by policies.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(execution: ExecutionContext): boolean {
    if (execution.getType<string>() === 'graphql') {
      const info = GqlExecutionContext.create(execution).getInfo<{
        parentType: { name: string };
      }>();
      if (info.parentType.name !== 'Query' && info.parentType.name !== 'Mutation') return true;
    }
    const access = this.reflector.get<Access | undefined>(ACCESS, execution.getHandler());
    if (access === 'public') return true;
    const { viewer } = contextOf(execution);
    if (!viewer) throw barrier('UNAUTHENTICATED');
    if (!access?.some((role) => viewer.roles.has(role))) throw barrier('FORBIDDEN');
    return true;
  }
}
