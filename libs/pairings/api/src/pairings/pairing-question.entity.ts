import type { QuestionReaders } from '@flipside/pairings-domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was asked or answered while a proposal waits. What is between the two is sealed for the two. */
@Entity('pairing_question')
export class PairingQuestionEntity {
  /** Chosen by the writer's device, so that sending twice stores one. */
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id!: string;
  @Column({ name: 'pairing_id', type: 'uuid' }) pairingId!: string;
  @Column({ name: 'author_id', type: 'uuid' }) authorId!: string;
  @Column({ name: 'readers', type: 'text' }) readers!: QuestionReaders;
  @Column({ name: 'text', type: 'text' }) text!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}
