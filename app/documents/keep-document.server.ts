import { createHash, randomUUID } from 'node:crypto'
import { and, desc, eq } from 'drizzle-orm'
import type { Tx } from '../../db/as-actor.ts'
import { documentVersion } from '../../db/schema/document.ts'
import type { DocumentKind } from '../domain/cases/document-kind.ts'
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
  /** The paper as it would be if it was made on this day. */
  paper: (madeOn: CalendarDay) => Paper
}

const TEMPLATE_VERSION = sha256(PAPER_TEMPLATE).slice(0, 16)

/**
 * The PDF of a paper, kept as a version of the case’s document. What already exists with the same content comes again
 * with its first date and the same bytes; anything new is a new version. The caller holds the case, so that two
 * downloads at once make one version.
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
  const kept = await findKept(tx, actor, { caseId, ...version })
  if (kept) {
    const again = await writePdf(paper(londonDayOf(kept.madeAt)))
    // An upgrade of the compiler may set the same text differently: that is a new file, so a new version.
    if (sha256(again) === kept.pdfSha256) {
      const data = { what: 'document', documentId: kept.documentId } as const
      await recordEvent(tx, asking, { kind: 'record-consulted', caseId, subjectId: kept.documentId, data })
      return again
    }
  }
  const pdf = await writePdf(paper(today))
  const documentId = randomUUID()
  const made = { documentId, pdfSha256: sha256(pdf), madeBy: actor.staffId, madeAt: now }
  await tx.insert(documentVersion).values({ agencyId: actor.agencyId, caseId, ...version, ...made })
  const data = { documentId, documentKind: kind, language, sha256: made.pdfSha256 }
  await recordEvent(tx, asking, { kind: 'document-made', caseId, subjectId: documentId, data })
  return pdf
}

type KeptAs = Pick<
  typeof documentVersion.$inferSelect,
  'caseId' | 'kind' | 'language' | 'templateVersion' | 'contentSha256'
>

async function findKept(tx: Tx, { agencyId }: Actor, version: KeptAs) {
  const [kept] = await tx
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
  return kept
}

/** Of all that the paper says but the day it was made: the same content on another day is the same document. */
function contentHash({ paper }: DocumentToMake): string {
  return sha256(JSON.stringify(paper(ANY_DAY)))
}

const ANY_DAY = '2000-01-01' as CalendarDay

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
