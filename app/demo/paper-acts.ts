import type { DocumentKind } from '../domain/papers/document-kind.ts'
import type { PaperFormat, TranslatedBy } from '../domain/papers/paper-format.ts'
import type { PaperWay } from '../domain/papers/paper-way.ts'
import { givePaper, givePaperInput } from '../features/papers/give-paper.server.ts'
import { makePaper } from '../features/papers/make-paper.server.ts'
import { recordSupportPack, supportPackInput } from '../features/papers/record-support-pack.server.ts'
import { type Ask, valueOrThrow } from './ask.ts'
import type { StoryCase } from './story-types.ts'

interface StoryGiving {
  format?: PaperFormat
  way?: PaperWay
  translatedBy?: TranslatedBy
}

/** Papers: made, then given in a safe way. */
export function paperActs(ask: Ask) {
  const make = async ({ caseId, worker }: StoryCase, paper: DocumentKind, format: PaperFormat) =>
    valueOrThrow(await makePaper(ask(worker), { caseId, paper, language: 'en', format }))
  return {
    givePaper: async (file: StoryCase, paper: DocumentKind, given: StoryGiving = {}) => {
      const { format = 'standard', way = 'handed' } = given
      await make(file, paper, format)
      const input = givePaperInput.parse({ ...given, format, way, language: 'en' })
      valueOrThrow(await givePaper(ask(file.worker), { ...input, caseId: file.caseId, paper }))
    },
    givePack: async (
      file: StoryCase,
      { declined = [], ...given }: StoryGiving & { declined?: readonly string[]; to?: string } = {},
    ) => {
      const { format = 'standard', way = 'handed', to = '' } = given
      await make(file, 'support_pack', format)
      const items = ['diary', 'pen', 'contacts', 'publicity', 'standards']
      const answers = Object.fromEntries(items.map((item) => [item, declined.includes(item) ? 'declined' : 'given']))
      const recipient = to ? { recipient: 'new', recipientName: to } : { recipient: 'client' }
      const input = supportPackInput.parse({ ...given, ...answers, ...recipient, format, way, language: 'en' })
      valueOrThrow(await recordSupportPack(ask(file.worker), { ...input, caseId: file.caseId }))
    },
  }
}
