import type { LoaderFunctionArgs } from '@remix-run/node'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { readCalendarEntry } from '../../../features/interview/calendar-entry.server.ts'

/** The appointment as a calendar file, whose name tells nothing of it either. */
export async function loader(args: LoaderFunctionArgs) {
  const reading = await requireCasework(args)
  const interviewId = uuidParam(args.params.interviewId)
  const page = await openCase(reading, uuidParam(args.params.caseId), async (tx, { caseId, reference }) => ({
    calendar: orNotFound(await readCalendarEntry(tx, reading.actor, { caseId, interviewId }, reference)),
  }))
  const { view, part } = orNotFound(page)
  return new Response(part.calendar, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="appointment-${view.reference}.ics"`,
      'Cache-Control': 'no-store',
    },
  })
}
