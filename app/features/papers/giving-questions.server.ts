import { type DocumentKind, formatsOf } from '../../domain/papers/document-kind.ts'
import type { ReaderOfPaper } from '../../domain/papers/giving.ts'
import { formatsNeeded, needsTranslation, PAPER_FORMATS, TRANSLATED_BY } from '../../domain/papers/paper-format.ts'
import { PAPER_WAYS, safeWaysFor, waysFor } from '../../domain/papers/paper-way.ts'
import type { GivingQuestions } from './giving-fields.tsx'

/**
 * The answers to offer for a paper to this client: the safe ways. `allWays` is for a worker who says that it was given in
 * another way, which needs a reason.
 */
export function givingQuestions(paper: DocumentKind, reader: ReaderOfPaper, allWays: boolean): GivingQuestions {
  const chosen = <Id extends string>(ids: readonly Id[], labels: Readonly<Record<Id, { label: string }>>) =>
    ids.map((value) => ({ value, label: labels[value].label }))
  return {
    ways: chosen(allWays ? waysFor(paper, 'client') : safeWaysFor(paper, reader.safeContact), PAPER_WAYS),
    allWays,
    formats: chosen(formatsOf(paper), PAPER_FORMATS),
    needs: formatsNeeded(reader.communicationNeeds).map((format) => PAPER_FORMATS[format].inSentence),
    language: needsTranslation(reader.language, 'en') ? reader.language : '',
    translations: Object.entries(TRANSLATED_BY).map(([value, { label }]) => ({ value, label })),
  }
}
