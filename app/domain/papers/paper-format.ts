import type { CommunicationNeedId } from '../cases/communication-need.ts'

/** How a paper is set. Only Easy Read has words of its own; the others say the same in another form. */
export const PAPER_FORMATS = {
  standard: { label: 'Standard print', inSentence: 'standard print' },
  large_print: { label: 'Large print', inSentence: 'large print' },
  easy_read: { label: 'Easy Read', inSentence: 'Easy Read' },
  braille: { label: 'Braille', inSentence: 'Braille' },
} as const satisfies Record<string, { label: string; inSentence: string }>

export type PaperFormat = keyof typeof PAPER_FORMATS

export const PAPER_FORMAT_IDS = Object.keys(PAPER_FORMATS) as PaperFormat[]

export function isPaperFormat(text: string): text is PaperFormat {
  return Object.hasOwn(PAPER_FORMATS, text)
}

/** The languages with words for every paper. */
export const PAPER_LANGUAGES = { en: { label: 'English' } } as const satisfies Record<string, { label: string }>

export type PaperLanguage = keyof typeof PAPER_LANGUAGES

export function isPaperLanguage(text: string): text is PaperLanguage {
  return Object.hasOwn(PAPER_LANGUAGES, text)
}

const FORMAT_OF_NEED: Partial<Record<CommunicationNeedId, PaperFormat>> = {
  large_print: 'large_print',
  braille: 'braille',
  easy_read: 'easy_read',
}

/** The formats that the client needs, of those that papers have; empty if standard print will do (G6). */
export function formatsNeeded(needs: readonly string[]): PaperFormat[] {
  return PAPER_FORMAT_IDS.filter((format) =>
    needs.some((need) => FORMAT_OF_NEED[need as CommunicationNeedId] === format),
  )
}

/** How a paper in English was made understood by a client who reads another language (G5). */
export const TRANSLATED_BY = {
  interpreter: { label: 'An interpreter read it to them' },
  translation: { label: 'They have a written translation' },
  reads_english: { label: 'They said that they read English' },
  own_person: { label: 'They asked to have someone of their own read it to them' },
} as const satisfies Record<string, { label: string }>

export type TranslatedBy = keyof typeof TRANSLATED_BY

/** Whether the client reads another language than the paper's, as far as they were asked. */
export function needsTranslation(clientLanguage: string, paperLanguage: PaperLanguage): boolean {
  return clientLanguage !== '' && clientLanguage !== PAPER_LANGUAGES[paperLanguage].label
}
