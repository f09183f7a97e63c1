import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { answersFor, OPTION_ANSWERS, OPTIONS } from '../../../domain/options/option.ts'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { answerOption, answerOptionInput, isOption } from '../../../features/options/answer-option.server.ts'
import { OptionForm } from '../../../features/options/option-form.tsx'
import { OptionFormPage } from '../../../features/options/option-form-page.tsx'
import { OPTION_TEXTS } from '../../../features/options/option-texts.server.ts'
import { OPTION_REFUSALS } from '../../../features/options/refusal-words.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('What the client says about an option') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const option = orNotFound(args.params.option && isOption(args.params.option) ? args.params.option : null)
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async () => ({}))
  return {
    ...orNotFound(page),
    label: OPTIONS[option].label,
    text: OPTION_TEXTS[option],
    answers: answersFor(option).map((value) => ({ value, label: OPTION_ANSWERS[value].label })),
    idempotencyKey: randomUUID(),
  }
}

export const action = formAction({
  who: async (args) => ({ ...(await requireCasework(args)), option: args.params.option ?? '' }),
  params: ['caseId'],
  input: answerOptionInput,
  run: (asker, sent) => answerOption(asker, { ...sent, option: asker.option }),
  next: ({ caseId }) => href('/cases/:caseId/options', { caseId }, { done: 'answered' }),
  refusals: OPTION_REFUSALS,
})

export default function Option() {
  const { view, label, text, answers, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <OptionFormPage caseId={view.caseId} reference={view.reference} title={label}>
      <OptionForm form={form} text={text} answers={answers} idempotencyKey={idempotencyKey} />
    </OptionFormPage>
  )
}
