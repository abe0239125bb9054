import { resolvers } from '@flipside/app-api';
import { ACCESS, type Access } from '@flipside/platform-api';

/** Every method of every resolver that answers a root field, with what it declares. */
export function declarations(): Map<string, Access | undefined> {
  const found = new Map<string, Access | undefined>();
  for (const { prototype } of resolvers) {
    for (const key of Object.getOwnPropertyNames(prototype)) {
      const method: unknown = Object.getOwnPropertyDescriptor(prototype, key)?.value;
      if (typeof method !== 'function') continue;
      const operation: unknown = Reflect.getMetadata('graphql:resolver_type', method);
      if (operation !== 'Query' && operation !== 'Mutation') continue;
      const name: unknown = Reflect.getMetadata('graphql:resolver_name', method);
      found.set(
        `${operation}.${typeof name === 'string' ? name : key}`,
        Reflect.getMetadata(ACCESS, method) as Access | undefined,
      );
    }
  }
  return found;
}
