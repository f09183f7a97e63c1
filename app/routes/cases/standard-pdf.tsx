import type { LoaderFunctionArgs } from '@remix-run/node'
import { download } from '../../access/export/download.server.ts'
import { orNotFound, requireCasework, uuidParam } from '../../access/require.server.ts'
import { makeStandardPdf } from '../../features/casework/case-standard/make-standard-pdf.server.ts'

/** The standard on a case as a PDF. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const caseId = uuidParam(args.params.caseId)
  return download(actor, async () => {
    const { reference, pdf } = orNotFound(await makeStandardPdf({ actor, now }, caseId))
    return { filename: `standards-${reference}.pdf`, content: pdf }
  })
}
