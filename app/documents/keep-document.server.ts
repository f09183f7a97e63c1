import { createHash, randomUUID } from 'node:crypto'
import { and, desc, eq } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { documentVersion } from '../../db/schema/document.ts'
import type { DocumentKind } from '../domain/papers/document-kind.ts'
import type { Actor, Reading } from '../domain/partnership/actor.ts'
import { type CalendarDay, londonDayOf } from '../domain/time/calendar-day.ts'
import { recordEvent } from '../timeline/record-event.server.ts'
import type { Paper, PaperLanguage } from './paper.ts'
import { PAPER_TEMPLATE } from './paper-template.ts'
import { writePdf } from './write-pdf.server.ts'

export interface DocumentToMake {
  caseId: string
  kind: DocumentKind
  language: PaperLanguage
  /** The content of the paper, with this day as its date. */
  paper: (madeOn: CalendarDay) => Paper
}

const TEMPLATE_VERSION = sha256(PAPER_TEMPLATE).slice(0, 16)

/**
 * Makes the PDF of a paper and stores its newVersion as a version of the case’s document. If the newest version has the
 * same content, that version is made again with its first date and the same bytes. The caller must hold the lock on the
 * case, so that two downloads at once make one version.
 * @returns the PDF
 * @throws UnprintablePaper
 */
export async function keepDocument(
  tx: Tx,
  asking: Reading,
  document: DocumentToMake,
): Promise<Uint8Array<ArrayBuffer>> {
  const { actor, now } = asking
  const { caseId, kind, language, paper } = document
  const today = londonDayOf(now)
  const version = { kind, language, templateVersion: TEMPLATE_VERSION, contentSha256: contentHash(document) }
  const stored = await findStored(tx, actor, { caseId, ...version })
  if (stored) {
    const samePdf = await writePdf(paper(londonDayOf(stored.madeAt)))
    // A newer compiler may lay out the same text differently. Then the file differs, and it becomes a new version.
    if (sha256(samePdf) === stored.pdfSha256) {
      const data = { what: 'document', documentId: stored.documentId } as const
      await recordEvent(tx, asking, { kind: 'record-consulted', caseId, subjectId: stored.documentId, data })
      return samePdf
    }
  }
  const pdf = await writePdf(paper(today))
  const documentId = randomUUID()
  const newVersion = { documentId, pdfSha256: sha256(pdf), madeBy: actor.staffId, madeAt: now }
  await tx.insert(documentVersion).values({ agencyId: actor.agencyId, caseId, ...version, ...newVersion })
  const data = { documentId, documentKind: kind, language, sha256: newVersion.pdfSha256 }
  await recordEvent(tx, asking, { kind: 'document-made', caseId, subjectId: documentId, data })
  return pdf
}

type VersionKey = Pick<
  typeof documentVersion.$inferSelect,
  'caseId' | 'kind' | 'language' | 'templateVersion' | 'contentSha256'
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
