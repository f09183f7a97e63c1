import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { DECISION_KINDS } from '../../../domain/decisions/decision-request.ts'
import { lowerFirst } from '../../../domain/text/first-letter.ts'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import {
  askDecision,
  askDecisionInput,
  askDecisionProblems,
  isDecisionKind,
} from '../../../features/decisions/ask-decision.server.ts'
import { AskForm } from '../../../features/decisions/ask-form.tsx'
import { askFormWords } from '../../../features/decisions/ask-words.server.ts'
import { DECISION_REFUSALS } from '../../../features/decisions/refusal-words.server.ts'
import { OptionFormPage } from '../../../features/options/option-form-page.tsx'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Ask a manager') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const kind = orNotFound(args.params.kind && isDecisionKind(args.params.kind) ? args.params.kind : null)
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async () => ({}))
  return {
    ...orNotFound(page),
    title: `Ask a manager: ${lowerFirst(DECISION_KINDS[kind].label)}`,
    words: askFormWords(kind),
    isAboutRisk: kind === 'lower_risk',
    idempotencyKey: randomUUID(),
  }
}

export const action = formAction({
  who: async (args) => ({ ...(await requireCasework(args)), kind: args.params.kind ?? '' }),
  params: ['caseId'],
  input: askDecisionInput,
  check: (sound, { kind }) => askDecisionProblems(kind, sound),
  run: (asker, sent) => askDecision(asker, { ...sent, kind: asker.kind }),
  next: (_, { decisionId }) => href('/decisions/:decisionId', { decisionId }, { done: 'asked' }),
  refusals: DECISION_REFUSALS,
})

export default function AskManager() {
  const { view, title, words, isAboutRisk, idempotencyKey } = useLoaderData<typeof loader>()
  const { caseId, reference } = view
  const risk = { href: href('/cases/:caseId/risk', { caseId }), label: 'Risk' }
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <OptionFormPage caseId={caseId} reference={reference} title={title} {...(isAboutRisk && { back: risk })}>
      <p className="govuk-body">A manager who is not you decides. Nothing happens until then.</p>
      <AskForm form={form} words={words} idempotencyKey={idempotencyKey} />
    </OptionFormPage>
  )
}
