import { appendAnchors, readHeads } from '../../audit-anchors.ts'
import { asAuditor } from './audit-log.ts'

/** `accord audit anchor`: appends a line for each agency and prints how many. */
export async function anchorLog(file: string): Promise<void> {
  const heads = await asAuditor(readHeads)
  await appendAnchors(file, heads)
  process.stdout.write(`${heads.length} anchors written to ${file}\n`)
}
