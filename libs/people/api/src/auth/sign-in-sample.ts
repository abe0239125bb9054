import { INVENTED, MailSamples } from '@flipside/platform-api';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { writeSignInLink } from './send-sign-in-link.js';
import { newToken } from './token.js';

@Injectable()
export class SignInSample implements OnModuleInit {
  constructor(private readonly samples: MailSamples) {}

  onModuleInit(): void {
    this.samples.register({
      occasion: 'Somebody signs in',
      write: (tx, { config }) =>
        writeSignInLink(tx, INVENTED.executive, `${config.baseUrl}/auth/use/${newToken()}`),
    });
  }
}
