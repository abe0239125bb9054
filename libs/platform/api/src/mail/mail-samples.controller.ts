import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { barrier } from '../errors.js';
import { Roles } from '../viewer.js';
import { MailSamples } from './mail-samples.js';

/** Mails carry their styles with them, as mail programs want it; nothing else is loaded, run or sent. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

/** The look of a sample, for a frame as wide as a phone or a desk. */
@Controller('mail-samples')
export class MailSamplesController {
  constructor(private readonly samples: MailSamples) {}

  @Get(':id')
  @Roles('ADMINISTRATOR', 'HR_LEAD')
  async read(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const sample = (await this.samples.all()).find((each) => each.id === id);
    if (!sample?.html) throw barrier('NOT_FOUND');
    return void reply
      .header('content-security-policy', POLICY)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(sample.html);
  }
}
