/** The data of events about papers: ids, vocabulary words and instants, never the name of a witness. */
export interface PaperEventData {
  'paper-given': GivenPaper
  /** Events of earlier releases say only which plan and when. */
  'plan-acknowledged': { planId: string; sentAt: string } & Partial<GivenPaper>
  'paper-entered-in-error': {
    deliveryId: string
    paper: string
    planId: string | null
    othersAt: string[]
    /** When the next version of the plan was agreed, if it was. */
    replacedAt?: string | null
    reason: string
  }
  /** A Braille copy is ordered from a transcriber, where the portal cannot make it. */
  'braille-ordered': { paper: string; language: string }
  'support-pack-given': SupportPackAnswers & { way: string; format: string; language: string } & AgainstAnswers
  'support-pack-declined': SupportPackAnswers
}

interface GivenPaper extends AgainstAnswers {
  deliveryId: string
  documentId: string | null
  paper: string
  recipient: string
  way: string
  format: string
  language: string
  givenAt: string
}

interface SupportPackAnswers {
  packId: string
  recipient: string
  recipientId: string
  givenAt: string
  given: string[]
  declined: string[]
}

/** The client’s safe-contact answers that the way went against. Absent for a safe way. */
interface AgainstAnswers {
  unsafeAnswers?: string[]
  unsafeReason?: string
}
