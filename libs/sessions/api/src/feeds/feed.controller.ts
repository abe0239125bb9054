import { Controller, Get, Head, Headers, Param, Res } from '@nestjs/common';
import { LinkLimit, Public } from '@flipside/platform-api';
import type { FastifyReply } from 'fastify';
import { FeedReader } from './feed.reader.js';

const SECRET = /^([A-Za-z0-9_-]{43})\.ics$/;

/**
 * Private calendars. Programs that read them send no sign-in, so the address is the secret: it is kept
 * out of caches that others share, out of search engines and out of referrers, and whatever is wrong
 * with it is answered alike.
 */
@Controller('calendar')
export class FeedController {
  constructor(
    private readonly reader: FeedReader,
    private readonly limit: LinkLimit,
  ) {}

  @Get(':file')
  @Head(':file')
  @Public()
  async read(
    @Param('file') file: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    // Also what cannot be an address is looked for, so that all of them take the same time.
    const head = await this.reader.head(SECRET.exec(file)?.[1] ?? '');
    void reply
      .header('referrer-policy', 'no-referrer')
      .header('x-robots-tag', 'noindex')
      .header('cache-control', head ? 'private, max-age=300' : 'no-store');
    if (!head)
      return void reply.status(404).type('text/plain').send('There is no such calendar.\n');
    if (!this.limit.allows(head.id, 'feed')) {
      return void reply
        .status(429)
        .header('retry-after', '60')
        .type('text/plain')
        .send('Asked too often. Once every five minutes is enough.\n');
    }
    void reply.header('etag', head.etag).header('last-modified', head.changedAt.toUTCString());
    if (known?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === head.etag)) {
      return void reply.status(304).send();
    }
    return void reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'inline; filename="coaching.ics"')
      .send(await this.reader.body(head));
  }
}
