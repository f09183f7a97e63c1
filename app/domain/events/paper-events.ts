import { DOCUMENT_KINDS } from '../papers/document-kind.ts'
import { PAPER_ERROR_REASONS } from '../papers/paper-error.ts'
import type { PaperEventData } from '../papers/paper-event-data.ts'
import { PAPER_FORMATS, PAPER_LANGUAGES } from '../papers/paper-format.ts'
import { PAPER_WAYS } from '../papers/paper-way.ts'
import { SUPPORT_PACK_ITEMS } from '../papers/support-pack.ts'
import { undoAcknowledgement } from '../standards/acknowledgement-effect.ts'
import { lowerFirst } from '../text/first-letter.ts'
import { unsafeDetail } from './casework-events.ts'
import { type CaseEventTable, labelOf } from './event-row.ts'

/** Events about papers given, the acknowledgement of a plan, and support packs. */
export const PAPER_EVENTS = {
  'paper-given': {
    group: 'document',
    title: ({ paper, recipient }) => `Gave ${toWhom(recipient)} “${labelOf(DOCUMENT_KINDS, paper)}”`,
    detail: howGiven,
    notifies: 'nobody',
  },
  'plan-acknowledged': {
    group: 'standard',
    title: () => 'Acknowledgement of the action plan given',
    detail: ({ way = '', format = '', language = '', ...act }) =>
      way ? howGiven({ way, format, language, ...act }) : '',
    notifies: 'nobody',
  },
  'paper-entered-in-error': {
    group: 'document',
    title: ({ paper }) => `“${labelOf(DOCUMENT_KINDS, paper)}” was marked as entered in error`,
    detail: ({ reason }) => `${labelOf(PAPER_ERROR_REASONS, reason)}.`,
    clocks: undoAcknowledgement,
    notifies: 'nobody',
  },
  'braille-ordered': {
    group: 'document',
    title: ({ paper }) => `Ordered “${labelOf(DOCUMENT_KINDS, paper)}” in Braille`,
    notifies: 'nobody',
  },
  'support-pack-given': {
    group: 'document',
    title: ({ recipient }) => `Gave ${toWhom(recipient)} the support pack`,
    detail: ({ given, declined, ...act }) => [itemsInWords(given, declined), howGiven(act)].join(' '),
    notifies: 'nobody',
  },
  'support-pack-declined': {
    group: 'document',
    title: ({ recipient }) => `${recipient === 'witness' ? 'A witness' : 'The client'} declined the support pack`,
    detail: ({ given, declined }) => itemsInWords(given, declined),
    notifies: 'nobody',
  },
} satisfies Partial<CaseEventTable>

function toWhom(recipient: string): string {
  return recipient === 'witness' ? 'a witness' : 'the client'
}

type Act = Pick<PaperEventData['support-pack-given'], 'way' | 'format' | 'language' | 'unsafeAnswers' | 'unsafeReason'>

/** 'Posted. Large print, English.' and, for an unsafe way, the answers that it went against. */
function howGiven({ way, format, language, ...act }: Act): string {
  const paper = `${labelOf(PAPER_FORMATS, format)}, ${labelOf(PAPER_LANGUAGES, language)}.`
  return [`${labelOf(PAPER_WAYS, way)}. ${paper}`, unsafeDetail(act)].filter(Boolean).join(' ')
}

function itemsInWords(given: readonly string[], declined: readonly string[]): string {
  const named = (items: readonly string[]) =>
    items.map((item) => lowerFirst(labelOf(SUPPORT_PACK_ITEMS, item))).join(', ')
  const parts = [
    given.length > 0 ? `Given: ${named(given)}.` : '',
    declined.length > 0 ? `Declined: ${named(declined)}.` : '',
  ]
  return parts.filter(Boolean).join(' ')
}
