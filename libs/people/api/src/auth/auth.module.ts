import { Module } from '@nestjs/common';
import { AuthController } from './auth.controller.js';
import { FirstAdministrator } from './first-administrator.js';
import { SendSignInLink } from './send-sign-in-link.js';
import { SignInSample } from './sign-in-sample.js';
import { SignIn } from './sign-in.js';
import { ViewerResolver } from './viewer.resolver.js';

@Module({
  controllers: [AuthController],
  providers: [FirstAdministrator, SendSignInLink, SignIn, SignInSample, ViewerResolver],
  exports: [FirstAdministrator, SendSignInLink, SignIn],
})
export class AuthModule {}
