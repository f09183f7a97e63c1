import { join } from 'node:path'
import type { LoginUrls } from '../../db/derived-secrets.ts'
import { loginUrls, type Settings, secretOf } from '../environment.ts'
import { say } from '../say.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'

export interface OpenDatabase extends LoginUrls {
  /** The administrator's URL. */
  databaseUrl: string
  secret: string
  /** The demo's own server. Undefined when DATABASE_URL is set. */
  embedded: EmbeddedPostgres | undefined
  /** Stops the embedded server if this call started it. */
  close(): Promise<void>
}

/** Opens DATABASE_URL or the demo's database. @param whenRunning `reuse` for a command beside the demo */
export async function openDatabase(settings: Settings, whenRunning: 'reuse' | 'replace'): Promise<OpenDatabase> {
  const secret = secretOf(settings)
  const embedded = settings.databaseUrl ? undefined : await startDemoPostgres(settings, whenRunning)
  const databaseUrl = settings.databaseUrl ?? embedded?.url ?? ''
  return {
    ...loginUrls(settings, databaseUrl, secret),
    databaseUrl,
    secret,
    embedded,
    close: async () => {
      if (embedded && !embedded.reused) await embedded.stop()
    },
  }
}

function startDemoPostgres({ dataDir, embeddedPort }: Settings, whenRunning: 'reuse' | 'replace') {
  return startEmbeddedPostgres({ folder: join(dataDir, 'postgres'), port: embeddedPort, whenRunning, say })
}
