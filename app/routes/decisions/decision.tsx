import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCasework, uuidParam } from '../../access/require.server.ts'
import { DecisionPage } from '../../features/decisions/decision-page.tsx'
import { makeDecision, makeDecisionInput } from '../../features/decisions/make-decision.server.ts'
import { readDecision } from '../../features/decisions/read-decision.server.ts'
import { DECISION_REFUSALS } from '../../features/decisions/refusal-words.server.ts'
import { lowerRiskAsDecided } from '../../features/risk/change-risk-level.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { NotificationBanner } from '../../ui/layout/notification-banner.tsx'
import { ownEntry } from '../../ui/own-entry.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Request to a manager') }]

const DONE: Readonly<Record<string, string>> = {
  asked: 'Your request waits for a manager, who must be someone else.',
  yes: 'You said yes. The person who asked is notified.',
  no: 'You said no. The person who asked is notified of the reason.',
  asked_back: 'The person who asked is notified of your question.',
  recorded: 'You recorded the dates.',
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const decision = await readDecision({ actor, now }, uuidParam(args.params.decisionId))
  const said = ownEntry(DONE, new URL(args.request.url).searchParams.get('done')) ?? null
  return { decision, said, now, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['decisionId'],
  input: makeDecisionInput,
  run: (asker, sent) => makeDecision(asker, sent, lowerRiskAsDecided),
  next: ({ decisionId }, { decision }) => href('/decisions/:decisionId', { decisionId }, { done: decision }),
  refusals: DECISION_REFUSALS,
})

export default function DecisionRoute() {
  const { decision, said, now, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <>
      {said ? <NotificationBanner heading={said} /> : null}
      {form.errors.length > 0 && !decision.mayDecide ? (
        <NotificationBanner kind="news" heading={form.errors[0]?.message ?? ''} />
      ) : null}
      <DecisionPage decision={decision} form={form} idempotencyKey={idempotencyKey} now={now} />
    </>
  )
}
