import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What two people tell others of their work together. Sealed for the two until both agree. */
@Entity('story')
export class StoryEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id!: string;
  @Column({ name: 'pairing_id', type: 'uuid' }) pairingId!: string;
  @Column({ name: 'author_id', type: 'uuid' }) authorId!: string;
  @Column({ name: 'outcome_id', type: 'uuid', nullable: true }) outcomeId!: string | null;
  @Column({ name: 'result', type: 'text' }) result!: string;
  @Column({ name: 'body', type: 'text' }) body!: string;
  @Column({ name: 'executive_consent', type: 'text', nullable: true }) executiveConsent!:
    string | null;
  @Column({ name: 'champion_consent', type: 'text', nullable: true }) championConsent!:
    string | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'shared_at', type: 'timestamptz', nullable: true }) sharedAt!: Date | null;
  @Column({ name: 'version', type: 'integer', default: 1 }) version!: number;
}

/** The story that one executive picked for one week. */
@Entity('use_of_week')
export class UseOfWeekEntity {
  @PrimaryColumn({ name: 'week_on', type: 'date' }) weekOn!: string;
  @PrimaryColumn({ name: 'picker_id', type: 'uuid' }) pickerId!: string;
  @Column({ name: 'story_id', type: 'uuid' }) storyId!: string;
  @Column({ name: 'why', type: 'text' }) why!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}
