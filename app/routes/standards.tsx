import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { permissionsOf } from '../access/ability.ts'
import { findSignedIn } from '../access/session.server.ts'
import { ClauseList } from '../features/standards/clause-list.tsx'
import { readHowKept } from '../features/standards/read-how-kept.server.ts'
import { Details } from '../ui/details.tsx'
import { documentTitle } from '../ui/layout/document-title.ts'
import { PageTitle } from '../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Minimum service standards') }]

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await findSignedIn(args)
  const sees = signedIn && !signedIn.confined && permissionsOf(signedIn.actor).mayEver('select', 'clock')
  return { howKept: sees ? await readHowKept(signedIn) : null }
}

export default function StandardsPage() {
  const { howKept } = useLoaderData<typeof loader>()
  return (
    <>
      <PageTitle caption="What every agency of the partnership promises">Minimum service standards</PageTitle>
      <Details summary="How days are counted">
        <p className="govuk-body">
          The day something is received or decided is day 0, whatever the hour. A working day is Monday to Friday
          without the bank holidays of England and Wales. A deadline runs to the end of its last day, London time. “Five
          days” for the acknowledgement of an action plan is counted as calendar days, which is stricter. Version 1 of
          each standard applies today. A changed standard applies to anything that starts after the change.
        </p>
        <p className="govuk-body">
          Contact counts when you have spoken with the client, or with someone they named. Attempts are recorded and
          shown, but do not meet the standard. If the client cannot be contacted, no contact deadline runs.
        </p>
      </Details>
      <ClauseList howKept={howKept} />
    </>
  )
}
