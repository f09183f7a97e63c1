import { randomUUID } from 'node:crypto'
import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, whoMay } from '../../../access/require.server.ts'
import { RELEASE_REFUSALS } from '../../../features/hotspots/releases/refusal-words.server.ts'
import { decideRules, decideRulesInput } from '../../../features/hotspots/rules/decide-rules.server.ts'
import { readRulesPage } from '../../../features/hotspots/rules/read-rules-page.server.ts'
import { RulesChanges } from '../../../features/hotspots/rules/rules-changes.tsx'
import { Form } from '../../../forms/form.tsx'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { HiddenField } from '../../../forms/hidden-field.tsx'
import { href } from '../../../href.ts'
import { Button } from '../../../ui/button.tsx'
import { Radios } from '../../../ui/fields/radios.tsx'
import { BackLink } from '../../../ui/layout/back-link.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { PageTitle } from '../../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Decide on new rules for releases') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireBusinessWith(args, 'releaseRule', 'update')
  const { open, inForce } = await readRulesPage(actor)
  if (!open?.mayDecide) throw redirect(href('/map/rules'))
  const { version, rules, reason, effect } = open
  return { version, rules, reason, effect, inForce: inForce.rules, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('update', 'releaseRule'),
  input: decideRulesInput,
  run: decideRules,
  next: ({ decision }) => href('/map/rules', { done: decision }),
  refusals: RELEASE_REFUSALS,
})

const CHOICES = [
  { value: 'in_force', label: 'Accept: the new rules apply to releases built from now on' },
  { value: 'refused', label: 'Refuse: the rules stay as they are' },
]

export default function DecideRules() {
  const { version, rules, reason, effect, inForce, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <>
      <BackLink href={href('/map/rules')}>Rules for releases</BackLink>
      <PageTitle caption="Map">Decide on new rules</PageTitle>
      <p className="govuk-body">{reason}</p>
      <RulesChanges from={inForce} to={rules} effect={effect} />
      <Form form={form} idempotencyKey={idempotencyKey}>
        <HiddenField name="version" value={String(version)} />
        <Radios form={form} name="decision" label="Do you accept the new rules?" choices={CHOICES} />
        <Button>Record my decision</Button>
      </Form>
    </>
  )
}
