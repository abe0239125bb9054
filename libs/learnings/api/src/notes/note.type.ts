import { InstantScalar } from '@flipside/platform-api';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { NoteAudience } from '../learnings.enums.js';
import { resultOf } from '../learning-result.js';

@ObjectType({ description: 'Words beside a session, readable by the writer or by the two people.' })
export class Note {
  @Field(() => ID, { description: 'Identity of the note.' })
  id!: string;

  @Field(() => ID, { description: 'The session it stands beside.' })
  sessionId!: string;

  @Field({ description: 'Who wrote it.' })
  authorName!: string;

  @Field({ description: 'Whether the viewer wrote it.' })
  isMine!: boolean;

  @Field(() => NoteAudience, { description: 'Who may read it.' })
  audience!: NoteAudience;

  @Field({ description: 'The text.' })
  body!: string;

  @Field(() => InstantScalar, { description: 'When it was written.' })
  createdAt!: Date;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was last changed.' })
  changedAt!: Date | null;

  @Field(() => Int, { description: 'Send it back when changing the note.' })
  version!: number;
}

@InputType({ description: 'A new note.' })
export class AddNoteInput {
  @Field(() => ID, {
    description: 'A UUID made on the device; it becomes the note’s id, so sending twice adds one.',
  })
  id!: string;

  @Field(() => ID, { description: 'The session.' })
  sessionId!: string;

  @Field(() => NoteAudience, { defaultValue: 'only_me', description: 'Who may read it.' })
  audience!: NoteAudience;

  @Field({ description: 'The text, at most 4,000 characters.' })
  body!: string;
}

@InputType({ description: 'A changed note. Its audience may change with it, for this note only.' })
export class ChangeNoteInput {
  @Field(() => ID, { description: 'The note.' })
  id!: string;

  @Field(() => NoteAudience, { description: 'Who may read it from now on.' })
  audience!: NoteAudience;

  @Field({ description: 'The text, at most 4,000 characters.' })
  body!: string;

  @Field(() => Int, { description: 'The version that was on screen.' })
  version!: number;
}

@InputType({ description: 'A note to remove.' })
export class DeleteNoteInput {
  @Field(() => ID, { description: 'The note.' })
  id!: string;
}

@ObjectType({ description: 'The note as saved.' })
export class NotePayload {
  @Field(() => Note, { description: 'The note.' })
  note!: Note;
}

@ObjectType({ description: 'A removed note.' })
export class DeleteNotePayload {
  @Field(() => ID, { description: 'The id it had.' })
  id!: string;
}

export const AddNoteResult = resultOf('AddNoteResult', 'The new note, or why not.', NotePayload);
export const ChangeNoteResult = resultOf(
  'ChangeNoteResult',
  'The changed note, or why it was not changed.',
  NotePayload,
);
