import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { TestDatabase } from './test-database.ts'

const ACCORD = fileURLToPath(new URL('../../scripts/accord.ts', import.meta.url))

export interface CommandAnswer {
  code: number | null
  out: string
  err: string
}

/** The operator's command line in a process of its own, on this database and nothing else of our environment. */
export function accord(database: TestDatabase, words: string[], only: Record<string, string> = {}) {
  // Most of the time of a short command is the loading of its code, which Node keeps compiled there.
  const { PATH, TZ, NODE_COMPILE_CACHE } = process.env
  const given = { DATABASE_URL: database.adminUrl, ACCORD_SECRET: database.secret }
  const env = {
    PATH,
    TZ,
    NODE_COMPILE_CACHE,
    NODE_ENV: 'production' as const,
    ...(Object.keys(only).length > 0 ? only : given),
  }
  return new Promise<CommandAnswer>((resolve, reject) => {
    const child = spawn(process.execPath, [ACCORD, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const answer: CommandAnswer = { code: null, out: '', err: '' }
    child.stdout.on('data', (text) => {
      answer.out += text
    })
    child.stderr.on('data', (text) => {
      answer.err += text
    })
    child.once('error', reject)
    child.once('close', (code) => resolve({ ...answer, code }))
  })
}
