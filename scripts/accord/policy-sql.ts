import { getTableName } from 'drizzle-orm'
import { policySql } from '../../app/access/policy/policy-sql.server.ts'
import { TABLES } from '../../db/schema/tables.ts'

const LOGINS = 'portal_app, portal_worker'

/**
 * `accord policy sql`: the policy as the text of a migration. The first release's goes into an empty database. Later
 * ones (`again`) first remove the policies and grants of the application's logins.
 */
export function policyMigration(again: boolean): string {
  return again ? `${takeAway()}\n${policySql()}` : policySql()
}

function takeAway(): string {
  const names = Object.values(TABLES).map(getTableName)
  return `do $$
declare old record;
begin
  for old in select policyname, tablename from pg_policies
    where schemaname = 'public' and roles && array['portal_app', 'portal_worker']::name[]
  loop execute format('drop policy %I on %I', old.policyname, old.tablename); end loop;
end $$;
revoke all on ${names.join(', ')} from ${LOGINS};
delete from app.referral_move;
`
}
