import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { type Paper, SET_LANGUAGES } from './paper.ts'
import { PAPER_LAYOUTS, type PrintFormat, withoutColumns } from './paper-layout.ts'
import { PAPER_TEMPLATE } from './paper-template.ts'
import { PICTOGRAMS } from './pictures/pictogram.ts'

const FONTS = [
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/700Bold/NotoSans_700Bold.ttf',
  'amiri/400Regular/Amiri_400Regular.ttf',
  'amiri/700Bold/Amiri_700Bold.ttf',
  'hind-siliguri/400Regular/HindSiliguri_400Regular.ttf',
  'hind-siliguri/700Bold/HindSiliguri_700Bold.ttf',
]

/** A paper that cannot be made into a PDF. The message says why, without quoting the paper. */
export class UnprintablePaper extends Error {}

let compiler: Promise<NodeCompiler> | undefined

/**
 * Makes a tagged PDF (PDF/UA-1). The same paper gives the same bytes. It blocks the calling thread for about 30 ms, and
 * for half a second the first time.
 * @throws UnprintablePaper when the fonts lack a letter, or the result would not be accessible
 */
export async function writePdf(
  paper: Paper,
  format: PrintFormat = 'standard',
  template = PAPER_TEMPLATE,
): Promise<Uint8Array<ArrayBuffer>> {
  compiler ??= openCompiler()
  const typst = await compiler
  try {
    return exportPdf(typst, setPaper(typst, inputOf(paper, format), template))
  } finally {
    // Without this, the compiler's cache would keep the text, including the client's name. Clearing it costs no time.
    typst.evictCache(0)
  }
}

/** What the template reads: the paper with its layout, its fonts and its pictures. */
function inputOf(paper: Paper, format: PrintFormat) {
  const { blocks, ...rest } = format === 'standard' ? paper : withoutColumns(paper)
  return {
    ...rest,
    layout: PAPER_LAYOUTS[format],
    fonts: SET_LANGUAGES[paper.language].fonts,
    blocks: blocks.map((block) => (block.is === 'pictured' ? { ...block, svg: PICTOGRAMS[block.picture] } : block)),
  }
}

/** Warnings are errors here too: when a font is missing, the compiler leaves the text out and only warns. */
function setPaper(typst: NodeCompiler, paper: object, template: string): NodeTypstDocument {
  const compiled = typst.compile({ mainFileContent: template, inputs: { paper: JSON.stringify(paper) } })
  const problem = compiled.takeError() ?? compiled.takeWarnings()
  if (problem) throw new UnprintablePaper(withoutText(JSON.stringify(typst.fetchDiagnostics(problem))))
  if (!compiled.result) throw new UnprintablePaper('The compiler made no document.')
  return compiled.result
}

function exportPdf(typst: NodeCompiler, document: NodeTypstDocument): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(typst.pdf(document, { pdfStandard: 'ua-1' }))
  } catch (error) {
    throw new UnprintablePaper(withoutText(String(error)))
  }
}

/** The compiler quotes the letters it lacks, and they may be a client's name. */
function withoutText(message: string): string {
  return message.replace(/the text `[^`]*`/g, 'a text')
}

/**
 * Loaded with the first paper, because it is 51 MB of native code that most processes never need. It always reads the
 * machine's own fonts too, but ours come first and the template names no others.
 */
async function openCompiler(): Promise<NodeCompiler> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const { resolve } = createRequire(import.meta.url)
  const paths = FONTS.map((font) => resolve(`@expo-google-fonts/${font}`))
  const fontBlobs = await Promise.all(paths.map((path) => readFile(path)))
  // A template may read files below the workspace, so the workspace is a folder that contains only fonts.
  return NodeCompiler.create({ fontArgs: [{ fontBlobs }], workspace: dirname(String(paths[0])) })
}
