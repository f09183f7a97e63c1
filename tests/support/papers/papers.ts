import { type GivePaperInput, givePaper } from '../../../app/features/papers/give-paper.server.ts'
import { makePaper } from '../../../app/features/papers/make-paper.server.ts'
import type { SupportPackInput } from '../../../app/features/papers/record-support-pack.server.ts'
import { allowed } from '../cases.ts'
import { asking, type Person } from '../world.ts'

const BY_HAND = {
  way: 'handed',
  format: 'standard',
  language: 'en',
  translatedBy: null,
  askedForFormat: false,
  notAtHome: false,
  givenAt: null,
  unsafeReason: null,
  unsafeConfirmed: false,
} as const

/** A paper handed to the client in standard print, now. */
export function givingInput(caseId: string, given: Partial<GivePaperInput> = {}): GivePaperInput {
  return { caseId, paper: 'process_leaflet', recipient: 'client', recipientName: '', ...BY_HAND, ...given }
}

/** Everything of a pack handed to the client. */
export function packInput(caseId: string, given: Partial<SupportPackInput> = {}): SupportPackInput {
  const all = { diary: 'given', pen: 'given', contacts: 'given', publicity: 'given', standards: 'given' } as const
  return { caseId, recipient: 'client', recipientName: '', ...all, ...BY_HAND, ...given }
}

type Made = Pick<GivePaperInput, 'caseId' | 'paper'> & { format?: GivePaperInput['format'] }

/** Makes a paper, as it must be before it can be given. */
export async function madePaper(by: Person, { format = 'standard', ...paper }: Made, now?: Date) {
  return allowed(await makePaper(asking(by, now), { ...paper, language: 'en', format }))
}

/** The leaflet as the client was given it, in a case whose support pack is made too. */
export async function givenLeaflet(by: Person, caseId: string, now?: Date) {
  await madePaper(by, { caseId, paper: 'support_pack' }, now)
  await madePaper(by, { caseId, paper: 'process_leaflet' }, now)
  return allowed(await givePaper(asking(by, now), givingInput(caseId)))
}
