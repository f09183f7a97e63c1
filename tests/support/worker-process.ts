import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const WORKER = fileURLToPath(new URL('../../scripts/worker.ts', import.meta.url))

export interface WorkerProcess {
  child: ChildProcess
  /** What it logged and said so far. */
  output: () => string
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | string>
}

/** The worker as the supervisor starts it; the test database must be open, for the environment names it. */
export function startWorkerProcess(env: Record<string, string>): WorkerProcess {
  const child = fork(WORKER, [], {
    env: { ...process.env, LOG_LEVEL: 'info', ...env },
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = once(child, 'exit').then(([code, signal]) => code ?? signal)
  return { child, output: () => said, ended }
}

/** Looks until something is so, or for at most `withinMs`. */
export async function eventually(so: () => boolean | Promise<boolean>, withinMs = 40_000): Promise<void> {
  const until = performance.now() + withinMs
  while (!(await so())) {
    if (performance.now() > until) throw new Error('It did not come to be so.')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
