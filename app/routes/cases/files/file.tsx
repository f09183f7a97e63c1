import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { FileFacts } from '../../../features/evidence/file-facts.tsx'
import { readFiles } from '../../../features/evidence/read-files.server.ts'
import { href } from '../../../href.ts'
import { BackLink } from '../../../ui/layout/back-link.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { PageTitle } from '../../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('A file of a case') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const fileId = uuidParam(args.params.fileId)
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async (tx, { caseId }) => {
    const [file] = await readFiles(tx, actor, caseId, fileId)
    return { file: orNotFound(file) }
  })
  return { ...orNotFound(page), now }
}

export default function CaseFile() {
  const { view, part, now } = useLoaderData<typeof loader>()
  return (
    <>
      <BackLink href={href('/cases/:caseId/files', { caseId: view.caseId })}>Photos and files</BackLink>
      <PageTitle reference={view.reference}>{part.file.label}</PageTitle>
      <FileFacts caseId={view.caseId} file={part.file} now={now} />
    </>
  )
}
