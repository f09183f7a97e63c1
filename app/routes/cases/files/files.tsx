import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { CaseHeading } from '../../../features/casework/file/case-heading.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { FileDone } from '../../../features/evidence/file-done.tsx'
import { FileList } from '../../../features/evidence/file-list.tsx'
import { readFiles } from '../../../features/evidence/read-files.server.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Photos and files of a case') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async (tx, { caseId }) => ({
    files: await readFiles(tx, actor, caseId),
  }))
  return { ...orNotFound(page), now, done: new URL(args.request.url).searchParams.get('done') }
}

export default function CaseFiles() {
  const { view, part, now, done } = useLoaderData<typeof loader>()
  return (
    <>
      <FileDone code={done} />
      <CaseHeading view={view} current="casework" />
      <FileList caseId={view.caseId} files={part.files} now={now} />
    </>
  )
}
