import { samplePaper } from '../../app/documents/sample-papers.ts'
import { writePdf } from '../../app/documents/write-pdf.server.ts'
import { DOCUMENT_KIND_IDS, formatsOf } from '../../app/domain/papers/document-kind.ts'
import type { Note } from './figures.ts'

const WANTED_A_MINUTE = 200
const ROUNDS = 10
const MINUTE_MS = 60_000

/** Every paper in every printed format, one after the other, as one web process makes them. */
export async function measureDocuments(note: Note): Promise<void> {
  const papers = DOCUMENT_KIND_IDS.flatMap((kind) =>
    formatsOf(kind).flatMap((format) =>
      format === 'braille' ? [] : [{ paper: samplePaper(kind, 'en', format), format }],
    ),
  )
  // The compiler is loaded with the first paper of a process.
  for (const { paper, format } of papers) await writePdf(paper, format)
  const startedAt = performance.now()
  for (let round = 0; round < ROUNDS; round += 1) for (const { paper, format } of papers) await writePdf(paper, format)
  const minutes = (performance.now() - startedAt) / MINUTE_MS
  note('papers made on one core, a minute', (ROUNDS * papers.length) / minutes, WANTED_A_MINUTE, { atLeast: 1 })
}
