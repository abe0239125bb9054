import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Asked once after two sessions in a row fell through: another hour, or a pause? */
@Entity('rhythm_question')
export class RhythmQuestionEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'pairing_id', type: 'uuid' })
  pairingId!: string;

  @Column({ name: 'streak_session_id', type: 'uuid' })
  streakSessionId!: string;

  /** Called off twice in a row, or away for all that was planned. */
  @Column({ name: 'cause', type: 'text' })
  cause!: 'cancelled' | 'away' | 'zone';

  @Column({ name: 'asked_at', type: 'timestamptz' })
  askedAt!: Date;

  @Column({ name: 'answer', type: 'text', nullable: true })
  answer!: 'other_hour' | 'pause' | 'keep' | null;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;
}
