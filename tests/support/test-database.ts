import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import { derivedLoginUrls, type LoginUrls } from '../../db/derived-secrets.ts'
import { limitLogins } from '../../db/roles.ts'
import { TEST_SECRET, withDatabase } from './test-server.ts'

export interface TestDatabase extends LoginUrls {
  name: string
  /** The administrator, who sees every row. */
  adminUrl: string
  secret: string
}

/**
 * A database of one's own, cloned from the migrated template, for one test file: call it once, at the top of the file.
 * From then on `environment()` names it. It is dropped after the run.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { templateUrl, template, prefix } = inject('testServer')
  const name = `${prefix}${randomBytes(5).toString('hex')}`
  const sql = postgres(withDatabase(templateUrl, 'postgres'), { max: 1, onnotice: () => {} })
  await sql.unsafe(`create database ${name} template ${template}`)
  await sql.end({ timeout: 5 })
  const database = describeDatabase(name, withDatabase(templateUrl, name))
  await limitClone(database.adminUrl)
  Object.assign(process.env, {
    APP_DATABASE_URL: database.appUrl,
    WORKER_DATABASE_URL: database.workerUrl,
    AUDIT_DATABASE_URL: database.auditUrl,
    MAP_DATABASE_URL: database.mapUrl,
    ACCORD_SECRET: TEST_SECRET,
    ORIGIN: process.env.ORIGIN ?? 'http://localhost:3000',
    DATA_DIR: process.env.DATA_DIR ?? '.data/test/portal',
  })
  return database
}

/** PostgreSQL does not copy the privileges of a database to its clone. */
async function limitClone(adminUrl: string) {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} })
  await limitLogins(sql)
  await sql.end({ timeout: 5 })
}

function describeDatabase(name: string, adminUrl: string): TestDatabase {
  return {
    name,
    adminUrl,
    ...derivedLoginUrls(adminUrl, TEST_SECRET),
    secret: TEST_SECRET,
  }
}
