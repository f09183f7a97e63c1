import { contextKey } from '../db/derived-secrets.ts'
import { Obstacle } from '../db/obstacle.ts'
import { requireReadyToServe } from '../db/readiness.ts'
import { buildPortal } from './build.ts'
import {
  anchorWarning,
  childEnvironment,
  loginUrls,
  readSettings,
  type Settings,
  scannerWarning,
  unsentMailWarning,
} from './environment.ts'
import { requireFreePort } from './port-check.ts'
import { runOrHalt, say } from './say.ts'
import { stopAsked } from './stop-signals.ts'
import { supervise } from './supervisor.ts'

/** Production, `npm run serve`: a web process for each core and a worker, on an existing database. */
await runOrHalt(async () => {
  const asked = stopAsked()
  let exitCode = 0
  const settings = readSettings()
  const env = requireEnvironment(settings)
  const warnings = [unsentMailWarning(settings), scannerWarning(settings), anchorWarning(settings)]
  await requireFreePort(settings.port, settings.host, 'npm run serve')
  await requireReadyToServe(
    {
      appUrl: env.APP_DATABASE_URL,
      mapUrl: env.MAP_DATABASE_URL,
      workerUrl: env.WORKER_DATABASE_URL,
      contextKey: contextKey(env.ACCORD_SECRET),
      now: Date.now,
    },
    settings.appUrl ? undefined : settings.databaseUrl,
  )
  await buildPortal()
  const { WORKER_DATABASE_URL, AUDIT_DATABASE_URL, ...web } = env
  const running = supervise({
    webProcesses: settings.webProcesses,
    webEnv: childEnvironment(web),
    workerEnv: childEnvironment({ ...web, WORKER_DATABASE_URL, AUDIT_DATABASE_URL }),
    onUnusable: () => {
      exitCode = 1
      process.kill(process.pid, 'SIGTERM')
    },
  })
  await Promise.race([running.listening, asked])
  say(`Serving ${web.ORIGIN} from ${settings.host}:${settings.port} with ${settings.webProcesses} web processes`)
  for (const warning of warnings) if (warning) say(warning)
  await asked
  say('Draining')
  await running.stop()
  process.exit(exitCode)
})

function requireEnvironment(settings: Settings) {
  const { databaseUrl, secret, origin } = settings
  if (!databaseUrl && !(settings.appUrl && settings.workerUrl && settings.mapUrl))
    throw new Obstacle(
      'npm run serve needs DATABASE_URL, or APP_DATABASE_URL, WORKER_DATABASE_URL and MAP_DATABASE_URL; npm start runs the demo.',
    )
  if (!secret) throw new Obstacle('npm run serve needs ACCORD_SECRET, the same 32 or more characters at every start.')
  if (!origin) throw new Obstacle('npm run serve needs ORIGIN, the public address, such as https://accord.example.org.')
  const { appUrl, workerUrl, auditUrl, mapUrl } = loginUrls(settings, databaseUrl ?? settings.appUrl ?? '', secret)
  return {
    APP_DATABASE_URL: appUrl,
    WORKER_DATABASE_URL: workerUrl,
    AUDIT_DATABASE_URL: auditUrl,
    MAP_DATABASE_URL: mapUrl,
    ACCORD_SECRET: secret,
    ORIGIN: origin,
    ACCORD_DEMO: '0',
    DATA_DIR: settings.dataDir,
  }
}
