import postgres from 'postgres'
import { explainDatabaseError } from '../../../db/database-error.ts'
import { requireReady } from '../../../db/readiness.ts'
import { anchorFileOf } from '../../audit-anchors.ts'
import { readSettings } from '../../environment.ts'
import { openCommandDatabase } from '../open-command-database.ts'

/**
 * Runs `fn` with the auditor's login, which can read only the log. `anchorFile` is the file into which this database's
 * worker writes anchors, as far as this machine knows.
 */
export async function asAuditor<Value>(fn: (sql: postgres.Sql, anchorFile: string) => Promise<Value>): Promise<Value> {
  const settings = readSettings()
  const database = settings.auditUrl ? undefined : await openCommandDatabase(settings)
  const url = settings.auditUrl ?? database?.auditUrl ?? ''
  if (settings.auditUrl) await requireReady(url, undefined)
  const anchorFile = settings.anchorFile ?? anchorFileOf(settings.dataDir, { demo: Boolean(database?.embedded) })
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} })
  try {
    return await fn(sql, anchorFile)
  } catch (error) {
    throw explainDatabaseError(error, url)
  } finally {
    await sql.end({ timeout: 5 })
    await database?.close()
  }
}
