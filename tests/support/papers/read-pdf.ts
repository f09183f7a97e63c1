import { PDFiumLibrary } from '@hyzyla/pdfium'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

let pdfium: Promise<PDFiumLibrary> | undefined

/** The text of a PDF as Chromium copies it out. */
export async function textOfPdf(pdf: Uint8Array): Promise<string> {
  pdfium ??= PDFiumLibrary.init()
  const document = await (await pdfium).loadDocument(pdf)
  const text = [...document.pages()].map((page) => page.getText()).join('\n')
  document.destroy()
  return text
}

/** A tag with the text on the page that belongs to it, its own and that of the tags below. */
export interface Tag {
  role: string
  text: string
  /** What a picture shows. */
  alt?: string
  /** Of a header cell: what it is the header of. */
  scope?: string
  /** An id that a header cell has, and those that a cell refers to. */
  structId?: string
  headers?: string[]
  children: Tag[]
}

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>

/** What PDF/UA asks of a file, as pdf.js reads it. */
export async function readPdf(pdf: Uint8Array) {
  const loading = getDocument({ data: pdf.slice(), useSystemFonts: false, disableFontFace: true })
  const document = await loading.promise
  const { info, metadata } = await document.getMetadata()
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_, at) => document.getPage(at + 1)))
  const read = await Promise.all(pages.map(readPage))
  const answer = {
    info: info as Record<string, unknown>,
    metadata: { part: metadata?.get('pdfuaid:part'), title: metadata?.get('dc:title') },
    marks: Object.fromEntries((await document.getMarkInfo()) as unknown as Map<string, boolean>),
    viewer: Object.fromEntries((await document.getViewerPreferences()) as unknown as Map<string, unknown>),
    /** Every tag in reading order. */
    tags: read.flatMap(({ tree }) => allTags(tree)),
    untagged: read.flatMap(({ untagged }) => untagged),
    /** The runs of text that read from left to right, as they stand on the page. */
    runs: read.flatMap(({ runs }) => runs),
  }
  await loading.destroy()
  return answer
}

const ARTIFACT = 'Artifact'

async function readPage(page: PdfPage) {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const texts = new Map<string, string>()
  const untagged: string[] = []
  const open: (string | undefined)[] = []
  for (const item of items) {
    if ('str' in item) {
      const id = open.at(-1)
      if (id === ARTIFACT) continue
      if (id) texts.set(id, `${texts.get(id) ?? ''}${item.str}`)
      else if (item.str.trim()) untagged.push(item.str)
    } else if (item.type === 'endMarkedContent') open.pop()
    // A header that is repeated on the next page is decoration there; its first place has the tag.
    // A span within a tag, such as one that says which letters a cluster stands for, belongs to the tag.
    else open.push((item as { tag?: string }).tag === 'Artifact' ? ARTIFACT : (item.id ?? open.at(-1)))
  }
  const runs = items.flatMap((item) => ('str' in item && item.dir === 'ltr' ? [item.str] : []))
  return { runs, tree: tagOf(await page.getStructTree(), texts), untagged }
}

function tagOf(node: object, texts: ReadonlyMap<string, string>): Tag {
  const { role, id, children, ...rest } = node as Partial<Tag> & { id?: string }
  const below = (children ?? []).map((child) => tagOf(child, texts))
  const text = id ? (texts.get(id) ?? '') : below.map((tag) => tag.text).join('')
  const { alt, scope, structId, headers } = rest
  return { role: role ?? '', text, alt, scope, structId, headers, children: below.filter((tag) => tag.role !== '') }
}

function allTags(tag: Tag): Tag[] {
  return [tag, ...tag.children.flatMap(allTags)]
}
