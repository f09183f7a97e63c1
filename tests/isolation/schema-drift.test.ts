import { getTableName } from 'drizzle-orm'
import { getTableConfig, type IndexColumn, type PgTable } from 'drizzle-orm/pg-core'
import postgres from 'postgres'
import { afterAll, describe, expect, test } from 'vitest'
import { TABLES } from '../../db/schema/tables.ts'
import { undone } from '../../scripts/policy/mirror.ts'
import { testDatabase } from '../support/test-database.ts'

const database = await testDatabase()
const admin = postgres(database.adminUrl, { max: 1, onnotice: () => {} })
afterAll(() => admin.end())

/** A table as both sides can put it: a line for each column, key, reference, check and index. */
type Outline = string[]

const columnName = (column: Partial<IndexColumn>) => ('name' in column ? String(column.name) : 'an expression')

function outlineInCode(table: PgTable): Outline {
  const { columns, indexes, foreignKeys, primaryKeys, uniqueConstraints, checks } = getTableConfig(table)
  const ownKey = columns.filter(({ primary }) => primary)
  const keys = [...primaryKeys.map((key) => key.columns), ...(ownKey.length > 0 ? [ownKey] : [])]
  const inline = columns.filter(({ isUnique }) => isUnique).map((column) => [column])
  return [
    ...columns.map(
      (column) =>
        `column ${column.name} ${column.getSQLType()}${column.notNull ? ' not null' : ''}${column.hasDefault || column.generated ? ' default' : ''}`,
    ),
    ...keys.map((key) => `primary key (${key.map(columnName)})`),
    ...[...uniqueConstraints.map((unique) => unique.columns), ...inline].map(
      (key) => `unique (${key.map(columnName)})`,
    ),
    ...foreignKeys.map((key) => {
      const { columns, foreignColumns, foreignTable } = key.reference()
      return `reference (${columns.map(columnName)}) to ${getTableName(foreignTable)} (${foreignColumns.map(columnName)})`
    }),
    ...checks.map(({ name }) => `check ${name}`),
    ...indexes.map(({ config }) => {
      const kind = `${config.unique ? 'unique ' : ''}index ${config.name}`
      return `${kind} (${config.columns.map((column) => columnName(column as IndexColumn))})${config.where ? ' partial' : ''}`
    }),
  ].sort()
}

async function outlineInDatabase(sql: postgres.Sql | postgres.TransactionSql, name: string): Promise<Outline> {
  const rows = await sql<{ line: string }[]>`
    with t as (select ${`public.${name}`}::regclass as oid)
    select format('column %s %s%s%s', attname, format_type(atttypid, atttypmod),
      case when attnotnull then ' not null' end, case when atthasdef then ' default' end) as line
    from pg_attribute, t where attrelid = t.oid and attnum > 0 and not attisdropped
    union all
    select case k.contype when 'p' then 'primary key (' || own || ')' when 'u' then 'unique (' || own || ')'
      when 'c' then 'check ' || conname else format('reference (%s) to %s (%s)', own, confrelid::regclass, other) end
    from t join pg_constraint k on k.conrelid = t.oid and k.contype in ('p', 'u', 'c', 'f')
    cross join lateral (
      select (select string_agg(a.attname, ',' order by u.n) from unnest(k.conkey) with ordinality u (num, n)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num) as own,
      (select string_agg(a.attname, ',' order by u.n) from unnest(k.confkey) with ordinality u (num, n)
        join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.num) as other) named
    union all
    select format('%sindex %s (%s)%s', case when i.indisunique then 'unique ' end, i.indexrelid::regclass,
      (select string_agg(pg_get_indexdef(i.indexrelid, n, true), ',' order by n) from generate_series(1, i.indnkeyatts) n),
      case when i.indpred is not null then ' partial' end)
    from t join pg_index i on i.indrelid = t.oid
    where not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u'))`
  return rows.map(({ line }) => line).sort()
}

describe('the tables of the migrations are those of db/schema', () => {
  test.each(Object.values(TABLES).map((table) => ({ name: getTableName(table), table })))(
    '$name',
    async ({ name, table }) => {
      expect(await outlineInDatabase(admin, name)).toEqual(outlineInCode(table))
    },
  )

  test.each([
    { by: 'alter table client alter name drop not null', table: 'client' as const },
    { by: 'alter table client alter language type varchar(9)', table: 'client' as const },
    { by: 'alter table client add nickname text', table: 'client' as const },
    { by: 'drop index client_by_name', table: 'client' as const },
    { by: 'alter table referral drop constraint referral_between_two', table: 'referral' as const },
  ])('a difference is seen: $by', async ({ by, table }) => {
    const outline = await undone(admin, async (tx) => {
      await tx.unsafe(by)
      return outlineInDatabase(tx, table)
    })
    expect(outline).not.toEqual(outlineInCode(TABLES[table]))
  })
})
