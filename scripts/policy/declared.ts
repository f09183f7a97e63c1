// What the schema may contain beyond the policy, each with its reason, as the lints name it.

export const LOGINS = `('portal_app', 'portal_worker', 'portal_audit', 'portal_map')`
export const OURS = `('public', 'app', 'pgboss')`

/** Tables without agencies' data, read outside a transaction: OPEN_TABLES in policy-sql.server.ts. */
export const OPEN = `('rate_limit')`

/** The columns that say which agency a row belongs to. */
export const TENANT = `('agency_id', 'from_agency_id', 'to_agency_id', 'by_agency_id')`

/** Policies for the owners of functions that see more than their caller, and for the auditor. */
export const DECLARED_POLICIES = [
  ['session', 'door', 'find_session answers only to who holds the secret of the session'],
  ['session', 'door_ends', 'the trigger that ends the sessions of a person whose role changed'],
  ['staff', 'door', 'the person of a session'],
  ['agency', 'door', 'the agency of a session'],
  ['invitation', 'door', 'joined_agencies, which says only whether a person has joined'],
  ['calendar_feed', 'door_ends', 'the trigger that ends the calendar address of a person who left'],
  ['case_event', 'audit', 'portal_audit reads every chain, and nothing else'],
  ['audit_head', 'audit', 'portal_audit reads every chain, and nothing else'],
  ['hotspot_release', 'map', 'portal_map reads what is published, and nothing else'],
  ['street_crime', 'map', 'portal_map reads what is published, and nothing else'],
  ['cell_population', 'map', 'portal_map reads what is published, and nothing else'],
  ['agency', 'releaser', 'numbers the agencies for a release, differently each time'],
  ['counted_incident', 'releaser', 'what a release is made of, which no login reads'],
  ['hotspot_draft', 'releaser', 'publish_release, once two people have agreed'],
  ['hotspot_body', 'releaser', 'publish_release, once two people have agreed'],
  ['hotspot_release', 'releaser', 'publish_release, once two people have agreed'],
  ['release_rule', 'releaser', 'publish_release, once two people have agreed'],
] as const

/** Unique keys that do not begin with the agency. None of them reveals what another agency has. */
export const DECLARED_KEYS = [
  ['agency_pkey', 'the directory, which everybody reads'],
  ['referral_pkey', 'a random id that both parties share'],
  ['referral_package_referral_id_version_pk', 'a random id that both parties share'],
  ['referral_step_pkey', 'a random id that both parties share'],
  ['session_id_hash_pk', 'the hash of a secret'],
  ['invitation_token', 'the hash of a secret'],
  ['bank_holiday_pkey', 'the calendar, which everybody reads'],
  ['setting_pkey', 'settings, which everybody reads'],
  ['rate_limit_pkey', 'an open table'],
  ['incident_import_pkey', 'a random id'],
  ['release_rule_pkey', 'the partnership’s own, of no agency'],
  ['hotspot_draft_pkey', 'the partnership’s own, of no agency'],
  ['hotspot_body_pkey', 'the partnership’s own, of no agency'],
  ['hotspot_release_pkey', 'the ledger, of no agency'],
  ['release_number', 'the ledger, of no agency'],
  ['release_period', 'the ledger, of no agency'],
  ['protected_place_pkey', 'a random id'],
  ['postcode_pkey', 'public data'],
  ['street_crime_pkey', 'public data'],
  ['cell_population_pkey', 'public data'],
  ['calendar_token', 'the hash of a secret'],
] as const

/** Columns used by policies that are not the first column of any index. */
export const DECLARED_COLUMNS = [
  ['referral_step', 'by_agency_id', 'only for updates, which name a step by its id'],
] as const

/** What the logins may do with tables in other schemas. */
export const DECLARED_GRANTS = [
  [
    'app.migration',
    'SELECT',
    'portal_app portal_worker portal_audit portal_map',
    'whether the schema is of this release',
  ],
  ['app.referral_move', 'SELECT', 'portal_app portal_worker', 'the moves of a referral, for its trigger'],
] as const

/** Last words of column names whose values are never personal: vocabularies, hashes, dates of the work. */
const PLAIN_WORDS = [
  ...['kind', 'state', 'stage', 'lane', 'channel', 'role', 'method', 'clause', 'version', 'decision', 'ground'],
  ...[
    'purpose',
    'purposes',
    'categories',
    'strand',
    'strands',
    'types',
    'type',
    'status',
    'result',
    'outcome',
    'grade',
  ],
  ...[
    'action',
    'move',
    'form',
    'how',
    'by',
    'ward',
    'risk',
    'needs',
    'hours',
    'step',
    'capacity',
    'grantor',
    'occasion',
  ],
  ...['contactability', 'period', 'month', 'path', 'hash', 'sha256'],
]
const PLAIN_DATES = ['held_on', 'starts_at', 'review_on', 'occurred_on', 'expires_on', 'next_try_on']

/** Columns that may have statistics, which cover all agencies and are visible to any reader by EXPLAIN. */
export const PLAIN_COLUMNS = `^(reference|recipient_key|${PLAIN_DATES.join('|')}|(\\w+_)?(${PLAIN_WORDS.join('|')}))$`

/** Tables that everyone may read completely, or that no login may read. */
export const PUBLIC_TABLES = `('agency', 'bank_holiday', 'setting', 'hotspot_release', 'release_rule', 'hotspot_draft', 'hotspot_body',
  'postcode', 'street_crime', 'cell_population', 'protected_place', 'rate_limit', 'counted_incident')`

export const quoted = (texts: readonly string[]) => texts.map((text) => `'${text}'`).join(', ')

export const policies = `(
  select p.polname, p.polcmd, p.polrelid, c.relname, p.polqual, p.polwithcheck,
    pg_get_expr(p.polqual, p.polrelid) as qual, pg_get_expr(p.polwithcheck, p.polrelid) as with_check,
    array(select rolname::text from pg_roles where oid = any (p.polroles)) as roles
  from pg_policy p join pg_class c on c.oid = p.polrelid
  where c.relnamespace in (select oid from pg_namespace where nspname in ${OURS}))`

/** Every privilege of a login or of PUBLIC on tables and columns. */
export const grants = `(
  select c.oid, n.nspname, c.relname, c.relkind, g.privilege_type as privilege, coalesce(r.rolname::text, 'PUBLIC') as grantee
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  cross join lateral (
    select * from aclexplode(c.relacl) union all
    select x.* from pg_attribute a, aclexplode(a.attacl) x where a.attrelid = c.oid and not a.attisdropped) g
  left join pg_roles r on r.oid = g.grantee
  where n.nspname in ${OURS} and c.relkind in ('r', 'p', 'v', 'm', 'f') and (g.grantee = 0 or r.rolname in ${LOGINS}))`

export const tables = `(
  select c.* from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'f'))`
