/** Gives the role EXECUTIVE to the person $1 on the day $2 while enrolled. */
export const executiveRoleSql = `select 'EXECUTIVE' from executive
  where person_id = $1 and enrolled_on <= $2::date and (removed_on is null or removed_on > $2::date)`;
