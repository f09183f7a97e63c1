import type { CaseEventData, CaseEventKind } from '../../app/domain/cases/case-event.ts'
import { eventInWords } from '../../app/domain/events/event-table.ts'

const NAMES = {
  staff: (staffId: string) => `Person ${staffId}`,
  agency: (agencyId: string) => `Agency ${agencyId}`,
  referral: (referralId: string) => `R-${referralId}`,
}

/** Title and detail of an event as the timeline shows them, on one line. */
export function eventWords<Kind extends CaseEventKind>(kind: Kind, data: CaseEventData[Kind]): string {
  const { title, detail } = eventInWords(kind, data, NAMES)
  return [title, detail].filter(Boolean).join(' | ')
}
