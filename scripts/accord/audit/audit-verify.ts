import { existsSync } from 'node:fs'
import type postgres from 'postgres'
import { type Anchor, readAnchors } from '../../audit-anchors.ts'
import { asAuditor } from './audit-log.ts'

export interface LogFault {
  agencyId: string
  /** The number of the faulty row in its agency's log. */
  seq: number
  fault: string
}

/**
 * `accord audit verify`: prints what was checked and each fault. The exit code is 1 when there is a fault. Compares
 * with the anchors in `against`, and in the worker's file if it exists.
 */
export async function verifyLog({ against, json }: { against?: string | undefined; json: boolean }): Promise<void> {
  const namedAnchors = against === undefined ? [] : await readAnchors(against)
  const { rows, agencies, faults, anchors, anchorFile } = await asAuditor(async (sql, anchorFile) => {
    const anchors = [...namedAnchors, ...(existsSync(anchorFile) ? await readAnchors(anchorFile) : [])]
    const faults = [...(await findFaults(sql)), ...(await findLostAnchors(sql, anchors))]
    return { ...(await countLog(sql)), faults, anchors, anchorFile }
  })
  if (faults.length > 0) process.exitCode = 1
  if (json) {
    process.stdout.write(`${JSON.stringify({ rows, agencies, anchors: anchors.length, faults })}\n`)
    return
  }
  const lines = [
    `${rows} rows in the logs of ${agencies} agencies, ${anchors.length} anchors: ${
      faults.length === 0 ? 'every row follows from the one before.' : `${faults.length} faults.`
    }`,
    ...faults.map(({ agencyId, seq, fault }) => `agency ${agencyId} row ${seq}: ${fault}`),
    ...(anchors.length === 0 && rows > 0 ? [withoutAnchors(anchorFile)] : []),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

function withoutAnchors(file: string) {
  return `Warning: there are no anchors in ${file}. Without anchors, a log that lost its end or was rewritten as a whole is not noticed.`
}

async function countLog(sql: postgres.Sql) {
  const [counted] = await sql<{ rows: number; agencies: number }[]>`
    select count(*)::int as rows, count(distinct agency_id)::int as agencies from case_event`
  return counted ?? { rows: 0, agencies: 0 }
}

export function findFaults(sql: postgres.Sql | postgres.TransactionSql): Promise<LogFault[]> {
  return sql<LogFault[]>`select agency_id as "agencyId", seq::int as seq, fault from app.verify_log()`
}

/** Anchored rows that are missing or differ now. A log that was rewritten completely shows no other sign. */
function findLostAnchors(sql: postgres.Sql | postgres.TransactionSql, anchors: readonly Anchor[]): Promise<LogFault[]> {
  const column = <Key extends keyof Anchor>(key: Key) => anchors.map((anchor) => anchor[key])
  return sql<LogFault[]>`
    select anchor.agency_id as "agencyId", anchor.seq,
      case when event.hash is null then 'is missing since' else 'differs from' end
        || ' the anchor of ' || min(anchor.at) as fault
    from unnest(${column('at')}::text[], ${column('agencyId')}::uuid[], ${column('seq')}::int[],
      ${column('hash')}::text[]) as anchor (at, agency_id, seq, hash)
    left join case_event event on event.agency_id = anchor.agency_id and event.seq = anchor.seq
    where event.hash is distinct from anchor.hash
    group by anchor.agency_id, anchor.seq, event.hash order by 1, 2`
}
