import { done, type Result, refused } from '../result.ts'
import type { Contactability } from './case-event.ts'
import type { ContactChannel } from './contact.ts'
import type { ReportChannel, ReporterRole } from './report.ts'

/** What the person who records a report may also do in the same step. */
export interface StartOfCasework {
  takeCase: boolean
  spokeNow: boolean
}

interface TakenReport extends StartOfCasework {
  channel: ReportChannel
  reporterRole: ReporterRole
  contactable: Contactability
}

export interface CaseworkNotStarted {
  kind: 'casework-not-started'
  field: 'takeCase' | 'spokeNow'
  message: string
}

export const CASE_WORKER_NEEDED: CaseworkNotStarted = {
  kind: 'casework-not-started',
  field: 'takeCase',
  message: 'Select “I will be the case worker” too: a client you have reached needs a named case worker',
}

/** Channels through which staff speak with the reporter. */
const SPOKEN: Partial<Record<ReportChannel, ContactChannel>> = { phone: 'phone', in_person: 'in_person' }

/**
 * What follows a report in the same step: who takes the case, and whether the client was reached. A contact needs a
 * named case worker (R6), and the client must be the one who reports, by phone or in person.
 */
export function decideStart(
  report: TakenReport,
): Result<{ takes: boolean; spokeBy: ContactChannel | null }, CaseworkNotStarted> {
  const { takeCase, spokeNow, channel, reporterRole, contactable } = report
  if (!spokeNow) return done({ takes: takeCase, spokeBy: null })
  const spokeBy = SPOKEN[channel]
  if (reporterRole !== 'victim' || contactable !== 'possible' || !spokeBy) {
    const message = 'You can record this only if the client reports by phone or in person'
    return refused({ kind: 'casework-not-started', field: 'spokeNow', message })
  }
  return done({ takes: takeCase, spokeBy })
}
