/** Gives CHAMPION on the days of an active period, and during a break: who rests stays one of them. */
export const championRoleSql = `select 'CHAMPION' from champion_period where person_id = $1 and valid_from <= $2 and valid_to > $2`;
