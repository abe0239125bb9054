import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whether the other one of the two agrees that everyone reads a line; no answer is no yes. */
@Entity('learning_consent')
export class LearningConsentEntity {
  @PrimaryColumn({ name: 'learning_id', type: 'uuid' })
  learningId!: string;

  @Column({ name: 'asked_id', type: 'uuid' })
  askedId!: string;

  @Column({ name: 'asked_at', type: 'timestamptz' })
  askedAt!: Date;

  @Column({ name: 'agrees', type: 'boolean', nullable: true })
  agrees!: boolean | null;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;
}

/** One thing an executive learned, in own words. */
@Entity('learning')
export class LearningEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @Column({ name: 'pairing_id', type: 'uuid', nullable: true })
  pairingId!: string | null;

  @Column({ name: 'session_id', type: 'uuid', nullable: true })
  sessionId!: string | null;

  @Column({ name: 'body', type: 'text' })
  body!: string;

  @Column({ name: 'stage', type: 'text', default: 'tried' })
  stage!: string;

  @Column({ name: 'audience', type: 'text', default: 'only_me' })
  audience!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'version', type: 'integer', default: 1 })
  version!: number;

  /** The colleague's learning that this one is a version of. */
  @Column({ name: 'origin_id', type: 'uuid', nullable: true })
  originId!: string | null;

  @Column({ name: 'retired_at', type: 'timestamptz', nullable: true })
  retiredAt!: Date | null;
}
