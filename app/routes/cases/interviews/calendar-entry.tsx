import type { LoaderFunctionArgs } from '@remix-run/node'
import { download } from '../../../access/export/download.server.ts'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { readCalendarEntry } from '../../../features/interview/calendar-entry.server.ts'

/** The appointment as a calendar file, whose name tells nothing of it either. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const interviewId = uuidParam(args.params.interviewId)
  return download(actor, async () => {
    const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async (tx, { caseId, reference }) => ({
      calendar: orNotFound(await readCalendarEntry(tx, actor, { caseId, interviewId }, reference)),
    }))
    const { view, part } = orNotFound(page)
    return { filename: `appointment-${view.reference}.ics`, content: part.calendar }
  })
}
