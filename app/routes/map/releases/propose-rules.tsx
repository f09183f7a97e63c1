import { randomUUID } from 'node:crypto'
import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, whoMay } from '../../../access/require.server.ts'
import { RELEASE_REFUSALS } from '../../../features/hotspots/releases/refusal-words.server.ts'
import {
  proposeRules,
  proposeRulesInput,
  rulesProblems,
} from '../../../features/hotspots/rules/propose-rules.server.ts'
import { readRulesPage } from '../../../features/hotspots/rules/read-rules-page.server.ts'
import { RulesForm, rulesAsForm } from '../../../features/hotspots/rules/rules-form.tsx'
import { formAction } from '../../../forms/form-action.server.ts'
import { href } from '../../../href.ts'
import { BackLink } from '../../../ui/layout/back-link.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { PageTitle } from '../../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Propose new rules for releases') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireBusinessWith(args, 'releaseRule', 'insert')
  const { inForce, open } = await readRulesPage(actor)
  if (open) throw redirect(href('/map/rules'))
  return { rules: inForce.rules, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('insert', 'releaseRule'),
  input: proposeRulesInput,
  check: rulesProblems,
  run: proposeRules,
  next: () => href('/map/rules', { done: 'proposed' }),
  refusals: RELEASE_REFUSALS,
})

export default function ProposeRules() {
  const { rules, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? rulesAsForm(rules)
  return (
    <>
      <BackLink href={href('/map/rules')}>Rules for releases</BackLink>
      <PageTitle caption="Map">Propose new rules</PageTitle>
      <p className="govuk-body">New rules can protect people more than the first rules of the portal, never less.</p>
      <RulesForm form={form} idempotencyKey={idempotencyKey} />
    </>
  )
}
