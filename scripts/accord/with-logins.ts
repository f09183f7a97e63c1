import { closePool, openPool } from '../../db/as-actor.ts'
import { contextKey, type LoginUrls } from '../../db/derived-secrets.ts'
import { readSettings } from '../environment.ts'
import { openCommandDatabase } from './open-command-database.ts'

export type Login = 'appUrl' | 'workerUrl'

/**
 * Runs each step of an operator with the login that may do it: the portal's for decisions, the worker's for building.
 * The environment names the map's login, for steps that read published data.
 */
export async function withLogins<Value>(
  fn: (as: <Answer>(login: Login, step: () => Promise<Answer>) => Promise<Answer>) => Promise<Value>,
): Promise<Value> {
  const settings = readSettings()
  const { secret, close, ...urls } = await openCommandDatabase(settings)
  nameLogins(urls, secret, settings.origin ?? `http://localhost:${settings.port}`)
  try {
    return await fn(async (login, step) => {
      openPool({ url: urls[login], contextKey: contextKey(secret), max: 2 })
      try {
        return await step()
      } finally {
        await closePool()
      }
    })
  } finally {
    await close()
  }
}

function nameLogins(urls: LoginUrls, secret: string, origin: string) {
  Object.assign(process.env, {
    ORIGIN: origin,
    ACCORD_SECRET: secret,
    APP_DATABASE_URL: urls.appUrl,
    MAP_DATABASE_URL: urls.mapUrl,
  })
}
