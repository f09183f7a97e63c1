import { randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import type { OracleRow } from './policy-oracle.ts'

interface Column {
  table: string
  name: string
  type: string
  required: boolean
  /** The first word that a CHECK of the table allows in it; the shortest, where another holds it against other columns. */
  word: string | null
}

/** The columns of every table of the schema that can be written, from the catalogue. */
export async function readColumns(sql: postgres.Sql | postgres.TransactionSql): Promise<Map<string, Column[]>> {
  const columns = await sql<Column[]>`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
      (select (regexp_match(pg_get_constraintdef(k.oid), '\\(' || a.attname || ' = ANY \\(ARRAY\\[''(\\w+)'''))[1]
        from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'
          and pg_get_constraintdef(k.oid) ~ ('\\(' || a.attname || ' = ANY')
        order by length(pg_get_constraintdef(k.oid)) limit 1) as word
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attgenerated = ''
    order by 1, a.attnum`
  return new Map(
    [...new Set(columns.map(({ table }) => table))].map((table) => [
      table,
      columns.filter((one) => one.table === table),
    ]),
  )
}

/** A whole row around the columns that decide: what is required gets a value of its type, the rest stays empty. */
export function wholeRow(columns: Column[], given: OracleRow): Record<string, string | null> {
  const values = columns.map(({ name, type, required, word }) => {
    const value = given[name]
    if (value !== undefined) return [name, value === null ? null : String(value)]
    return [name, required ? (word ?? valueFor(type)) : null]
  })
  return Object.fromEntries(values)
}

function valueFor(type: string): string {
  if (type === 'uuid') return randomUUID()
  if (type.endsWith('[]')) return '{some}'
  if (type === 'date')
    return new Date(Date.UTC(2030, 0, 1 + Math.floor(Math.random() * 30_000))).toISOString().slice(0, 10)
  if (type.startsWith('timestamp')) return '2026-11-23T09:00:00Z'
  if (type === 'boolean') return 'false'
  if (type === 'jsonb') return '{}'
  if (type === 'bigint') return String(Math.floor(Math.random() * 1e15))
  if (/int|numeric|double/.test(type)) return '1'
  return randomUUID()
}

/** The values of a row as a statement that inserts it. */
export function insertSql(table: string, row: Record<string, string | null>): string {
  const names = Object.keys(row)
  const values = Object.values(row).map((value) => (value === null ? 'null' : `'${value.replaceAll("'", "''")}'`))
  return `insert into ${table} (${names.join(', ')}) values (${values.join(', ')})`
}
