import { isNeverMigrated, migrate } from '../../db/migrate.ts'
import { Obstacle } from '../../db/obstacle.ts'
import { requireReady } from '../../db/readiness.ts'
import type { Settings } from '../environment.ts'
import { type OpenDatabase, openDatabase } from '../postgres/open-database.ts'
import { say } from '../say.ts'

/**
 * Opens the database for a command and checks that it is of this release. The demo's database is made if it does not
 * exist. Only `accord migrate` changes the schema of an operator's database.
 * @throws Obstacle with the command to run first
 */
export async function openCommandDatabase(settings: Settings): Promise<OpenDatabase> {
  if (settings.databaseUrl && !settings.secret)
    throw new Obstacle('With DATABASE_URL also set ACCORD_SECRET: the logins of the portal are made from it.')
  const database = await openDatabase(settings, 'reuse')
  try {
    if (database.embedded && (await isNeverMigrated(database.databaseUrl))) await migrate({ ...database, say })
    await requireReady(database.appUrl, settings.appUrl ? undefined : database.databaseUrl)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}
