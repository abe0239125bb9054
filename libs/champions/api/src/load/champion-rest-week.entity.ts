import { Entity, PrimaryColumn } from 'typeorm';

/** A week, named by its Monday, in which a champion is not asked; they keep counting. */
@Entity('champion_rest_week')
export class ChampionRestWeekEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @PrimaryColumn({ name: 'week_on', type: 'date' })
  weekOn!: string;
}
