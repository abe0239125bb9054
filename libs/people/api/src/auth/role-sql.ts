/** Roles that are granted by hand. */
export const grantedRoleSql = `select role from role_grant where person_id = $1`;
