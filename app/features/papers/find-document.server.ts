import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { documentVersion } from '../../../db/schema/document.ts'
import type { DocumentKind } from '../../domain/papers/document-kind.ts'
import type { PaperFormat, PaperLanguage } from '../../domain/papers/paper-format.ts'
import type { Actor } from '../../domain/partnership/actor.ts'

interface SoughtDocument {
  caseId: string
  kind: DocumentKind
  format: PaperFormat
  language: PaperLanguage
  planId: string | null
}

/** The newest version of a paper that was made, which is the one that was given. */
export async function findDocument(tx: Tx, { agencyId }: Actor, sought: SoughtDocument) {
  const { caseId, kind, format, language, planId } = sought
  const [found] = await tx
    .select({ documentId: documentVersion.documentId, madeAt: documentVersion.madeAt })
    .from(documentVersion)
    .where(
      and(
        eq(documentVersion.agencyId, agencyId),
        eq(documentVersion.caseId, caseId),
        eq(documentVersion.kind, kind),
        eq(documentVersion.format, format),
        eq(documentVersion.language, language),
        planId ? eq(documentVersion.planId, planId) : isNull(documentVersion.planId),
      ),
    )
    .orderBy(desc(documentVersion.madeAt))
    .limit(1)
  return found ?? null
}
