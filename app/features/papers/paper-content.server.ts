import type { Tx } from '../../../db/as-actor.ts'
import type { Paper } from '../../documents/paper.ts'
import { acknowledgementPaper, actionPlanPaper } from '../../documents/papers/plan-papers.ts'
import { processLeafletPaper } from '../../documents/papers/process-leaflet.ts'
import { withoutNames } from '../../documents/papers/report-received.ts'
import { reportReceivedPaper } from '../../documents/papers/report-received-paper.ts'
import { supportPackPaper } from '../../documents/papers/support-pack-paper.ts'
import type { DocumentKind } from '../../domain/papers/document-kind.ts'
import type { PaperFormat, PaperLanguage } from '../../domain/papers/paper-format.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import type { LockedCase } from './paper-case.ts'
import { readAgencyOnPaper, readUsefulContacts } from './read-agency-on-paper.server.ts'
import { planWithoutNames, readPlanOnPaper } from './read-plan-on-paper.server.ts'
import { readReportLetter } from './report-letter/read-report-letter.server.ts'

export interface PaperContent {
  /** The plan that the paper is about. */
  planId?: string
  /** `named`: with the names of people. */
  write: (asked: { named: boolean; madeOn: CalendarDay }) => Paper
}

type NoContent = { kind: 'contact-not-possible' } | { kind: 'no-plan' } | { kind: 'plan-not-agreed' }

interface AskedFor {
  language: PaperLanguage
  format: PaperFormat
}

type ReadContent = (tx: Tx, actor: Actor, held: LockedCase, asked: AskedFor) => Promise<PaperContent | NoContent>

/** What each paper of a case says, read now; or why there is nothing to say. */
export const PAPER_CONTENT: Readonly<Record<DocumentKind, ReadContent>> = {
  report_received: async (tx, _, held, { language }) => {
    if (held.contactability !== 'possible') return { kind: 'contact-not-possible' }
    const letter = await readReportLetter(tx, held)
    return {
      write: ({ named, madeOn }) => reportReceivedPaper(named ? letter : withoutNames(letter), language, madeOn),
    }
  },
  process_leaflet: async (tx, _, held, { language, format }) => {
    const { investigates, ...agency } = await readAgencyOnPaper(tx, held.agencyId)
    return { write: () => processLeafletPaper({ agency, investigates }, language, format) }
  },
  support_pack: async (tx, _, held, { language, format }) => {
    const { investigates: _investigates, ...agency } = await readAgencyOnPaper(tx, held.agencyId)
    const contacts = await readUsefulContacts(tx, held.agencyId)
    return { write: () => supportPackPaper({ agency, contacts }, language, format) }
  },
  action_plan: async (tx, actor, held, { language, format }) => {
    const found = await readPlanOnPaper(tx, actor, held)
    if (!found) return { kind: 'no-plan' }
    const { planId, plan } = found
    return { planId, write: ({ named }) => actionPlanPaper(named ? plan : planWithoutNames(plan), language, format) }
  },
  acknowledgement: async (tx, actor, held, { language, format }) => {
    const found = await readPlanOnPaper(tx, actor, held)
    if (!found?.plan.agreedOn) return { kind: 'plan-not-agreed' }
    const { planId, plan } = found
    const { agreedOn } = found.plan
    const write: PaperContent['write'] = ({ named, madeOn }) =>
      acknowledgementPaper({ ...(named ? plan : planWithoutNames(plan)), agreedOn }, language, format, madeOn)
    return { planId, write }
  },
}
