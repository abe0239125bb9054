import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The executive's own answer to “Did you meet?”. */
@Entity('session_confirmation')
export class SessionConfirmationEntity {
  @PrimaryColumn({ name: 'session_id', type: 'uuid' })
  sessionId!: string;

  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @Column({ name: 'met', type: 'boolean' })
  met!: boolean;

  @Column({ name: 'at', type: 'timestamptz' })
  at!: Date;
}
