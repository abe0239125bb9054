import {
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { isId } from '@flipside/kernel';
import { csvCell } from '@flipside/people-domain';
import {
  barrier,
  CONFIG,
  CurrentViewer,
  Database,
  Roles,
  type Config,
  type Viewer,
} from '@flipside/platform-api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { uploadSource } from './byte-source.js';
import { ImportRunReader } from './import-run.reader.js';
import { StartImport } from './start-import.js';

/** Staff lists come and problem lists go as streams, outside of GraphQL. */
@Controller('import')
export class ImportFilesController {
  constructor(
    private readonly start: StartImport,
    private readonly reader: ImportRunReader,
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Takes the bytes of a file (`application/octet-stream`; its name in `?name=` or URI-encoded in `x-file-name`) and answers with the import's id, or why it is refused. */
  @Post('files')
  @HttpCode(200)
  @Roles('HR_LEAD')
  async upload(
    @Query('name') name: string | undefined,
    @Headers('x-file-name') nameHeader: string | undefined,
    @CurrentViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ runId: string } | { runId: string; code: string; message: string }> {
    if (!(request.body instanceof Readable))
      throw barrier('BAD_INPUT', 'Send the file as application/octet-stream.');
    const upload = request.body as AsyncIterable<Buffer>;
    const started = await this.start.run(
      { fileName: name ?? (nameOf(nameHeader) || 'roster.csv'), actorId: viewer.personId },
      (runId) => uploadSource(this.db, runId, upload, this.config.importLimitBytes),
    );
    if (started.ok) return { runId: started.value.id };
    void reply.status(422);
    const { runId, code, message } = started.refusal;
    return { runId, code, message };
  }

  /** The listed problems of an import, for a spreadsheet; no cell can run as a formula. */
  @Get(':id/problems.csv')
  @Roles('HR_LEAD')
  async problems(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const run = isId(id) ? await this.reader.find(id) : null;
    if (!run) throw barrier('NOT_FOUND');
    const file = `problems-${run.fileName.replace(/\.[^.]*$/, '').replace(/[^A-Za-z0-9._-]+/g, '-') || 'import'}.csv`;
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${file}"`)
      .header('cache-control', 'no-store');
    await reply.send(Readable.from(problemLines(this.reader, id)));
  }
}

/** A header may carry any text; what cannot be read is no name. */
function nameOf(header: string | undefined): string {
  try {
    return decodeURIComponent(header ?? '');
  } catch {
    return '';
  }
}

async function* problemLines(reader: ImportRunReader, runId: string): AsyncIterable<string> {
  // The mark tells spreadsheets that this is UTF-8.
  yield '\ufeffRow,Kind,Severity,Field,Value,Problem\r\n';
  for await (const page of reader.problemPages(runId)) {
    yield page
      .map(
        (row) =>
          [row.rowNo || null, row.kind, row.severity, row.field, row.value, row.message]
            .map(csvCell)
            .join(',') + '\r\n',
      )
      .join('');
  }
}
