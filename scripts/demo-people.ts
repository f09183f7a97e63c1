import { fork } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { Obstacle } from '../db/obstacle.ts'
import { anchorFileOf } from './audit-anchors.ts'
import { say, secondsSince } from './say.ts'

export interface DemoPersonSignIn {
  name: string
  role: string
  agency: string
  email: string
}

const LOADER = fileURLToPath(new URL('./load-demo.ts', import.meta.url))
const STORIES = new URL('../app/demo/load-demo.ts', import.meta.url)

/** Loads the demo partnership if the database has never had an agency. */
export async function bringDemo(databaseUrl: string, dataDir: string, env: NodeJS.ProcessEnv): Promise<void> {
  if (!existsSync(STORIES) || !(await isEmpty(databaseUrl))) return
  say('Loading the stories of the demo partnership (once)')
  const startedAt = performance.now()
  writeFileSync(loadingMark(dataDir), '')
  await runLoader(env, 'load')
  rmSync(loadingMark(dataDir))
  say(`Loaded in ${secondsSince(startedAt)}`)
}

/** The people of the demo who can sign in with one click. */
export function listDemoSignIns(env: NodeJS.ProcessEnv): Promise<DemoPersonSignIn[]> {
  return existsSync(STORIES) ? runLoader(env) : Promise.resolve([])
}

/** Deletes the embedded database of a demo that was stopped while its stories were loading. */
export async function deleteUnfinishedDemo(embeddedUrl: string, dataDir: string): Promise<void> {
  if (!existsSync(loadingMark(dataDir))) return
  const sql = postgres(embeddedUrl.replace(/\/accord$/, '/postgres'), { max: 1, onnotice: () => {} })
  await sql`drop database if exists accord with (force)`
  await sql`create database accord`
  await sql.end({ timeout: 5 })
  rmSync(anchorFileOf(dataDir, { demo: true }), { force: true })
  rmSync(loadingMark(dataDir))
}

function loadingMark(dataDir: string) {
  return join(dataDir, 'stories-half-told')
}

/** Decided by the size on disk, because row-level security hides all rows, even from the owner. */
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
  return new Promise<DemoPersonSignIn[]>((resolve, reject) => {
    child.once('message', (people) => resolve(people as DemoPersonSignIn[]))
    child.once('exit', (code) => {
      process.off('exit', kill)
      reject(new Obstacle(`The demo partnership could not be loaded (code ${code}).`))
    })
  })
}

/** The people as a plain-text table, each column as wide as its longest word. */
export function tableOf(people: DemoPersonSignIn[]): string {
  const rows = people.map(({ name, role, agency, email }) => [name, role, agency, email])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)) + 3)
  return rows.map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('')}`.trimEnd()).join('\n')
}
