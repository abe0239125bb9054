import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an hour costs from a day on, as finance approved it. Lines are only added. */
@Entity('hourly_rate')
export class HourlyRateEntity {
  @PrimaryColumn({ name: 'holds_from', type: 'date' }) holdsFrom!: string;
  @Column({ name: 'executive', type: 'numeric', precision: 8, scale: 2 }) executive!: number;
  @Column({ name: 'champion', type: 'numeric', precision: 8, scale: 2 }) champion!: number;
  @Column({ name: 'staff', type: 'numeric', precision: 8, scale: 2 }) staff!: number;
  @Column({ name: 'currency', type: 'text' }) currency!: string;
  @Column({ name: 'approved_by', type: 'text' }) approvedBy!: string;
  @Column({ name: 'entered_by', type: 'uuid', nullable: true }) enteredBy!: string | null;
  @Column({ name: 'entered_at', type: 'timestamptz' }) enteredAt!: Date;
}
