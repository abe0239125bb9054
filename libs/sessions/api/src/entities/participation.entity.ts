import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody's calendar program answered, for a whole series or for one date of it. */
@Entity('participation')
export class ParticipationEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'series_id', type: 'uuid' })
  seriesId!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId!: string;

  /** Original start of the one date that is meant; null for the series. */
  @Column({ name: 'recurrence_local', type: 'timestamp', nullable: true })
  recurrenceLocal!: Date | null;

  @Column({ name: 'answer', type: 'text' })
  answer!: 'accepted' | 'tentative' | 'declined';

  /** Which state of the session was answered: an answer to an older one no longer counts. */
  @Column({ name: 'sequence', type: 'integer' })
  sequence!: number;

  @Column({ name: 'stamped_at', type: 'timestamptz' })
  stampedAt!: Date;
}
