import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One thing people are grouped by, such as working time. Nothing that matching reads refers to it. */
@Entity('impact_attribute')
export class ImpactAttributeEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id!: string;
  @Column({ name: 'name', type: 'text' }) name!: string;
  @Column({ name: 'loaded_by', type: 'uuid', nullable: true }) loadedBy!: string | null;
  @Column({ name: 'loaded_at', type: 'timestamptz' }) loadedAt!: Date;
}

@Entity('impact_label')
export class ImpactLabelEntity {
  @PrimaryColumn({ name: 'attribute_id', type: 'uuid' }) attributeId!: string;
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId!: string;
  @Column({ name: 'label', type: 'text' }) label!: string;
}

/** Who looked at what. */
@Entity('impact_reading')
export class ImpactReadingEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id!: string;
  @Column({ name: 'actor_id', type: 'uuid', nullable: true }) actorId!: string | null;
  @Column({ name: 'round_id', type: 'uuid', nullable: true }) roundId!: string | null;
  @Column({ name: 'what', type: 'text' }) what!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity('impact_setting')
export class ImpactSettingEntity {
  @PrimaryColumn({ name: 'is_the_one', type: 'boolean', default: true }) isTheOne!: boolean;
  @Column({ name: 'smallest_group', type: 'smallint', default: 5 }) smallestGroup!: number;
}

/** A kind of groups by which a round is looked at, with the labels as they were the first time; null once deleted. */
@Entity('impact_round_groups')
export class ImpactRoundGroupsEntity {
  @PrimaryColumn({ name: 'round_id', type: 'uuid' }) roundId!: string;
  @PrimaryColumn({ name: 'place', type: 'smallint' }) place!: number;
  @Column({ name: 'name', type: 'text' }) name!: string;
  @Column({ name: 'labels', type: 'jsonb', nullable: true }) labels!: Record<string, string> | null;
  @Column({ name: 'first_read_at', type: 'timestamptz' }) firstReadAt!: Date;
  /** Fewest people that a figure of the round may speak of. */
  @Column({ name: 'smallest_group', type: 'smallint' }) smallestGroup!: number;
}

/** A figure of a round as it was told, every time anew with what each person added to it. */
@Entity('impact_told')
export class ImpactToldEntity {
  @PrimaryColumn({ name: 'round_id', type: 'uuid' }) roundId!: string;
  /** `report`, `rules`, or which rules were tried. */
  @PrimaryColumn({ name: 'asked', type: 'text' }) asked!: string;
  @PrimaryColumn({ name: 'side', type: 'text' }) side!: string;
  @PrimaryColumn({ name: 'figure', type: 'text' }) figure!: string;
  @Column({ name: 'pictures', type: 'jsonb' }) pictures!: Record<string, [number, number]>[];
  @Column({ name: 'shown', type: 'text', array: true }) shown!: string[];
  @Column({ name: 'told_at', type: 'timestamptz' }) toldAt!: Date;
}
