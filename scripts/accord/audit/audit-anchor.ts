import { appendAnchors, readHeads } from '../../audit-anchors.ts'
import { asAuditor } from './audit-log.ts'

/** `accord audit anchor`: appends one line for each agency; says how many. */
export async function anchorLog(file: string): Promise<void> {
  const heads = await asAuditor(readHeads)
  await appendAnchors(file, heads)
  process.stdout.write(`${heads.length} anchors written to ${file}\n`)
}
