import { Controller, Get, Header } from '@nestjs/common';
import { Public } from '../viewer.js';

/** For load balancers: the process answers. Says nothing about the inside; `doctor` does. */
@Controller('healthz')
export class HealthzController {
  @Get()
  @Public()
  @Header('cache-control', 'no-store')
  alive(): { status: 'ok' } {
    return { status: 'ok' };
  }
}
