import type { Contactability } from '../cases/case-event.ts'
import { done, type Result, refused } from '../result.ts'
import type { InterviewPlace, InterviewState, PlaceChooser } from './interview-place.ts'
import type { InterviewSection, SectionProgress } from './interview-section.ts'
import type { InterviewNeed } from './need-booking.ts'

/** An interview as the pages of its case and other features see it. */
export interface InterviewOfCase {
  caseId: string
  interviewId: string
  startsAt: Date
  place: InterviewPlace
  state: InterviewState
  heldAt: Date | null
  sections: Record<InterviewSection, SectionProgress>
  /** Needs that are neither met nor given up by the client. */
  openNeeds: InterviewNeed[]
}

export type ArrangeRefusal =
  | { kind: 'place-not-chosen-by-client' }
  | { kind: 'place-detail-missing' }
  | { kind: 'companion-name-missing' }
  | { kind: 'contact-not-possible' }
  | { kind: 'case-closed' }

interface ArrangedPlace {
  place: InterviewPlace
  chosenBy: PlaceChooser
  placeDetail: string
}

/** The client chooses the place (R5): a place that we chose is no appointment. Elsewhere says where. */
export function decidePlace(
  held: { stage: 'open' | 'closed'; contactability: Contactability },
  { place, chosenBy, placeDetail }: ArrangedPlace,
): Result<{ place: InterviewPlace; chosenBy: 'client' }, ArrangeRefusal> {
  if (held.stage === 'closed') return refused({ kind: 'case-closed' })
  if (held.contactability !== 'possible') return refused({ kind: 'contact-not-possible' })
  if (chosenBy !== 'client') return refused({ kind: 'place-not-chosen-by-client' })
  if (place === 'elsewhere' && placeDetail === '') return refused({ kind: 'place-detail-missing' })
  return done({ place, chosenBy })
}
