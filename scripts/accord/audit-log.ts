import postgres from 'postgres'
import { explainDatabaseError } from '../../db/database-error.ts'
import { requireReady } from '../../db/readiness.ts'
import { readSettings } from '../environment.ts'
import { openCommandDatabase } from './open-command-database.ts'

/** Runs `fn` as the auditor, whose login may read the log and nothing else. */
export async function asAuditor<Value>(fn: (sql: postgres.Sql) => Promise<Value>): Promise<Value> {
  const settings = readSettings()
  const database = settings.auditUrl ? undefined : await openCommandDatabase(settings)
  const url = settings.auditUrl ?? database?.auditUrl ?? ''
  if (settings.auditUrl) await requireReady(url, undefined)
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} })
  try {
    return await fn(sql)
  } catch (error) {
    throw explainDatabaseError(error, url)
  } finally {
    await sql.end({ timeout: 5 })
    await database?.close()
  }
}

/** Where the log of one agency ended at an instant: its last number and hash. One line of an anchor file. */
export interface Anchor {
  at: string
  agencyId: string
  seq: number
  hash: string
}
