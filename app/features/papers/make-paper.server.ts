import { asActor } from '../../../db/as-actor.ts'
import { lockCase } from '../../../db/lock-case.ts'
import { ifMay, mayInsert } from '../../access/ability.ts'
import { keepDocument } from '../../documents/keep-document.server.ts'
import { BrailleUnavailable } from '../../documents/write-braille.server.ts'
import { UnprintablePaper } from '../../documents/write-pdf.server.ts'
import { type DocumentKind, fileNameOf, formatsOf } from '../../domain/papers/document-kind.ts'
import type { PaperFormat, PaperLanguage } from '../../domain/papers/paper-format.ts'
import type { Reading } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { PAPER_CONTENT, type PaperContent } from './paper-content.server.ts'

export interface PaperToMake {
  caseId: string
  paper: DocumentKind
  language: PaperLanguage
  format: PaperFormat
}

export interface MadePaper {
  filename: ReturnType<typeof fileNameOf>
  content: Uint8Array<ArrayBuffer>
}

export type MakePaperRefusal =
  | { kind: 'not-found' }
  | { kind: 'contact-not-possible' }
  | { kind: 'no-plan' }
  | { kind: 'plan-not-agreed' }
  | { kind: 'no-such-format' }
  | { kind: 'braille-not-installed' }
  /** The fonts lack letters of what was typed, not only of a name. */
  | { kind: 'unprintable' }

/** Makes a paper of a case as a file, and stores that it was made. */
export function makePaper(
  asking: Reading,
  { caseId, paper, language, format }: PaperToMake,
): Promise<Result<MadePaper, MakePaperRefusal>> {
  return asActor(asking.actor, async (tx) => {
    const { actor } = asking
    const held = ifMay(actor, 'select', 'caseFile', await lockCase(tx, actor, caseId))
    if (!held || !mayInsert(actor, 'documentVersion', { agencyId: held.agencyId, madeBy: actor.staffId }))
      return refused({ kind: 'not-found' })
    if (!formatsOf(paper).includes(format)) return refused({ kind: 'no-such-format' })
    const content = await PAPER_CONTENT[paper](tx, actor, held, { language, format })
    if ('kind' in content) return refused(content)
    const keep = (named: boolean) =>
      keepDocument(tx, asking, { caseId, kind: paper, language, format, ...contentOf(content, named) })
    try {
      // If the fonts lack letters of a name, make the paper without names: better than no paper.
      const file = await keep(true).catch((error) => {
        if (error instanceof UnprintablePaper) return keep(false)
        throw error
      })
      return done({ filename: fileNameOf(paper, format, held.reference), content: file })
    } catch (error) {
      if (error instanceof BrailleUnavailable) return refused({ kind: 'braille-not-installed' })
      if (error instanceof UnprintablePaper) return refused({ kind: 'unprintable' })
      throw error
    }
  })
}

function contentOf({ planId, write }: PaperContent, named: boolean) {
  return { planId, paper: (madeOn: Parameters<typeof write>[0]['madeOn']) => write({ named, madeOn }) }
}
