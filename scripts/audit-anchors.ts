import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import postgres from 'postgres'
import { z } from 'zod'
import { Obstacle } from '../db/obstacle.ts'

const anchorLine = z.object({ at: z.string(), agencyId: z.uuid(), seq: z.int().positive(), hash: z.string() })

/** The end of an agency's log at an instant: last number and hash. One line of an anchor file. */
export type Anchor = z.output<typeof anchorLine>

/** The demo has a file of its own: its data folder may also serve commands on an operator's database. */
export function anchorFileOf(dataDir: string, { demo }: { demo: boolean }): string {
  return join(dataDir, demo ? 'demo-anchors.jsonl' : 'anchors.jsonl')
}

/** The current end of every agency's log. */
export function readHeads(sql: postgres.Sql): Promise<Anchor[]> {
  return sql<Anchor[]>`
    select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, agency_id as "agencyId",
      seq::int as seq, hash from audit_head where seq > 0 order by agency_id`
}

/** @throws Obstacle when the file cannot be written */
export async function appendAnchors(file: string, anchors: readonly Anchor[]): Promise<void> {
  const lines = anchors.map((anchor) => `${JSON.stringify(anchor)}\n`)
  // If a worker was killed while writing, the last line has no end. The next anchor must then start on a new line.
  const text = `${(await lastLineIsCut(file)) ? '\n' : ''}${lines.join('')}`
  await appendFile(file, text, { mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    throw new Obstacle(`The anchors cannot be written to ${file} (${error.code}).`)
  })
}

async function lastLineIsCut(file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return text !== '' && !text.endsWith('\n')
}

/**
 * Reads the anchors of a file. Lines that were cut off while being written are skipped.
 * @throws Obstacle when the file cannot be read, or a complete line is not an anchor
 */
export async function readAnchors(file: string): Promise<Anchor[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Obstacle(`The anchors cannot be read from ${file} (${error.code}).`)
  })
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '' || isCut(line)) return []
    const parsed = anchorLine.safeParse(parseLine(line))
    if (!parsed.success) throw new Obstacle(`Line ${at + 1} of ${file} is not an anchor.`)
    return [parsed.data]
  })
}

function isCut(line: string): boolean {
  return line.startsWith('{') && !line.endsWith('}')
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** The hourly job: appends the ends of logs that grew since the last time. @param url the auditor's login */
export function hourlyAnchoring(url: string, file: string): () => Promise<void> {
  const written = new Map<string, string>()
  return async () => {
    const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} })
    try {
      const grown = (await readHeads(sql)).filter(({ agencyId, hash }) => written.get(agencyId) !== hash)
      await appendAnchors(file, grown)
      for (const { agencyId, hash } of grown) written.set(agencyId, hash)
    } finally {
      await sql.end({ timeout: 5 })
    }
  }
}
