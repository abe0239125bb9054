import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A colleague tried somebody's shared learning. */
@Entity('learning_trial')
export class LearningTrialEntity {
  @PrimaryColumn({ name: 'learning_id', type: 'uuid' }) learningId!: string;
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId!: string;
  @Column({ name: 'works', type: 'boolean' }) works!: boolean;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

/** What a shared learning said before it was said better. */
@Entity('learning_version')
export class LearningVersionEntity {
  @PrimaryColumn({ name: 'learning_id', type: 'uuid' }) learningId!: string;
  @PrimaryColumn({ name: 'version', type: 'integer' }) version!: number;
  @Column({ name: 'body', type: 'text' }) body!: string;
  @Column({ name: 'until_at', type: 'timestamptz' }) untilAt!: Date;
}

/** What finds a learning. Only what everybody may read has a row here. */
@Entity('learning_search')
export class LearningSearchEntity {
  @PrimaryColumn({ name: 'learning_id', type: 'uuid' }) learningId!: string;
  @Column({ name: 'words', type: 'tsvector' }) words!: string;
  @Column({ name: 'unit_id', type: 'uuid', nullable: true }) unitId!: string | null;
  @Column({ name: 'shared_on', type: 'date' }) sharedOn!: string;
  @Column({ name: 'works_for', type: 'integer', default: 0 }) worksFor!: number;
}

/** Words that shared learnings use; what was typed is compared with them. */
@Entity('learning_word')
export class LearningWordEntity {
  @PrimaryColumn({ name: 'word', type: 'text' }) word!: string;
}

/** A question whether a practice lasts. Without an answer it says nothing. */
@Entity('practice_check')
export class PracticeCheckEntity {
  @PrimaryColumn({ name: 'learning_id', type: 'uuid' }) learningId!: string;
  @PrimaryColumn({ name: 'after_days', type: 'integer' }) afterDays!: number;
  @Column({ name: 'asked_at', type: 'timestamptz' }) askedAt!: Date;
  @Column({ name: 'answer', type: 'text', nullable: true }) answer!: string | null;
  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true }) answeredAt!: Date | null;
}
