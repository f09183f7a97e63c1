import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireBusinessWith } from '../access/require.server.ts'
import { decideRules, decideRulesFields } from '../features/hotspots/decide-rules.server.ts'
import { readRulesPage } from '../features/hotspots/read-rules-page.server.ts'
import { releaseRefusalWords } from '../features/hotspots/release-words.server.ts'
import { RulesList } from '../features/hotspots/rules-list.tsx'
import { BackLink } from '../ui/back-link.tsx'
import { Button } from '../ui/button.tsx'
import { documentTitle } from '../ui/document-title.ts'
import { Form } from '../ui/form.tsx'
import { EMPTY_FORM, withError } from '../ui/form-state.ts'
import { HiddenField } from '../ui/hidden-field.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { Radios } from '../ui/radios.tsx'
import { readForm } from '../ui/read-form.server.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Decide on rules of the map') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor } = await requireBusinessWith(asked, 'releaseRule', 'insert')
  const { version, rules, reason } = orNotFound((await readRulesPage(actor)).open)
  return { version, rules, reason, idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'releaseRule', 'insert')
  const read = await readForm(asked.request, decideRulesFields)
  if (!read.ok) return data({ form: read.form }, { status: 422 })
  const decided = await decideRules({ actor, now, key: read.key }, read.value)
  if (decided.ok) return redirect(`/map/rules?done=${read.value.decision}`, 303)
  const { status, field, message } = releaseRefusalWords(decided.refusal)
  return data({ form: withError(read.form, field, message) }, { status })
}

const CHOICES = [
  { value: 'in_force', label: 'They hold for releases built from now on' },
  { value: 'refused', label: 'The rules stay as they are' },
]

export default function DecideRules() {
  const { version, rules, reason, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <>
      <BackLink href="/map/rules">The rules of releases</BackLink>
      <PageTitle caption="Map">Decide on other rules</PageTitle>
      <p className="govuk-body">{reason}</p>
      <RulesList rules={rules} />
      <Form form={form} idempotencyKey={idempotencyKey}>
        <HiddenField name="version" value={String(version)} />
        <Radios form={form} name="decision" label="Which rules hold?" choices={CHOICES} />
        <Button>Decide</Button>
      </Form>
    </>
  )
}
