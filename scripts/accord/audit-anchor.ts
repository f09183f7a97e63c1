import { appendFile } from 'node:fs/promises'
import { Obstacle } from '../../db/obstacle.ts'
import { type Anchor, asAuditor } from './audit-log.ts'

/** `accord audit anchor`: appends one line for each agency; says how many. */
export async function anchorLog(file: string): Promise<void> {
  const heads = await asAuditor(
    (sql) => sql<Anchor[]>`
      select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, agency_id as "agencyId",
        seq::int as seq, hash from audit_head order by agency_id`,
  )
  const lines = heads.map((head) => `${JSON.stringify(head)}\n`)
  await appendFile(file, lines.join('')).catch((error: NodeJS.ErrnoException) => {
    throw new Obstacle(`The anchors cannot be written to ${file} (${error.code}).`)
  })
  process.stdout.write(`${heads.length} anchors written to ${file}\n`)
}
