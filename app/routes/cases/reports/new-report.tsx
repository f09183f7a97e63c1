import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCasework } from '../../../access/require.server.ts'
import { startCasework } from '../../../features/casework/allocation/start-casework.server.ts'
import { checkReport } from '../../../features/intake/check-report.server.ts'
import { readReportForm } from '../../../features/intake/read-report-form.server.ts'
import { REPORT_REFUSALS } from '../../../features/intake/refusal-words.server.ts'
import { ReportForm } from '../../../features/intake/report-form.tsx'
import { type Saved, saveReport } from '../../../features/intake/save-report.server.ts'
import { type AfterSaving, takeReportInput } from '../../../features/intake/take-report.server.ts'
import { reportUrgentWork } from '../../../features/repairs/report-repair.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { filledWith } from '../../../forms/form-state.ts'
import { KeptDraft } from '../../../forms/kept-draft.tsx'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { PageTitle } from '../../../ui/layout/page-title.tsx'
import { WarningText } from '../../../ui/warning-text.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Take a report') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  return readReportForm({ actor, now })
}

export const action = formAction({
  who: requireCasework,
  input: takeReportInput,
  check: (sound, asker) => checkReport(asker, sound),
  run: (asker, sent) => saveReport(asker, sent, afterSaving),
  next: (_, saved) => href('/cases/:caseId', { caseId: saved.caseId }, { done: doneCode(saved) }),
  refusals: REPORT_REFUSALS,
  shows: (refusal) => ({ lookalikes: refusal?.kind === 'perhaps-known' ? refusal.lookalikes : [] }),
})

const afterSaving: AfterSaving = async (...saved) => {
  await reportUrgentWork(...saved)
  return startCasework(...saved)
}

function doneCode({ opened, factsAdded }: Saved): string {
  if (opened) return 'report'
  return factsAdded ? 'incident-and-facts' : 'incident'
}

/** Most reports come by phone, so a new form proposes it. */
const FRESH = filledWith({ channel: 'phone' })

export default function TakeReport() {
  const { offered, draft, postcodes, idempotencyKey, now } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const form = answer?.form ?? (draft ? filledWith(draft.fields) : FRESH)
  return (
    <>
      {draft && !answer ? <KeptDraft of={{ form: 'report' }} savedAt={draft.savedAt} now={now} /> : null}
      <PageTitle>Take a report</PageTitle>
      <WarningText>
        If anyone is in danger now, call 999 first. If a child or an adult at risk may be harmed, tell your safeguarding
        lead today.
      </WarningText>
      <ReportForm
        key={draft?.savedAt.getTime() ?? 'fresh'}
        form={form}
        idempotencyKey={idempotencyKey}
        offered={offered}
        lookalikes={answer?.lookalikes ?? []}
        now={now}
        postcodes={postcodes}
      />
    </>
  )
}
