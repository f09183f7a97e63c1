import { notFound } from '../../access/require.server.ts'
import { type DocumentKind, isDocumentKind } from '../../domain/papers/document-kind.ts'

/** The paper that an address names. @throws Response 404 */
export function paperParam(value: string | undefined): DocumentKind {
  if (value && isDocumentKind(value)) return value
  throw notFound()
}
