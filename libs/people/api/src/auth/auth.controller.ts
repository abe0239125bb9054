import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { isId } from '@flipside/kernel';
import { barrier, CONFIG, Public, type Config } from '@flipside/platform-api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { SESSION_COOKIE, sessionCookie } from './cookie.js';
import { SignIn } from './sign-in.js';
import { deadLinkPage, signInPage } from './sign-in-page.js';

const linkWish = z.object({ email: z.email(), returnTo: z.string().optional() });

/** A path of this product, never another site: browsers read `//host`, `/\host` and `/<tab>/host` as one. */
const safePath = (path: string | undefined): string =>
  path && /^\/(?![/\\])/.test(path) && !/[\u0000-\u0020\u007f]/.test(path) && path.length <= 500
    ? path
    : '/';

@Controller('auth')
export class AuthController {
  constructor(
    private readonly signIn: SignIn,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Always answers the same, so nobody learns which addresses exist. */
  @Post('link')
  @HttpCode(202)
  @Public()
  async askForLink(@Body() body: unknown): Promise<{ message: string }> {
    const wish = linkWish.safeParse(body);
    if (!wish.success) throw barrier('BAD_INPUT', 'Enter an e-mail address, like ana@example.com.');
    await this.signIn.askForLink(wish.data.email, safePath(wish.data.returnTo));
    return { message: 'If this address belongs to somebody here, a link is on its way.' };
  }

  /**
   * Shows one button. Mail scanners open links; nothing happens until a person presses it. The referrer stays within
   * the site: without one the browser would not say that the form comes from our own page.
   */
  @Get('use/:token')
  @Public()
  showLink(
    @Param('token') token: string,
    @Query('to') to: string | undefined,
    @Res() reply: FastifyReply,
  ): void {
    void reply
      .header('cache-control', 'no-store')
      .header('referrer-policy', 'same-origin')
      .type('text/html')
      .send(signInPage(token, safePath(to)));
  }

  @Post('use/:token')
  @Public()
  async useLink(
    @Param('token') token: string,
    @Query('to') to: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const session = await this.signIn.useLink(token);
    if (!session) {
      await reply
        .status(410)
        .header('cache-control', 'no-store')
        .type('text/html')
        .send(deadLinkPage());
      return;
    }
    await reply
      .setCookie(SESSION_COOKIE, session, sessionCookie(this.config.isSecure))
      .redirect(safePath(to), 303);
  }

  /** Demonstration company only. */
  @Post('demo')
  @HttpCode(200)
  @Public()
  async signInAsPrepared(
    @Body() body: { personId?: unknown } | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const personId = body?.personId;
    if (typeof personId !== 'string' || !isId(personId)) throw barrier('NOT_FOUND');
    const session = await this.signIn.signInAsPrepared(personId);
    await reply
      .setCookie(SESSION_COOKIE, session, sessionCookie(this.config.isSecure))
      .send({ ok: true });
  }

  @Post('signout')
  @HttpCode(200)
  @Public()
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.signIn.signOut(request.cookies[SESSION_COOKIE]);
    await reply.clearCookie(SESSION_COOKIE, { path: '/' }).send({ ok: true });
  }
}
