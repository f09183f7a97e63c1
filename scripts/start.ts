import { setTimeout as pause } from 'node:timers/promises'
import { migrate } from '../db/migrate.ts'
import { buildPortal } from './build.ts'
import { bringDemo, type DemoPersonSignIn, deleteUnfinishedDemo, listDemoSignIns, tableOf } from './demo-people.ts'
import { childEnvironment, readSettings, type Settings, unsentMailWarning } from './environment.ts'
import { requireFreePort } from './port-check.ts'
import { type OpenDatabase, openDatabase } from './postgres/open-database.ts'
import { claimFolder } from './running-demo.ts'
import { runOrHalt, say, secondsSince } from './say.ts'
import { stopAsked } from './stop-signals.ts'
import { type Supervised, supervise } from './supervisor.ts'

const DATABASE_PAUSE_MS = 1_000

let stopping = false
let exitCode = 0

/** The demo, `npm start`: goes from an empty folder to a running portal. At the end it stops everything it started. */
await runOrHalt(async () => {
  const startedAt = performance.now()
  const asked = stopAsked().then(() => {
    stopping = true
  })
  const settings = readSettings()
  await requireFreePort(settings.port, settings.host, 'npm start')
  const release = claimFolder(settings.dataDir)
  let database: OpenDatabase | undefined
  let running: Supervised | undefined
  const up = async () => {
    // The build runs while the database starts, because they need different resources. A failure is reported where the
    // promise is awaited.
    const building = buildPortal()
    building.catch(() => {})
    say('Starting the database')
    database = await openDatabase(settings, 'replace')
    const env = environmentOf(settings, database)
    if (database.embedded) await deleteUnfinishedDemo(database.databaseUrl, settings.dataDir)
    await migrate({ ...database, say })
    await bringDemo(database.databaseUrl, settings.dataDir, childEnvironment(env.worker))
    await building
    if (stopping) return
    const people = listDemoSignIns(childEnvironment(env.worker))
    // The promise is awaited below. Without this handler, a failure before then would end the process.
    people.catch(() => {})
    running = startProcesses(settings, env)
    keepDatabase(settings, database)
    await running.listening
    say(welcome(env.web.ORIGIN, await people, database, secondsSince(startedAt)))
    const warning = database.embedded ? undefined : unsentMailWarning(settings)
    if (warning) say(warning)
    await asked
  }
  try {
    await Promise.race([up(), asked])
    if (running) say('Stopping')
  } finally {
    stopping = true
    await running?.stop()
    await database?.close()
    release()
  }
  process.exit(exitCode)
})

function environmentOf(settings: Settings, database: OpenDatabase) {
  const web = {
    APP_DATABASE_URL: database.appUrl,
    MAP_DATABASE_URL: database.mapUrl,
    ACCORD_SECRET: database.secret,
    ORIGIN: settings.origin ?? `http://localhost:${settings.port}`,
    ACCORD_DEMO: database.embedded ? '1' : '0',
    DATA_DIR: settings.dataDir,
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
  }
  return { web, worker: { ...web, WORKER_DATABASE_URL: database.workerUrl, AUDIT_DATABASE_URL: database.auditUrl } }
}

function startProcesses(settings: Settings, env: ReturnType<typeof environmentOf>) {
  return supervise({
    webProcesses: settings.webProcesses,
    webEnv: childEnvironment(env.web),
    workerEnv: childEnvironment(env.worker),
    onUnusable: () => {
      exitCode = 1
      process.kill(process.pid, 'SIGTERM')
    },
  })
}

/** Restarts an embedded server that died, on the same port. */
async function keepDatabase(settings: Settings, database: OpenDatabase) {
  let embedded = database.embedded
  while (embedded) {
    await embedded.exited
    if (stopping) return
    say('The database stopped. Starting it again')
    const again = await openDatabase({ ...settings, databaseUrl: undefined }, 'replace').catch((error: Error) => {
      say(error.message)
      return undefined
    })
    if (again) Object.assign(database, { embedded: again.embedded, close: again.close })
    else await pause(DATABASE_PAUSE_MS)
    embedded = database.embedded
  }
}

function welcome(origin: string, people: DemoPersonSignIn[], database: OpenDatabase, took: string) {
  const lines = [`\nAccord is ready after ${took}: ${origin}\n`]
  if (database.embedded && people.length > 0)
    lines.push(`Sign in with one click at ${origin}/sign-in as\n${tableOf(people)}\n`)
  if (!database.embedded)
    lines.push('With DATABASE_URL there is no sign-in with one click: npm run -s accord -- staff invite --help')
  return `${lines.join('\n')}\nCtrl-C stops it. The data are kept.`
}
