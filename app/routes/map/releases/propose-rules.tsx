import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith } from '../../../access/require.server.ts'
import { releaseRefusalWords } from '../../../features/hotspots/releases/release-words.server.ts'
import {
  proposeRules,
  proposeRulesFields,
  rulesProblems,
} from '../../../features/hotspots/rules/propose-rules.server.ts'
import { readRulesPage } from '../../../features/hotspots/rules/read-rules-page.server.ts'
import { RulesForm, rulesAsForm } from '../../../features/hotspots/rules/rules-form.tsx'
import { withError } from '../../../forms/form-state.ts'
import { readForm } from '../../../forms/read-form.server.ts'
import { href } from '../../../href.ts'
import { BackLink } from '../../../ui/layout/back-link.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { PageTitle } from '../../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Propose rules of the map') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor } = await requireBusinessWith(asked, 'releaseRule', 'insert')
  const { inForce, open } = await readRulesPage(actor)
  if (open) throw redirect(href('/map/rules'))
  return { rules: inForce.rules, idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'releaseRule', 'insert')
  const read = await readForm(asked.request, proposeRulesFields, {
    check: (sound) => rulesProblems(sound).map(releaseRefusalWords),
  })
  if (!read.ok) return data({ form: read.form }, { status: 422 })
  const proposed = await proposeRules({ actor, now, key: read.key }, read.value)
  if (proposed.ok) return redirect(href('/map/rules', { done: 'proposed' }), 303)
  const { status, field, message } = releaseRefusalWords(proposed.refusal)
  return data({ form: withError(read.form, field, message) }, { status })
}

export default function ProposeRules() {
  const { rules, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? rulesAsForm(rules)
  return (
    <>
      <BackLink href={href('/map/rules')}>The rules of releases</BackLink>
      <PageTitle caption="Map">Propose new rules</PageTitle>
      <p className="govuk-body">New rules can protect people more than the first rules of the portal, never less.</p>
      <RulesForm form={form} idempotencyKey={idempotencyKey} />
    </>
  )
}
