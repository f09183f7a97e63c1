import { writeFile } from 'node:fs/promises'
import { samplePaper } from '../../app/documents/sample-papers.ts'
import { BrailleUnavailable, writeBraille } from '../../app/documents/write-braille.server.ts'
import { writePdf } from '../../app/documents/write-pdf.server.ts'
import { type DocumentKind, formatsOf } from '../../app/domain/papers/document-kind.ts'
import type { PaperFormat, PaperLanguage } from '../../app/domain/papers/paper-format.ts'
import { say } from '../say.ts'

export interface SampleAsked {
  language: PaperLanguage
  format: PaperFormat
  out: string
}

/** `accord paper sample`: writes a paper with invented data. */
export async function writeSample(paper: DocumentKind, { language, format, out }: SampleAsked): Promise<void> {
  if (!formatsOf(paper).includes(format)) throw new Error(`The paper ${paper} does not exist in the format ${format}.`)
  const sample = samplePaper(paper, language, format)
  if (format !== 'braille') return save(out, await writePdf(sample, format))
  const braille = await writeBraille(sample).catch((error) => {
    if (error instanceof BrailleUnavailable) return null
    throw error
  })
  if (braille) return save(out, braille)
  say('Braille needs the program lou_translate, which is not installed. Debian has it in the package liblouis-bin.')
}

async function save(out: string, file: Uint8Array): Promise<void> {
  await writeFile(out, file)
  say(`Wrote ${out}.`)
}
