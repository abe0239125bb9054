import { Module } from '@nestjs/common';
import { MailTopics } from './mail-topics.js';

/** What readers may choose about mails; contexts register their topics here. */
@Module({
  providers: [MailTopics],
  exports: [MailTopics],
})
export class MailChoicesModule {}
