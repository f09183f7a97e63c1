import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { CaseFormPage } from '../../../features/casework/file/case-form-page.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { BookingForm } from '../../../features/interview/booking-form.tsx'
import { changeBooking, changeBookingInput } from '../../../features/interview/change-booking.server.ts'
import { readBooking } from '../../../features/interview/read-booking.server.ts'
import { INTERVIEW_REFUSALS } from '../../../features/interview/refusal-words.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { filledWith } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { Instant } from '../../../ui/time/time.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Book what a client needs') }]

export async function loader(args: LoaderFunctionArgs) {
  const reading = await requireCasework(args)
  const bookingId = uuidParam(args.params.bookingId)
  const page = await openCase(reading, uuidParam(args.params.caseId), async (tx, { caseId, client: { language } }) =>
    orNotFound(await readBooking(tx, reading.actor, { caseId, bookingId, language })),
  )
  return { ...orNotFound(page), now: reading.now.toISOString() }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId', 'bookingId'],
  input: changeBookingInput,
  run: changeBooking,
  next: ({ caseId }, { interviewId }) =>
    href('/cases/:caseId/interviews/:interviewId', { caseId, interviewId }, { done: 'booked' }),
  refusals: INTERVIEW_REFUSALS,
})

export default function NeedBooking() {
  const { view, part, now } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? filledWith(part.values)
  return (
    <CaseFormPage caseId={view.caseId} reference={view.reference} title={part.need}>
      <p className="govuk-body">
        For the interview <Instant at={part.startsAt} now={now} />.
      </p>
      <BookingForm
        form={form}
        idempotencyKey={part.idempotencyKey}
        seenVersion={part.seenVersion}
        choices={part.choices}
      />
    </CaseFormPage>
  )
}
