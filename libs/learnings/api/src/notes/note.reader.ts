import { mayRead, readersOf } from '@flipside/learnings-domain';
import { barrier, Database, Vault, type Tx, type Viewer } from '@flipside/platform-api';
import { Injectable } from '@nestjs/common';
import { requireSide } from '../circle.policy.js';
import { circleOfSession } from '../circle.reader.js';
import type { NoteAudience } from '../learnings.enums.js';
import type { Note } from './note.type.js';

interface NoteRow {
  id: string;
  sessionId: string;
  authorId: string;
  authorName: string;
  audience: NoteAudience;
  body: string;
  createdAt: Date;
  changedAt: Date | null;
  version: number;
}

const NOTES = `
  select n.id, n.session_id as "sessionId", n.author_id as "authorId", a.name as "authorName", n.audience, n.body,
         n.created_at as "createdAt", n.changed_at as "changedAt", n.version
  from note n join person a on a.id = n.author_id`;

/** Most notes shown beside one session. */
const MOST = 100;

@Injectable()
export class NoteReader {
  constructor(
    private readonly db: Database,
    private readonly vault: Vault,
  ) {}

  /** Notes of a session that the viewer may read, oldest first. @throws Barrier NOT_FOUND for outsiders */
  async ofSession(viewer: Viewer, sessionId: string): Promise<Note[]> {
    const circle = await circleOfSession(this.db, sessionId);
    requireSide(viewer, circle);
    const rows = await this.db.rows<NoteRow>(
      `${NOTES} where n.session_id = $1 and (n.author_id = $2 or n.audience = 'two_of_us')
       order by n.created_at, n.id limit ${MOST}`,
      [sessionId, viewer.personId],
    );
    const readable = rows.filter((row) =>
      mayRead(viewer, readersOf('note.body', { ...circle, writerId: row.authorId }, row.audience)),
    );
    return this.#show(viewer, readable, this.db);
  }

  /** One of the viewer's own notes. @throws Barrier NOT_FOUND for any other */
  async own(viewer: Viewer, id: string, sql: Pick<Tx, 'one' | 'rows'> = this.db): Promise<Note> {
    const row = await sql.one<NoteRow>(`${NOTES} where n.id = $1 and n.author_id = $2`, [
      id,
      viewer.personId,
    ]);
    const [note] = row ? await this.#show(viewer, [row], sql) : [];
    if (!note) throw barrier('NOT_FOUND');
    return note;
  }

  async #show(viewer: Viewer, rows: readonly NoteRow[], sql: Pick<Tx, 'rows'>): Promise<Note[]> {
    const opened = await this.vault.openRows(sql, viewer.personId, rows, ({ id }) => id, {
      body: 'note.body',
    });
    return opened.map(({ authorId, ...row }) => ({ ...row, isMine: authorId === viewer.personId }));
  }
}
