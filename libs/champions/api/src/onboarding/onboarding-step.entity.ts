import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One of the first steps of a champion. What was removed stays for those who had ticked it. */
@Entity('onboarding_step')
export class OnboardingStepEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'position', type: 'smallint' })
  position!: number;

  @Column({ name: 'label', type: 'text' })
  label!: string;

  @Column({ name: 'href', type: 'text', nullable: true })
  href!: string | null;

  /** What is on record says by itself that it is done. */
  @Column({ name: 'found_by', type: 'text', nullable: true })
  foundBy!: 'profile' | 'office_hour' | null;

  @Column({ name: 'removed_at', type: 'timestamptz', nullable: true })
  removedAt!: Date | null;
}

/** A champion has done a step, as they say. */
@Entity('onboarding_tick')
export class OnboardingTickEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @PrimaryColumn({ name: 'step_id', type: 'uuid' })
  stepId!: string;

  @Column({ name: 'ticked_at', type: 'timestamptz' })
  tickedAt!: Date;
}
