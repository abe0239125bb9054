import { randomUUID } from 'node:crypto';
import {
  Catch,
  HttpException,
  Logger,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import { Barrier, type BarrierCode } from '@flipside/platform-api';
import type { FastifyReply } from 'fastify';

const STATUS: Record<BarrierCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_INPUT: 400,
  TOO_MANY: 429,
};

/** Answers plain HTTP routes as GraphQL answers fields: barriers by code, everything else masked with a number to quote. */
@Catch()
export class BarrierFilter implements ExceptionFilter {
  readonly #log = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') return error;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (error instanceof Barrier)
      return reply.status(STATUS[error.code]).send({ code: error.code, message: error.message });
    if (error instanceof HttpException) {
      const status = error.getStatus();
      return reply
        .status(status)
        .send({ code: status === 404 ? 'NOT_FOUND' : 'BAD_INPUT', message: error.message });
    }
    const status = (error as { statusCode?: unknown } | null)?.statusCode;
    if (typeof status === 'number' && status < 500) {
      return reply.status(status).send({
        code: status === 429 ? 'TOO_MANY' : 'BAD_INPUT',
        message: (error as Error).message,
      });
    }
    const requestId = randomUUID().slice(0, 8);
    this.#log.error(
      `${requestId} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return reply.status(500).send({
      code: 'INTERNAL',
      requestId,
      message: `This did not work, and it is our fault. Tell your administrator the number ${requestId}.`,
    });
  }
}
