/**
 * Injection token of a list of SELECTs, one per context, each giving role names of the person $1 on the day $2:
 * `select 'CHAMPION' from champion_period where person_id = $1 and …`. They run as one statement per request.
 */
export const ROLE_SQL = Symbol('RoleSql');
