import { isNeverMigrated, migrate } from '../../db/migrate.ts'
import { Obstacle } from '../../db/obstacle.ts'
import { requireReady } from '../../db/readiness.ts'
import type { Settings } from '../environment.ts'
import { type OpenDatabase, openDatabase } from '../postgres/open-database.ts'
import { say } from '../say.ts'

/**
 * The database a command works on, of this release. The demo's own is made when it is not there yet; one of the
 * operator's is never changed by a command other than `accord migrate`.
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
