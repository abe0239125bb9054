import type DataLoader from 'dataloader';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Viewer } from './viewer.js';

/** What one request carries. A fresh one is made for each request, so loaders never outlive it. */
export class RequestContext {
  // No #private field: the GraphQL layer hands on a copy of this object, and a copy has none.
  private readonly loaders = new Map<object, DataLoader<unknown, unknown>>();

  constructor(
    readonly viewer: Viewer | null,
    readonly request: FastifyRequest,
    readonly reply: FastifyReply,
  ) {}

  /** The loader of this request known by `token`, made on first use. */
  loader<K, V>(token: object, make: () => DataLoader<K, V>): DataLoader<K, V> {
    let loader = this.loaders.get(token);
    if (!loader) {
      loader = make() as DataLoader<unknown, unknown>;
      this.loaders.set(token, loader);
    }
    return loader as DataLoader<K, V>;
  }
}
