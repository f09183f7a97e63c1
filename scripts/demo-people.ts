import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { Obstacle } from '../db/obstacle.ts'
import { say, secondsSince } from './say.ts'

export interface DemoSignIn {
  name: string
  role: string
  agency: string
  email: string
}

const LOADER = fileURLToPath(new URL('./load-demo.ts', import.meta.url))
const STORIES = new URL('../db/demo/load-demo.ts', import.meta.url)

/** Brings the demo partnership into a database that has never held an agency; answers who may sign in. */
export async function bringDemo(databaseUrl: string, env: NodeJS.ProcessEnv): Promise<DemoSignIn[]> {
  if (!existsSync(STORIES)) return []
  if (!(await isEmpty(databaseUrl))) return runLoader(env)
  say('Loading the demo partnership (once)')
  const startedAt = performance.now()
  const people = await runLoader(env, 'load')
  say(`Loaded in ${secondsSince(startedAt)}`)
  return people
}

/** By its size on disk: row-level security hides every row, from the owner too. */
async function isEmpty(databaseUrl: string) {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  try {
    const [agency] = await sql`select pg_relation_size('public.agency') = 0 as empty`
    return agency?.empty === true
  } finally {
    await sql.end({ timeout: 5 })
  }
}

function runLoader(env: NodeJS.ProcessEnv, ...words: string[]) {
  const child = fork(LOADER, words, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const kill = () => child.kill()
  process.once('exit', kill)
  return new Promise<DemoSignIn[]>((resolve, reject) => {
    child.once('message', (people) => resolve(people as DemoSignIn[]))
    child.once('exit', (code) => {
      process.off('exit', kill)
      reject(new Obstacle(`The demo partnership could not be loaded (code ${code}).`))
    })
  })
}

/** The people as a table in plain text, each column as wide as its longest word. */
export function tableOf(people: DemoSignIn[]): string {
  const rows = people.map(({ name, role, agency }) => [name, role, agency])
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)) + 3)
  return rows.map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('')}`.trimEnd()).join('\n')
}
