import type { LoaderFunctionArgs } from '@remix-run/node'
import { download } from '../../access/export/download.server.ts'
import { orNotFound, requireCasework, uuidParam } from '../../access/require.server.ts'
import { makeReportLetter } from '../../features/casework/papers/make-report-letter.server.ts'

/** The letter that acknowledges a report. Its file name reveals nothing about it. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const caseId = uuidParam(args.params.caseId)
  return download(actor, async () => {
    const { reference, pdf } = orNotFound(await makeReportLetter({ actor, now }, caseId, 'en'))
    return { filename: `letter-${reference}.pdf`, content: pdf }
  })
}
