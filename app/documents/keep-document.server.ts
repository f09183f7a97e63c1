import { createHash, randomUUID } from 'node:crypto'
import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { documentVersion } from '../../db/schema/document.ts'
import type { DocumentKind } from '../domain/papers/document-kind.ts'
import type { PaperFormat, PaperLanguage } from '../domain/papers/paper-format.ts'
import type { Actor, Reading } from '../domain/partnership/actor.ts'
import { type CalendarDay, londonDayOf } from '../domain/time/calendar-day.ts'
import { recordEvent } from '../timeline/record-event.server.ts'
import type { Paper } from './paper.ts'
import { PAPER_TEMPLATE } from './paper-template.ts'
import { writeBraille } from './write-braille.server.ts'
import { writePdf } from './write-pdf.server.ts'

export interface DocumentToMake {
  caseId: string
  kind: DocumentKind
  language: PaperLanguage
  format: PaperFormat
  /** The action plan that the paper is about. */
  planId?: string
  /** The content of the paper, with this day as its date. */
  paper: (madeOn: CalendarDay) => Paper
}

const TEMPLATE_VERSION = sha256(PAPER_TEMPLATE).slice(0, 16)

/**
 * Makes the file of a paper, a PDF or Braille, and stores it as a version of the case’s document. If the newest version
 * has the same content, that version is made again with its first date and the same bytes. The caller must hold the lock
 * on the case, so that two downloads at once make one version.
 * @throws UnprintablePaper, BrailleUnavailable
 */
export async function keepDocument(
  tx: Tx,
  asking: Reading,
  document: DocumentToMake,
): Promise<Uint8Array<ArrayBuffer>> {
  const { actor, now } = asking
  const { caseId, kind, language, format, planId = null, paper } = document
  const today = londonDayOf(now)
  const made = { kind, language, format, planId, templateVersion: TEMPLATE_VERSION }
  const version = { ...made, contentSha256: contentHash(document) }
  const stored = await findStored(tx, actor, { caseId, ...version })
  if (stored) {
    const sameFile = await writeFile(paper(londonDayOf(stored.madeAt)), format)
    // A newer compiler may lay out the same text differently. Then the file differs, and it becomes a new version.
    if (sha256(sameFile) === stored.pdfSha256) {
      const data = { what: 'document', documentId: stored.documentId } as const
      await recordEvent(tx, asking, { kind: 'record-consulted', caseId, subjectId: stored.documentId, data })
      return sameFile
    }
  }
  const file = await writeFile(paper(today), format)
  const documentId = randomUUID()
  const newVersion = { documentId, pdfSha256: sha256(file), madeBy: actor.staffId, madeAt: now }
  await tx.insert(documentVersion).values({ agencyId: actor.agencyId, caseId, ...version, ...newVersion })
  const data = { documentId, documentKind: kind, language, format, sha256: newVersion.pdfSha256 }
  await recordEvent(tx, asking, { kind: 'document-made', caseId, subjectId: documentId, data })
  return file
}

/** Only Easy Read has words of its own; Braille says what standard print says. */
function writeFile(paper: Paper, format: PaperFormat): Promise<Uint8Array<ArrayBuffer>> {
  return format === 'braille' ? writeBraille(paper) : writePdf(paper, format)
}

type VersionKey = Pick<
  typeof documentVersion.$inferSelect,
  'caseId' | 'kind' | 'language' | 'format' | 'planId' | 'templateVersion' | 'contentSha256'
>

async function findStored(tx: Tx, { agencyId }: Actor, version: VersionKey) {
  const [stored] = await tx
    .select()
    .from(documentVersion)
    .where(
      and(
        eq(documentVersion.agencyId, agencyId),
        eq(documentVersion.caseId, version.caseId),
        eq(documentVersion.kind, version.kind),
        eq(documentVersion.language, version.language),
        eq(documentVersion.format, version.format),
        version.planId ? eq(documentVersion.planId, version.planId) : isNull(documentVersion.planId),
        eq(documentVersion.templateVersion, version.templateVersion),
        eq(documentVersion.contentSha256, version.contentSha256),
      ),
    )
    .orderBy(desc(documentVersion.madeAt))
    .limit(1)
  return stored
}

/** A hash of the whole paper except its date, so that the same content on another day counts as the same document. */
function contentHash({ paper }: DocumentToMake): string {
  return sha256(JSON.stringify(paper(ANY_DAY)))
}

const ANY_DAY = '2000-01-01' as CalendarDay

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
