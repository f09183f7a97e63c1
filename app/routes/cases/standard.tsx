import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../access/require.server.ts'
import { readCaseStandard } from '../../features/casework/case-standard/read-case-standard.server.ts'
import { StandardOfCase } from '../../features/casework/case-standard/standard-of-case.tsx'
import { CaseHeading } from '../../features/casework/file/case-heading.tsx'
import { openCase } from '../../features/casework/file/read-case.server.ts'
import { href } from '../../href.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { TextLink } from '../../ui/text-link.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('The standard on this case') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async (tx, view) => ({
    sections: await readCaseStandard(tx, { actor, now }, view),
  }))
  return { ...orNotFound(page), now }
}

export default function CaseStandard() {
  const { view, part, now } = useLoaderData<typeof loader>()
  return (
    <>
      <CaseHeading view={view} current="casework" />
      <h2 className="govuk-heading-l">The standard on this case</h2>
      <p className="govuk-body">
        Every clause of the minimum service standards. The portal works out each state from what was recorded. No one
        can tick a clause by hand.
      </p>
      <p className="govuk-body accord-no-print">
        <TextLink href={href('/cases/:caseId/standard.pdf', { caseId: view.caseId })} reload>
          Download this page (PDF)
        </TextLink>
      </p>
      <StandardOfCase sections={part.sections} now={now} />
    </>
  )
}
