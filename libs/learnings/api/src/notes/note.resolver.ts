import { CurrentViewer, Roles, type Viewer } from '@flipside/platform-api';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { asUnion } from '../learning-result.js';
import { AddNote } from './add-note.js';
import { ChangeNote } from './change-note.js';
import { DeleteNote } from './delete-note.js';
import { NoteReader } from './note.reader.js';
import {
  AddNoteInput,
  AddNoteResult,
  ChangeNoteInput,
  ChangeNoteResult,
  DeleteNoteInput,
  DeleteNotePayload,
  Note,
} from './note.type.js';

@Resolver()
export class NoteResolver {
  constructor(
    private readonly notes: NoteReader,
    private readonly adding: AddNote,
    private readonly changing: ChangeNote,
    private readonly deleting: DeleteNote,
  ) {}

  @Roles('EMPLOYEE')
  @Query(() => [Note], {
    description: 'Notes of a session that the viewer may read, oldest first, at most 100.',
  })
  sessionNotes(
    @CurrentViewer() viewer: Viewer,
    @Args('sessionId', { type: () => ID, description: 'The session.' }) sessionId: string,
  ) {
    return this.notes.ofSession(viewer, sessionId);
  }

  @Roles('EMPLOYEE')
  @Mutation(() => AddNoteResult, { description: 'Writes a note beside one’s own session.' })
  async addNote(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The note.' }) input: AddNoteInput,
  ) {
    const result = await this.adding.run(viewer, input);
    return asUnion(result, async (id) => ({ note: await this.notes.own(viewer, id) }));
  }

  @Roles('EMPLOYEE')
  @Mutation(() => ChangeNoteResult, { description: 'Changes one’s own note.' })
  async changeNote(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The changed note.' }) input: ChangeNoteInput,
  ) {
    const result = await this.changing.run(viewer, input);
    return asUnion(result, async (id) => ({ note: await this.notes.own(viewer, id) }));
  }

  @Roles('EMPLOYEE')
  @Mutation(() => DeleteNotePayload, { description: 'Removes one’s own note for good.' })
  async deleteNote(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which note.' }) input: DeleteNoteInput,
  ) {
    return { id: await this.deleting.run(viewer, input.id) };
  }
}
