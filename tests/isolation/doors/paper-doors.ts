import { givePaper } from '../../../app/features/papers/give-paper.server.ts'
import { makePaper } from '../../../app/features/papers/make-paper.server.ts'
import { markPaperInError } from '../../../app/features/papers/mark-paper-in-error.server.ts'
import { orderBraille } from '../../../app/features/papers/order-braille.server.ts'
import { recordSupportPack } from '../../../app/features/papers/record-support-pack.server.ts'
import { allocatedCase, allowed } from '../../support/cases.ts'
import { givingInput, madePaper, packInput } from '../../support/papers/papers.ts'
import type { Partners } from '../../support/referrals.ts'
import { asking, type World } from '../../support/world.ts'
import { type Doors, door } from './door.ts'

/** Papers made and given, and support packs. */
export function paperDoors(_: World, { worker }: Partners): Doors {
  async function withLeaflet() {
    const { caseId } = await allocatedCase(worker)
    await madePaper(worker, { caseId, paper: 'process_leaflet' })
    return caseId
  }

  return {
    'papers/make-paper': door('documentVersion', 'insert', worker, async () => {
      const { caseId } = await allocatedCase(worker)
      return (form) => makePaper(form, { caseId, paper: 'process_leaflet', language: 'en', format: 'standard' })
    }),
    'papers/give-paper': door('paperDelivery', 'insert', worker, async () => {
      const caseId = await withLeaflet()
      return (form) => givePaper(form, givingInput(caseId))
    }),
    'papers/mark-paper-in-error': door('paperDelivery', 'update', worker, async () => {
      const caseId = await withLeaflet()
      const { deliveryId } = allowed(await givePaper(asking(worker), givingInput(caseId)))
      return (form) => markPaperInError(form, { caseId, deliveryId, reason: 'not_given' })
    }),
    'papers/order-braille': door('caseFile', 'update', worker, async () => {
      const { caseId } = await allocatedCase(worker)
      return (form) => orderBraille(form, { caseId, paper: 'process_leaflet', language: 'en' })
    }),
    'papers/record-support-pack': door('supportPack', 'insert', worker, async () => {
      const { caseId } = await allocatedCase(worker)
      await madePaper(worker, { caseId, paper: 'support_pack' })
      return (form) => recordSupportPack(form, packInput(caseId))
    }),
  }
}
