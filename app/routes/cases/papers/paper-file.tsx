import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { download } from '../../../access/export/download.server.ts'
import { notFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { isPaperFormat, isPaperLanguage } from '../../../domain/papers/paper-format.ts'
import { makePaper } from '../../../features/papers/make-paper.server.ts'
import { paperParam } from '../../../features/papers/paper-param.server.ts'
import { href } from '../../../href.ts'

/** A paper of the case as a file. Its name reveals nothing; where it cannot be made, the page of papers says why. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const caseId = uuidParam(args.params.caseId)
  const paper = paperParam(args.params.paper)
  const asked = new URL(args.request.url).searchParams
  const language = asked.get('language') ?? 'en'
  const format = asked.get('format') ?? 'standard'
  if (!isPaperLanguage(language) || !isPaperFormat(format)) throw notFound()
  return download(actor, async () => {
    const made = await makePaper({ actor, now }, { caseId, paper, language, format })
    if (made.ok) return made.value
    if (made.refusal.kind === 'not-found') throw notFound()
    throw redirect(href('/cases/:caseId/papers', { caseId }, { problem: made.refusal.kind }))
  })
}
