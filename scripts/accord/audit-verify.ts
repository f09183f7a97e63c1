import { readFile } from 'node:fs/promises'
import type postgres from 'postgres'
import { z } from 'zod'
import { Obstacle } from '../../db/obstacle.ts'
import { asAuditor } from './audit-log.ts'

export interface LogFault {
  agencyId: string
  /** The number of the row at fault in its agency's log. */
  seq: number
  fault: string
}

const anchorLine = z.object({ at: z.string(), agencyId: z.uuid(), seq: z.int().positive(), hash: z.string() })

/** `accord audit verify`: prints what was looked at and each fault; the exit code says whether there was one. */
export async function verifyLog({ against, json }: { against?: string | undefined; json: boolean }): Promise<void> {
  const anchors = against === undefined ? [] : await readAnchors(against)
  const { rows, agencies, faults } = await asAuditor(async (sql) => ({
    ...(await countLog(sql)),
    faults: [...(await findFaults(sql)), ...(await findLostAnchors(sql, anchors))],
  }))
  if (faults.length > 0) process.exitCode = 1
  if (json) {
    process.stdout.write(`${JSON.stringify({ rows, agencies, anchors: anchors.length, faults })}\n`)
    return
  }
  const lines = [
    `${rows} rows in the logs of ${agencies} agencies${against === undefined ? '' : `, ${anchors.length} anchors`}: ${
      faults.length === 0 ? 'every row follows from the one before.' : `${faults.length} faults.`
    }`,
    ...faults.map(({ agencyId, seq, fault }) => `agency ${agencyId} row ${seq}: ${fault}`),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

async function countLog(sql: postgres.Sql) {
  const [counted] = await sql<{ rows: number; agencies: number }[]>`
    select count(*)::int as rows, count(distinct agency_id)::int as agencies from case_event`
  return counted ?? { rows: 0, agencies: 0 }
}

/** What app.verify_log finds, as it finds it. */
export function findFaults(sql: postgres.Sql | postgres.TransactionSql): Promise<LogFault[]> {
  return sql<LogFault[]>`select agency_id as "agencyId", seq::int as seq, fault from app.verify_log()`
}

type KnownAnchor = z.output<typeof anchorLine>

async function readAnchors(file: string): Promise<KnownAnchor[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Obstacle(`The anchors cannot be read from ${file} (${error.code}).`)
  })
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line, at) => {
    const parsed = anchorLine.safeParse(parseLine(line))
    if (!parsed.success) throw new Obstacle(`Line ${at + 1} of ${file} is no anchor.`)
    return parsed.data
  })
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** Anchored rows that are gone or read differently now: what a rewritten log cannot hide. */
async function findLostAnchors(
  sql: postgres.Sql | postgres.TransactionSql,
  anchors: readonly KnownAnchor[],
): Promise<LogFault[]> {
  const faults = await Promise.all(
    anchors.map(async ({ at, agencyId, seq, hash }) => {
      const [row] = await sql<{ hash: string }[]>`
        select hash from case_event where agency_id = ${agencyId} and seq = ${seq}`
      if (row?.hash === hash) return []
      return [{ agencyId, seq, fault: `${row ? 'differs from' : 'is missing since'} the anchor of ${at}` }]
    }),
  )
  return faults.flat()
}
