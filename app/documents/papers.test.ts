import { describe, expect, it } from 'vitest'
import { brokenRules } from '../../tests/support/papers/pdf-rules.ts'
import { readPdf, textOfPdf } from '../../tests/support/papers/read-pdf.ts'
import { DOCUMENT_KIND_IDS, formatsOf } from '../domain/papers/document-kind.ts'
import { PAPER_FORMAT_IDS } from '../domain/papers/paper-format.ts'
import { CLAUSES } from '../domain/standards/clause.ts'
import { heading, list, paragraph } from './blocks.ts'
import { type Paper, SET_LANGUAGES, type SetLanguage, textsOf } from './paper.ts'
import { PAPER_LAYOUTS, type PrintFormat, withoutColumns } from './paper-layout.ts'
import { samplePaper } from './sample-papers.ts'
import type { PaperWords } from './words/paper-words.ts'
import { writePdf } from './write-pdf.server.ts'

/** Where lines end, the mark before an item, and marks of direction are the page’s affair. */
const compared = (text: string) => text.normalize('NFC').replace(/[\s•‣\u00ad\ufffe\p{Bidi_Control}]/gu, '')

function printed(paper: Paper, format: PrintFormat): string {
  return compared(textsOf(format === 'standard' ? paper : withoutColumns(paper)).join(''))
}

const PRINTS = Object.keys(PAPER_LAYOUTS) as PrintFormat[]
const EVERY_PAPER = DOCUMENT_KIND_IDS.flatMap((kind) =>
  formatsOf(kind).flatMap((format) => (format === 'braille' ? [] : [{ kind, format }])),
)

describe('every paper in every format', () => {
  it.each(EVERY_PAPER)('$kind in $format can be read by a screen reader and copied', async ({ kind, format }) => {
    const paper = samplePaper(kind, 'en', format)
    const pdf = await writePdf(paper, format)
    expect(brokenRules(await readPdf(pdf), paper)).toEqual([])
    expect(compared(await textOfPdf(pdf))).toBe(printed(paper, format))
    expect(pdf.length).toBeLessThan(150_000)
  })

  it.each(EVERY_PAPER)('$kind in $format has no name in its title, and never the word victim', ({ kind, format }) => {
    const paper = samplePaper(kind, 'en', format)
    expect(paper.title).not.toMatch(/Amara|Diallo|hate/i)
    // The published standard and the name of an agency have the word; our own sentences do not.
    const published = Object.values(CLAUSES).map(({ wording }) => wording)
    const own = textsOf(paper).filter((text) => !published.some((wording) => text.startsWith(wording)))
    expect(own.join('\n').replaceAll('Beacon Victim Care', '')).not.toMatch(/victim|offender|complainant/i)
  })

  it('G6: each paper that is given exists in the formats that clients need', () => {
    for (const kind of DOCUMENT_KIND_IDS.filter((each) => each !== 'report_received'))
      expect(formatsOf(kind)).toEqual(PAPER_FORMAT_IDS)
  })

  it('G6: large print is 18 points or larger', () => expect(PAPER_LAYOUTS.large_print.size).toBeGreaterThanOrEqual(18))

  it.each(DOCUMENT_KIND_IDS.filter((kind) => formatsOf(kind).includes('easy_read' as never)))(
    'G6: %s in Easy Read has a picture on every page and short sentences',
    (kind) => {
      const { blocks } = samplePaper(kind, 'en', 'easy_read')
      const pictured = blocks.flatMap((block) => (block.is === 'pictured' ? [block] : []))
      expect(pictured.length).toBeGreaterThan(5)
      const sentences = pictured.flatMap(({ texts }) => texts.flatMap((text) => text.split(/(?<=[.?!])\s+/)))
      expect(sentences.filter((sentence) => sentence.split(' ').length > 15)).toEqual([])
    },
  )
})

