import type { FastifyReply } from 'fastify';
import { busyActionPage } from './action-page.js';

/**
 * The referrer stays within the site: without one the browser would not say that the form comes from our
 * own page.
 */
export function sendPage(reply: FastifyReply, status: number, html: string): void {
  void reply
    .status(status)
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex')
    .header('referrer-policy', 'same-origin')
    .type('text/html')
    .send(html);
}

/** Tells a program, or somebody impatient, to come back in a minute. */
export function sendBusyPage(reply: FastifyReply): void {
  void reply.header('retry-after', '60');
  sendPage(reply, 429, busyActionPage());
}
