import postgres from 'postgres'
import { type LoginUrls, PORTAL_LOGINS, type PortalLogin } from './derived-secrets.ts'
import { Obstacle } from './obstacle.ts'
import { scramVerifier } from './scram.ts'

/** Each owns the few functions that see more than their caller: log, sessions, counts, hiding, releases. */
const FUNCTION_OWNERS = ['portal_ledger', 'portal_door', 'portal_counts', 'portal_hider', 'portal_releaser'] as const

const DUPLICATE_ROLE = '42710'
const UNIQUE_VIOLATION = '23505'

/** Creates the owner and the logins of the portal, their schemas, and the table of applied migrations. */
export async function prepareRoles(sql: postgres.Sql, urls: LoginUrls): Promise<void> {
  await createRole(sql, 'portal_owner', 'nologin')
  await sql.unsafe('grant portal_owner to current_user')
  for (const role of FUNCTION_OWNERS) {
    await createRole(sql, role, 'nologin')
    await sql.unsafe(`grant ${role} to portal_owner`)
  }
  for (const login of PORTAL_LOGINS) {
    await createRole(sql, login, 'login')
    await setPassword(sql, login, urlOf(urls, login))
  }
  await requireHarmless(sql)
  await prepareSchemas(sql)
  await limitLogins(sql)
}

function urlOf(urls: LoginUrls, login: PortalLogin) {
  return {
    portal_app: urls.appUrl,
    portal_worker: urls.workerUrl,
    portal_audit: urls.auditUrl,
    portal_map: urls.mapUrl,
  }[login]
}

async function createRole(sql: postgres.Sql, role: string, login: 'login' | 'nologin') {
  const [known] = await sql`select 1 from pg_roles where rolname = ${role}`
  if (known) return
  try {
    await sql.unsafe(`create role ${role} ${login} nosuperuser nobypassrls nocreatedb nocreaterole`)
  } catch (error) {
    // Roles belong to the whole server, so the migration of another database may have created the role at the same
    // time.
    const code = error instanceof postgres.PostgresError ? error.code : ''
    if (code !== DUPLICATE_ROLE && code !== UNIQUE_VIOLATION) throw error
  }
}

/** Sets the password only if the login cannot sign in with it, so that a second run changes nothing. */
async function setPassword(sql: postgres.Sql, login: PortalLogin, url: string) {
  const [here] = await sql`select current_database() as name`
  await sql.unsafe(`grant connect on database ${quote(here?.name)} to ${login}`)
  if (await opens(url)) return
  const { username, password } = new URL(url)
  if (decodeURIComponent(username) !== login)
    throw new Obstacle(
      `The database URL given for ${login} must name the user ${login}, not "${decodeURIComponent(username)}".`,
    )
  await sql.unsafe(`alter role ${login} password '${scramVerifier(decodeURIComponent(password))}'`)
}

async function opens(url: string) {
  const trial = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} })
  try {
    await trial`select 1`
    return true
  } catch (error) {
    const refused = error instanceof postgres.PostgresError && error.code.startsWith('28')
    if (refused) return false
    throw error
  } finally {
    await trial.end({ timeout: 1 })
  }
}

async function requireHarmless(sql: postgres.Sql) {
  const strong = await sql<{ rolname: string }[]>`
    select rolname from pg_roles
    where rolname like 'portal\\_%' and (rolsuper or rolbypassrls)`
  if (strong[0])
    throw new Obstacle(`The database role ${strong[0].rolname} may bypass row-level security: alter it first.`)
}

async function prepareSchemas(sql: postgres.Sql) {
  const [here] = await sql`select current_database() as name`
  const [owner] = await sql`select nspowner::regrole::text as name from pg_namespace where nspname = 'public'`
  await sql.unsafe(`grant create on database ${quote(here?.name)} to portal_owner`)
  if (owner?.name !== 'portal_owner') await sql.unsafe('alter schema public owner to portal_owner')
  await sql.unsafe(`
    create schema if not exists app authorization portal_owner;
    set role portal_owner;
    revoke all on schema public, app from public;
    grant usage on schema public, app to portal_app, portal_worker, portal_audit, portal_map;
    create table if not exists app.migration (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now());
    grant select on app.migration to portal_app, portal_worker, portal_audit, portal_map;
    reset role`)
}

/** Functions whose effect outlives the transaction, or that store data beside the tables. */
const LASTING_FUNCTIONS = `proname ~ '^pg_(try_)?advisory_(lock|unlock)' or proname ~ '^(lo_|be_lo_|lowrite|loread)'`

/**
 * Revokes what PostgreSQL grants to everyone and what would let a login hide a table from the next user of a connection
 * or leave something behind: temporary tables, session locks, large objects. These privileges belong to one database
 * and are not in its dump, so every run of the migrations revokes them again.
 */
export async function limitLogins(sql: postgres.Sql): Promise<void> {
  const [here] = await sql`select current_database() as name`
  const database = quote(here?.name)
  await sql.unsafe(`revoke temporary on database ${database} from public, ${PORTAL_LOGINS.join(', ')}`)
  // Migrations run as this role, and nobody can log in as it.
  await sql.unsafe(`grant temporary on database ${database} to portal_owner`)
  await sql.unsafe(`do $$ declare each regprocedure; begin
    for each in select oid from pg_proc where pronamespace = 'pg_catalog'::regnamespace and (${LASTING_FUNCTIONS})
      and exists (select 1 from aclexplode(coalesce(proacl, acldefault('f', proowner))) where grantee = 0)
    loop execute format('revoke execute on function %s from public', each); end loop;
  end $$`)
}

function quote(identifier: string) {
  return `"${identifier.replaceAll('"', '""')}"`
}