describe('a rule of PDF/UA', () => {
  it('is reported where a file breaks it', async () => {
    const paper = samplePaper('support_pack', 'en', 'standard')
    const read = await readPdf(await writePdf(paper))
    const broken = read.tags.map((tag) => (tag.role === 'TH' ? { ...tag, scope: undefined } : tag))
    expect(brokenRules({ ...read, tags: broken }, paper)).toEqual(['has headers that say what they head'])
    expect(brokenRules(read, { ...paper, language: 'pl' })).toEqual(['has its language'])
    const untitled = { ...read, tags: read.tags.filter(({ role }) => role !== 'H1') }
    expect(brokenRules(untitled, paper)).toEqual([
      'begins with its one heading of level 1',
      'leaves out no level of headings',
    ])
  })
})

const PHONE = '0151 496 0001'

/** PDFium turns numbers and references in a line of Arabic around when it copies them, so runs are compared instead. */
const withoutNumbers = (text: string) => text.replaceAll(/[A-Za-z0-9]+(?:[- ][A-Za-z0-9]+)*/g, '')

const SAMPLES: Record<SetLanguage, { sentence: string; other: string; name: string }> = {
  en: { sentence: 'We believe you. Phone 0151 496 0001.', other: 'Zoë’s “fi ffl” office – 50 %', name: 'Zoë Nguyễn' },
  pl: {
    sentence: 'Wierzymy Ci. Zażółć gęślą jaźń. Zadzwoń: 0151 496 0001.',
    other: 'Śledztwo, źdźbło, ćwierć, Łódź – „tak”',
    name: 'Małgorzata Śmiłowska',
  },
  // Without vowel marks, as letters are written: PDFium gives such a mark before its letter.
  ar: {
    sentence: 'نحن نصدقك. اتصل بالرقم 0151 496 0001 في أي وقت.',
    other: 'لا تقلق؛ سنتصل بك غدا، وأنت تختار المكان والوقت.',
    name: 'أمينة الخطيب',
  },
  bn: {
    sentence: 'আমরা আপনাকে বিশ্বাস করি। ফোন করুন: 0151 496 0001।',
    other: 'আপনার রেফারেন্স নম্বর HB-4F7K। ক্ষমা, জ্ঞান, স্ত্রী, উদ্বেগ, সাহায্য।',
    name: 'শ্রাবন্তী চট্টোপাধ্যায়',
  },
}

/** Each kind of block with texts of one language, through the template of every paper. */
function sampleIn(language: SetLanguage): Paper {
  const { sentence, other, name } = SAMPLES[language]
  return {
    language,
    title: 'Letter HB-4F7K',
    heading: sentence,
    blocks: [
      paragraph(name),
      paragraph(`${sentence} ${other} `.repeat(4).trim()),
      heading(other),
      ...list([sentence, other, `${name} ${other} `.repeat(3).trim()]),
      {
        is: 'table',
        columns: [name, name],
        widths: [1, 2],
        rows: [
          [sentence, other],
          [other, name],
        ],
      },
      { is: 'pictured', picture: 'phone', alt: other, texts: [sentence, other] },
      { is: 'write', label: other, lines: 2 },
      { is: 'new-page' },
      paragraph(sentence),
      paragraph('HB-4F7K'),
    ],
  }
}

describe('G5: a paper in each language that the fonts can set', () => {
  const every = (Object.keys(SET_LANGUAGES) as SetLanguage[]).flatMap((language) =>
    PRINTS.map((format) => ({ language, format })),
  )
  it.each(every)('gives back its letters in $language, $format', async ({ language, format }) => {
    const paper = sampleIn(language)
    const pdf = await writePdf(paper, format)
    const inOrder = language === 'ar' ? withoutNumbers : (text: string) => text
    const source = textsOf(format === 'standard' ? paper : withoutColumns(paper)).join('\n')
    expect(compared(inOrder(await textOfPdf(pdf)))).toBe(compared(inOrder(source)))
    const read = await readPdf(pdf)
    expect(brokenRules(read, paper)).toEqual([])
    // The groups of a number are in one run from left to right: paper shows them in their order in Arabic too.
    if (language === 'ar') expect(read.runs).toContain(PHONE)
  })

  it('G5: a language that lacks a text does not compile', () => {
    type Half = Pick<PaperWords, 'shared'>
    const half = {} as Half
    // @ts-expect-error: the words of the leaflet, the plan and the pack are missing
    const whole: PaperWords = half
    expect(whole).toBe(half)
  })
})
