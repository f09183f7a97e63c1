import cluster from 'node:cluster'
import type { Server } from 'node:http'
import type { ServerBuild } from '@remix-run/server-runtime'
import { environment } from '../app/access/environment.server.ts'
import { originsOf } from '../app/access/same-origin.server.ts'
import { securityHeaders } from '../app/access/security-headers.ts'
import { answerBySection } from '../app/server/answer-by-section.ts'
import { withTryAgain } from '../app/server/answer-when-away.ts'
import { log } from '../app/server/log.ts'
import { staticFiles } from '../app/server/static-files.ts'
import { createWebServer } from '../app/server/web-server.ts'
import { contextKey } from '../db/derived-secrets.ts'
import { type NeedsOfPage, type Readiness, readReadiness } from '../db/readiness.ts'
import { explainListenError } from './port-check.ts'
import { EXIT_UNUSABLE, endsWithParent, LISTENING } from './postgres/process-end.ts'
import { runOrHalt, say } from './say.ts'

const DRAIN_MS = 10_000
const CRASH_DRAIN_MS = 500
const READINESS_KEPT_MS = 1_000
// On Linux the kernel distributes connections, so a killed process loses only its own. When the cluster's first process
// distributes them, connections on their way to a killed process wait for ever: 45 of 240 in our trial, against 0 with
// the kernel.
const SHARES_PORT = cluster.isWorker && process.platform === 'linux'
const BUILD = new URL('../build/', import.meta.url)

let draining = false

await runOrHalt(async () => {
  const { origin, demo, appDatabaseUrl: appUrl, mapDatabaseUrl: mapUrl, secret, proxyHops, host, port } = environment()
  const needs: NeedsOfPage = { appUrl, mapUrl, contextKey: contextKey(secret), now: Date.now }
  const build: ServerBuild = await import(new URL('server/index.js', BUILD).href)
  const server = createWebServer({
    answer: answerBySection(withTryAgain(build), 'production'),
    serveStatic: staticFiles(new URL('client', BUILD).pathname),
    origin,
    origins: originsOf(origin, demo),
    proxyHops,
    readReadiness: remembered(() => readReadiness(needs)),
    isDraining: () => draining,
    securityHeaders: Object.entries(securityHeaders(origin.startsWith('https:'))),
  })
  endWell(server)
  server.once('error', (error) => {
    say(explainListenError(error, port, host).message)
    process.exit(EXIT_UNUSABLE)
  })
  server.listen({ port, host, reusePort: SHARES_PORT }, () => {
    log.info({ port }, 'web process listening')
    process.send?.(LISTENING)
  })
}, EXIT_UNUSABLE)

function endWell(server: Server) {
  const end = (code: number, withinMs: number) => {
    if (draining) return
    draining = true
    setTimeout(() => process.exit(code), withinMs).unref()
    server.close(() => process.exit(code))
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => end(0, DRAIN_MS))
  // An uncaught error may leave the process in any state, so the process ends and the supervisor starts a new one.
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'a web process ends after an uncaught exception')
    end(1, CRASH_DRAIN_MS)
  })
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'an unhandled rejection'))
  if (!cluster.isWorker) endsWithParent(() => end(0, DRAIN_MS))
}

/** Reads at most once a second. Logs what is wrong when a problem begins and when it ends. */
function remembered(read: () => ReturnType<typeof readReadiness>) {
  let answer = Promise.resolve<Readiness>('database-away')
  let until = 0
  let last: Readiness = 'ready'
  const readAndLog = async () => {
    const { state, sentence } = await read()
    if (state !== last) log[state === 'ready' ? 'info' : 'error']({ state }, sentence)
    last = state
    return state
  }
  return () => {
    if (Date.now() >= until) {
      until = Date.now() + READINESS_KEPT_MS
      answer = readAndLog()
    }
    return answer
  }
}
