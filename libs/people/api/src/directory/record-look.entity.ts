import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That somebody of the programme looked at a personal record on a day. */
@Entity('record_look')
export class RecordLookEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id!: string;
  @Column({ name: 'person_id', type: 'uuid' }) personId!: string;
  @Column({ name: 'viewer_id', type: 'uuid' }) viewerId!: string;
  @Column({ name: 'what', type: 'text' }) what!: string;
  @Column({ name: 'looked_on', type: 'date' }) lookedOn!: string;
  @Column({ name: 'first_at', type: 'timestamptz' }) firstAt!: Date;
}
