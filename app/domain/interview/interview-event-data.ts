/** Data of the events of an interview: ids, vocabulary words, instants and days. */
export interface InterviewEventData {
  'interview-arranged': { interviewId: string; startsAt: string; place: string; chosenBy: 'client' }
  /** `changed`: the names of the fields. */
  'interview-changed': { interviewId: string; startsAt: string; place: string; reason: string; changed: string[] }
  'interview-cancelled': { interviewId: string; startsAt: string; reason: string }
  'interview-section-saved': { interviewId: string; section: string; complete: boolean }
  'interview-held': { interviewId: string; heldAt: string }
  'need-booking-changed': { bookingId: string; interviewId: string; need: string; state: string; reason?: string }
  'process-explained': { interviewId: string; explainedOn: string; ways: string[]; format: string }
  'encouragement-given': { interviewId: string; givenOn: string; benefits: string[]; response: string }
}
