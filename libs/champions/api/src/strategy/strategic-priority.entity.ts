import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PriorityKind } from '@flipside/champions-domain';

/** Champions the company wants where its aims are, beside those the head count asks for. */
@Entity('strategic_priority')
export class StrategicPriorityEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: PriorityKind;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  /** Market: country codes; product: words of a profile; function: unit codes; language: codes. */
  @Column({ name: 'match', type: 'text', array: true })
  match!: string[];

  @Column({ name: 'target', type: 'integer' })
  target!: number;

  @Column({ name: 'weight', type: 'smallint', default: 2 })
  weight!: number;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'version', type: 'integer', default: 1 })
  version!: number;
}
