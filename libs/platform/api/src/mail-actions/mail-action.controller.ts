import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { isId, newId, type Clock } from '@flipside/kernel';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CLOCK } from '../clock-token.js';
import { Database } from '../database.js';
import { Barrier } from '../errors.js';
import { Public } from '../viewer.js';
import { hashOfToken, isActionToken } from './action-link.js';
import { actionPageHtml, deadActionPage } from './action-page.js';
import { sendBusyPage, sendPage } from './send-page.js';
import { LinkLimit } from './link-limit.js';
import { MailActions, type ActionPage, type MailAction } from './mail-action.js';

const press = z.object({ choice: z.string().max(100), key: z.string().refine(isId) });

interface LinkRow {
  id: string;
  action: string;
  person_id: string;
  subject: unknown;
  expires_at: Date;
  used_at: Date | null;
}

interface OpenedLink {
  readonly row: LinkRow;
  readonly kind: MailAction<unknown>;
  readonly call: { personId: string; subject: unknown };
}

/**
 * Pages behind links in mails. Programs open every link of a mail before its reader does: showing a page
 * changes nothing, only a press does, and a link that was used tells how things stand.
 */
@Controller('a')
export class MailActionController {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly actions: MailActions,
    private readonly limit: LinkLimit,
  ) {}

  @Get(':token')
  @Public()
  async show(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const link = await this.open(token);
    if (link && !this.limit.allows(link.row.id, 'open')) return sendBusyPage(reply);
    const page = link && (await orNull(() => link.kind.show(link.call)));
    if (!link || !page) return sendPage(reply, 404, deadActionPage());
    return sendPage(reply, 200, this.html(link, page));
  }

  @Post(':token')
  @Public()
  async act(
    @Param('token') token: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const link = await this.open(token);
    if (!link) return sendPage(reply, 404, deadActionPage());
    if (!this.limit.allows(link.row.id, 'press')) return sendBusyPage(reply);
    const pressed = press.safeParse(body);
    if (!this.isLive(link) || !pressed.success) return this.show(token, reply);
    const result = await orNull(() => link.kind.act(link.call, pressed.data));
    if (!result) return sendPage(reply, 404, deadActionPage());
    if (result.isDone) {
      await this.db.rows(
        'update action_link set used_at = $2 where id = $1 and used_at is null returning id',
        [link.row.id, this.clock.now()],
      );
    }
    return sendPage(reply, result.isDone ? 200 : 409, actionPageHtml(result.page, newId()));
  }

  private async open(token: string): Promise<OpenedLink | null> {
    if (!isActionToken(token)) return null;
    const row = await this.db.one<LinkRow>(
      'select id, action, person_id, subject, expires_at, used_at from action_link where token_hash = $1',
      [hashOfToken(token)],
    );
    const kind = row && this.actions.get(row.action);
    const subject = kind?.subject.safeParse(row?.subject);
    if (!row || !kind || !subject?.success) return null;
    return { row, kind, call: { personId: row.person_id, subject: subject.data } };
  }

  private isLive({ row }: OpenedLink): boolean {
    return row.used_at === null && row.expires_at > this.clock.now();
  }

  /** An old link shows how things stand and offers nothing to press. */
  private html(link: OpenedLink, page: ActionPage): string {
    if (this.isLive(link)) return actionPageHtml(page, newId());
    const note = link.row.used_at
      ? 'This link has been used. This is how things stand now.'
      : 'This link is too old to change anything. This is how things stand now.';
    return actionPageHtml({ ...page, choices: [] }, newId(), note);
  }
}

/** What is not theirs answers as what does not exist. */
async function orNull<T>(work: () => Promise<T | null>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Barrier) return null;
    throw error;
  }
}
