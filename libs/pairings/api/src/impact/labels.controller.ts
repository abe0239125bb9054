import { Readable } from 'node:stream';
import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { pairingRefusal } from '@flipside/pairings-domain';
import { barrier, CurrentViewer, Roles, type Viewer } from '@flipside/platform-api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LoadLabels, type LoadedLabels } from './load-labels.js';

/** A row for each of a million people is well below this. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Group labels come as a file, outside of GraphQL. */
@Controller('impact')
export class LabelsController {
  constructor(private readonly load: LoadLabels) {}

  /** Takes the bytes of a CSV (`application/octet-stream`) and answers with what was read, or why it is refused. */
  @Post('labels')
  @HttpCode(200)
  @Roles('IMPACT_ANALYST')
  async upload(
    @CurrentViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LoadedLabels | { code: string; message: string }> {
    if (!(request.body instanceof Readable))
      throw barrier('BAD_INPUT', 'Send the file as application/octet-stream.');
    const bytes = await read(request.body as AsyncIterable<Buffer>);
    const result = bytes
      ? await this.load.run(viewer, textOf(bytes))
      : { ok: false as const, refusal: TOO_LARGE };
    if (result.ok) return result.value;
    void reply.status(422);
    return { code: result.refusal.code, message: result.refusal.message };
  }
}

const TOO_LARGE = pairingRefusal('LABELS_UNREADABLE', {
  message: 'This file is larger than 64 MB. Leave out columns that are no groups.',
});

/** @returns null when there is more than may be */
async function read(stream: AsyncIterable<Buffer>): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** UTF-8, or what Windows programs write when it is not. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
