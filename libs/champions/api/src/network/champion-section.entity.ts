import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProfileSection } from './confirm-sections.js';

/** When a champion last said that a section of the profile is right. */
@Entity('champion_section')
export class ChampionSectionEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @PrimaryColumn({ name: 'section', type: 'text' })
  section!: ProfileSection;

  @Column({ name: 'confirmed_on', type: 'date' })
  confirmedOn!: string;
}
