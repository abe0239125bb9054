import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  ManagerAnswer,
  NominationChannel,
  NominationSource,
  NominationStage,
  NomineeAnswer,
} from '@flipside/champions-domain';

/** A proposal to make somebody a champion, and where it stands. */
@Entity('nomination')
export class NominationEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'nominee_id', type: 'uuid' })
  nomineeId!: string;

  @Column({ name: 'nominator_id', type: 'uuid', nullable: true })
  nominatorId!: string | null;

  @Column({ name: 'source', type: 'text' })
  source!: NominationSource;

  @Column({ name: 'reason', type: 'text' })
  reason!: string;

  /** The call for champions that it answers. */
  @Column({ name: 'call_id', type: 'uuid', nullable: true })
  callId!: string | null;

  @Column({ name: 'stage', type: 'text', default: 'nominated' })
  stage!: NominationStage;

  @Column({ name: 'nominee_answer', type: 'text', default: 'pending' })
  nomineeAnswer!: NomineeAnswer;

  @Column({ name: 'stage_since', type: 'timestamptz', default: () => 'now()' })
  stageSince!: Date;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  @Column({ name: 'version', type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'channel', type: 'text', default: 'web' })
  channel!: NominationChannel;

  /** Who was told or asked about it as the nominee's manager. */
  @Column({ name: 'manager_id', type: 'uuid', nullable: true })
  managerId!: string | null;

  @Column({ name: 'manager_answer', type: 'text', default: 'not_told' })
  managerAnswer!: ManagerAnswer;

  /** Hours a month agreed on with the approval. */
  @Column({ name: 'agreed_hours', type: 'numeric', precision: 5, scale: 2, nullable: true })
  agreedHours!: number | null;
}
