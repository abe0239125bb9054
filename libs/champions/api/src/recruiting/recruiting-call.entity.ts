import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A message that asks a unit, a site, a level, or what these have in common for champions. */
@Entity('recruiting_call')
export class RecruitingCallEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  /** Null for a call about a site or a level in every unit. */
  @Column({ name: 'org_unit_id', type: 'uuid', nullable: true })
  orgUnitId!: string | null;

  /** Null for a call about a unit at every site. */
  @Column({ name: 'location_id', type: 'uuid', nullable: true })
  locationId!: string | null;

  /** Null for a call to every level. */
  @Column({ name: 'level', type: 'integer', nullable: true })
  level!: number | null;

  /** The strategic priority it was sent for; null when head count alone asked for it. */
  @Column({ name: 'priority_id', type: 'uuid', nullable: true })
  priorityId!: string | null;

  @Column({ name: 'audience', type: 'text' })
  audience!: 'managers' | 'people' | 'link';

  @Column({ name: 'language', type: 'text' })
  language!: string;

  @Column({ name: 'subject', type: 'text' })
  subject!: string;

  @Column({ name: 'body', type: 'text' })
  body!: string;

  /** Champions the place lacked when it was asked. */
  @Column({ name: 'wanted', type: 'integer' })
  wanted!: number;

  @Column({ name: 'answer_by', type: 'date', nullable: true })
  answerBy!: string | null;

  @Column({ name: 'created_by', type: 'uuid', nullable: true })
  createdBy!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
