import type { SafeContact, SafetyQuestionId } from '../cases/safe-contact.ts'
import type { DocumentKind } from './document-kind.ts'

export const PAPER_WAYS = {
  handed: { label: 'Handed to them' },
  collected: { label: 'They collected it' },
  held: { label: 'Held at our office for them to collect' },
  read_aloud: { label: 'Read aloud to them' },
  emailed: { label: 'E-mailed by the case worker' },
  posted: { label: 'Posted' },
} as const satisfies Record<string, { label: string }>

export type PaperWay = keyof typeof PAPER_WAYS

const PAPER_WAY_IDS = Object.keys(PAPER_WAYS) as PaperWay[]

export const PAPER_RECIPIENTS = {
  client: { label: 'The client' },
  witness: { label: 'A witness' },
} as const satisfies Record<string, { label: string }>

export type PaperRecipient = keyof typeof PAPER_RECIPIENTS

const LEAVES_A_TRACE = {
  emailed: { answer: 'safeToEmail', about: 'email' },
  posted: { answer: 'safeToPost', about: 'address' },
} as const satisfies Partial<Record<PaperWay, { answer: SafetyQuestionId; about: keyof SafeContact }>>

/**
 * The client's answer that a way goes against; none for a safe way. Not asked counts as unsafe: anyone at home can open
 * a letter, and a mailbox may be shared.
 */
export function unsafeAnswersOfWay(safe: SafeContact, way: PaperWay): SafetyQuestionId[] {
  const trace = way === 'emailed' || way === 'posted' ? LEAVES_A_TRACE[way] : null
  return trace && safe[trace.answer] !== 'yes' ? [trace.answer] : []
}

/** We hold no way to reach a witness safely, so a witness gets a paper in person. */
const IN_PERSON: readonly PaperWay[] = ['handed', 'collected', 'held', 'read_aloud']

/** The standard promises to send the acknowledgement. Reading it aloud leaves the client without it (I4b). */
export function waysFor(paper: DocumentKind, recipient: PaperRecipient): readonly PaperWay[] {
  const ways = recipient === 'witness' ? IN_PERSON : PAPER_WAY_IDS
  return paper === 'acknowledgement' ? ways.filter((way) => way !== 'read_aloud') : ways
}

/** The ways to offer on a page: those that the client called safe. */
export function safeWaysFor(paper: DocumentKind, safe: SafeContact): PaperWay[] {
  return waysFor(paper, 'client').filter((way) => unsafeAnswersOfWay(safe, way).length === 0)
}
