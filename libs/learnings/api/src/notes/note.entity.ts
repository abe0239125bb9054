import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Words beside a session, for the writer or for the two people. */
@Entity('note')
export class NoteEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'session_id', type: 'uuid' })
  sessionId!: string;

  @Column({ name: 'author_id', type: 'uuid' })
  authorId!: string;

  @Column({ name: 'audience', type: 'text', default: 'only_me' })
  audience!: string;

  @Column({ name: 'body', type: 'text' })
  body!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'changed_at', type: 'timestamptz', nullable: true })
  changedAt!: Date | null;

  @Column({ name: 'version', type: 'integer', default: 1 })
  version!: number;
}
