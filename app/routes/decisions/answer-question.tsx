import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCasework, uuidParam } from '../../access/require.server.ts'
import { answerQuestion, answerQuestionInput } from '../../features/decisions/answer-question.server.ts'
import { AnswerBackForm } from '../../features/decisions/follow-up-forms.tsx'
import { readDecision } from '../../features/decisions/read-decision.server.ts'
import { DECISION_REFUSALS } from '../../features/decisions/refusal-words.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Answer the manager’s question') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const decision = await readDecision({ actor, now }, uuidParam(args.params.decisionId))
  return { decision, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['decisionId'],
  input: answerQuestionInput,
  run: answerQuestion,
  next: (_, { decisionId }) => href('/decisions/:decisionId', { decisionId }, { done: 'asked' }),
  refusals: DECISION_REFUSALS,
})

export default function AnswerManager() {
  const { decision, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return <AnswerBackForm decision={decision} form={form} idempotencyKey={idempotencyKey} />
}
