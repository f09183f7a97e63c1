import { type ChildProcess, fork } from 'node:child_process'
import cluster from 'node:cluster'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { EXIT_UNUSABLE, LISTENING } from './postgres/process-end.ts'
import { say } from './say.ts'

const WEB = fileURLToPath(new URL('./web.ts', import.meta.url))
const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url))
const WORKER_SOURCE = new URL('../app/notify/worker.server.ts', import.meta.url)

// A process that ended sooner than this has a fault that a quick restart will not cure.
const SHORT_LIFE_MS = 5_000
const LONGEST_PAUSE_MS = 2_000
const KILLED_AFTER_MS = 12_000

export interface SupervisedOptions {
  webProcesses: number
  webEnv: NodeJS.ProcessEnv
  workerEnv: NodeJS.ProcessEnv
  /** Called when a process says that it would fail again in the same way. */
  onUnusable: () => void
}

export interface Supervised {
  /** Resolves when the first web process accepts requests. */
  listening: Promise<void>
  /** Lets every process finish its current work, for at most 12 seconds. */
  stop(): Promise<void>
}

/** Starts the web processes and the worker, and restarts a process that ends. */
export function supervise(options: SupervisedOptions): Supervised {
  cluster.setupPrimary({ exec: WEB, args: [] })
  const listening = new Promise<void>((resolve) => {
    cluster.on('message', (_, message) => {
      if (message === LISTENING) resolve()
    })
  })
  const posts = Array.from({ length: options.webProcesses }, () =>
    keepRunning('web process', () => cluster.fork(options.webEnv).process, options.onUnusable),
  )
  if (existsSync(WORKER_SOURCE))
    posts.push(keepRunning('worker', () => fork(WORKER, [], { env: options.workerEnv }), options.onUnusable))
  return { listening, stop: async () => void (await Promise.all(posts.map((post) => post.stop()))) }
}

/** Keeps one process running. If processes end at once, the pauses before restarts grow up to 2 seconds. */
function keepRunning(name: string, start: () => ChildProcess, onUnusable: () => void) {
  let stopping = false
  let shortLives = 0
  let child: ChildProcess
  let pending: NodeJS.Timeout | undefined

  function begin() {
    const startedAt = performance.now()
    child = start()
    child.once('exit', (code, signal) => {
      if (stopping) return
      if (code === EXIT_UNUSABLE) return onUnusable()
      shortLives = performance.now() - startedAt < SHORT_LIFE_MS ? shortLives + 1 : 0
      const pause = shortLives <= 1 ? 0 : Math.min(LONGEST_PAUSE_MS, 100 * 2 ** shortLives)
      say(`A ${name} ended (${signal ?? `code ${code}`}); starting a new one`)
      pending = setTimeout(begin, pause)
    })
  }

  begin()
  return {
    stop: () => {
      stopping = true
      clearTimeout(pending)
      return endProcess(child)
    },
  }
}

function endProcess(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise<void>((resolve) => {
    const kill = setTimeout(() => child.kill('SIGKILL'), KILLED_AFTER_MS)
    child.once('exit', () => {
      clearTimeout(kill)
      resolve()
    })
    child.kill('SIGTERM')
  })
}
