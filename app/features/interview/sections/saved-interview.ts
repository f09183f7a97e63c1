import type { InterviewSection, SectionAnswers } from '../../../domain/interview/interview-section.ts'
import type { BookingState, InterviewNeed, WithoutReason } from '../../../domain/interview/need-booking.ts'

/** An agency that could help, with what it offers. */
export interface HelpToOffer {
  agencyId: string
  name: string
  offers: string
}

/** A heading with sentences that the case already knows, so that nobody asks for them again. */
export interface KnownFact {
  heading: string
  sentences: readonly string[]
}

/** What is saved of an interview and known in its case, from which the pages of its form are made. */
export interface SavedInterview {
  language: string
  /** The formats that the client needs for papers, in words. */
  needs: readonly InterviewNeed[]
  bookings: readonly { need: InterviewNeed; state: BookingState; reason: WithoutReason | null }[]
  sections: Readonly<Partial<Record<InterviewSection, SectionAnswers>>>
  wishes: string
  help: readonly HelpToOffer[]
  known: Readonly<Partial<Record<InterviewSection, readonly KnownFact[]>>>
}

/** The answers of a section; empty before it was saved. */
export function answersOfSection({ sections }: SavedInterview, section: InterviewSection): SectionAnswers {
  return sections[section] ?? {}
}
