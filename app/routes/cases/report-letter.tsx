import type { LoaderFunctionArgs } from '@remix-run/node'
import { download } from '../../access/export/download.server.ts'
import { notFound, requireCasework, uuidParam } from '../../access/require.server.ts'
import { makePaper } from '../../features/papers/make-paper.server.ts'

/** The letter that acknowledges a report. Its file name reveals nothing about it. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const caseId = uuidParam(args.params.caseId)
  return download(actor, async () => {
    const letter = { caseId, paper: 'report_received', language: 'en', format: 'standard' } as const
    const made = await makePaper({ actor, now }, letter)
    if (!made.ok) throw notFound()
    return made.value
  })
}
