import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, uuidParam, whoMay } from '../../access/require.server.ts'
import { ConfirmPage } from '../../features/staff/confirm-page.tsx'
import { markLeaver } from '../../features/staff/mark-leaver.server.ts'
import { readChangeable } from '../../features/staff/read-changeable.server.ts'
import { countHeldCases } from '../../features/staff/read-people.server.ts'
import { STAFF_REFUSALS } from '../../features/staff/refusal-words.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { TextLink } from '../../ui/text-link.tsx'
import { WarningText } from '../../ui/warning-text.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Someone is leaving') }]

export async function loader(args: LoaderFunctionArgs) {
  const signedIn = await requireBusinessWith(args, 'staff', 'update')
  const person = await readChangeable(signedIn, uuidParam(args.params.staffId))
  return { ...person, cases: await countHeldCases(signedIn, person.staffId) }
}

export const action = formAction({
  who: whoMay('update', 'staff'),
  params: ['staffId'],
  run: markLeaver,
  next: ({ staffId }) => href('/staff/:staffId', { staffId }, { done: 'left' }),
  refusals: STAFF_REFUSALS,
})

export default function MarkLeaver() {
  const { cases, ...person } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { name } = person
  const held =
    cases === null ? 'all their open cases' : cases === 1 ? 'their one open case' : `their ${cases} open cases`
  return (
    <ConfirmPage {...person} title="Leaving the agency" button={`Mark ${name} as a leaver`} warning form={form}>
      <WarningText>{name} is signed out everywhere immediately, and can no longer sign in.</WarningText>
      <p className="govuk-body">
        {cases === 0
          ? `${name} has no open cases.`
          : `Allocate ${held} first if you can. The cases you do not allocate go back to the queue, and their deadlines keep running.`}
      </p>
      {cases ? (
        <ul className="govuk-list govuk-list--bullet">
          <li>
            <TextLink href={href('/cases', { queue: 'team', worker: person.staffId })}>See {held}</TextLink>
          </li>
          <li>
            <TextLink href={href('/staff/:staffId/reallocate', { staffId: person.staffId })}>
              Allocate all of them to a colleague
            </TextLink>
          </li>
        </ul>
      ) : null}
    </ConfirmPage>
  )
}
