import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { ChooseMails } from './choose-mails.js';
import { MailChoicesController } from './mail-choices.controller.js';
import { MailChoicesReader } from './mail-choices.reader.js';
import { MailChoicesResolver } from './mail-choices.resolver.js';
import { MailTopics } from './mail-topics.js';
import { ReaderPolicy } from './reader-policy.js';

/** What readers choose about mails; contexts register their topics here. */
@Module({
  imports: [AuthModule],
  controllers: [MailChoicesController],
  providers: [ChooseMails, MailChoicesReader, MailChoicesResolver, MailTopics, ReaderPolicy],
  exports: [ChooseMails, MailTopics],
})
export class MailChoicesModule {}
