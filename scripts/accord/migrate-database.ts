import { migrate } from '../../db/migrate.ts'
import { Obstacle } from '../../db/obstacle.ts'
import { readSettings } from '../environment.ts'
import { openDatabase } from '../postgres/open-database.ts'
import { say } from '../say.ts'

/**
 * `accord migrate`.
 * @throws Obstacle when the database does not answer, or DATABASE_URL is set without ACCORD_SECRET
 */
export async function migrateByCommand({ json }: { json: boolean }): Promise<void> {
  const settings = readSettings()
  if (settings.databaseUrl && !settings.secret)
    throw new Obstacle('ACCORD_SECRET must be set: the logins of the portal and its signatures are made from it.')
  const database = await openDatabase(settings, 'reuse')
  try {
    const applied = await migrate({ ...database, say })
    process.stdout.write(json ? `${JSON.stringify({ applied })}\n` : inWords(applied))
  } finally {
    await database.close()
  }
}

function inWords(applied: string[]) {
  if (applied.length === 0) return 'The database is already at this release.\n'
  return `Applied ${applied.length} ${applied.length === 1 ? 'file' : 'files'}: the database is at this release.\n`
}
