import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something a champion demonstrably did for colleagues on a day; `key` keeps a repeated message one act. */
@Entity('champion_act')
export class ChampionActEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId!: string;

  @PrimaryColumn({ name: 'key', type: 'text' })
  key!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: string;

  @Column({ name: 'on_day', type: 'date' })
  onDay!: string;
}
