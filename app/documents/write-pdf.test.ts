import { describe, expect, it } from 'vitest'
import { readPdf, textOfPdf } from '../../tests/support/papers/read-pdf.ts'
import { heading } from './blocks.ts'
import { type Paper, textsOf } from './paper.ts'
import { PAPER_TEMPLATE } from './paper-template.ts'
import { UnprintablePaper, writePdf } from './write-pdf.server.ts'

const PAPER: Paper = {
  language: 'en',
  title: 'Letter HB-4F7K',
  heading: 'We have received your report',
  blocks: [
    { is: 'paragraph', text: 'Dear Zoë Nguyễn-Śmiłowska' },
    heading('What happens next'),
    {
      is: 'list',
      items: ['Your reference is HB-4F7K.', 'A line that is much too long for one line. '.repeat(6).trim()],
    },
    { is: 'paragraph', text: 'Вероника, Ελένη, José “fi ffl” – it’s 50 % & <more>' },
    heading('In an emergency'),
    { is: 'list', items: ['Phone 999.'] },
  ],
}

const named = (name: string): Paper => ({ ...PAPER, blocks: [{ is: 'paragraph', text: `Dear ${name}` }] })

/** Where lines end, and the mark before an item, are the page’s affair. */
const compared = (text: string) => text.normalize('NFC').replace(/[\s•\u00ad\ufffe\p{Bidi_Control}]/gu, '')

const pdf = await writePdf(PAPER)
const read = await readPdf(pdf)
const withRole = (role: string) => read.tags.filter((tag) => tag.role === role)

describe('the text of a PDF', () => {
  it('is what the paper says, in its order', async () => {
    expect(compared(await textOfPdf(pdf))).toBe(compared(textsOf(PAPER).join('')))
  })

  it.each([
    '#panic("no") *bold* _it_ $x$ @ref <label> // end',
    '= Heading #sys.inputs `raw` \\ [a](b) "q" --- ...',
    '- item + item ~ -- \'s #read("/etc/passwd")',
    '"}, "title": "Other',
  ])('shows markup in a name as it was typed: %s', async (name) => {
    expect(compared(await textOfPdf(await writePdf(named(name))))).toBe(compared(`${PAPER.heading}Dear ${name}`))
  })

  it('is refused where the fonts lack a letter, without repeating the text', async () => {
    const refused = await writePdf(named('Amara 漢字')).catch((error) => error)
    expect(refused).toBeInstanceOf(UnprintablePaper)
    expect(refused.message).not.toMatch(/Amara|漢|字/)
    expect(compared(await textOfPdf(await writePdf(PAPER))), 'the next paper is written').toContain('HB-4F7K')
  })

  it('is refused where a font is missing, of which the compiler only warns', async () => {
    const template = PAPER_TEMPLATE.replace('font: paper.fonts', 'font: "No Such Font"')
    await expect(writePdf(PAPER, 'standard', template)).rejects.toThrow(UnprintablePaper)
  })
})

describe('the file', () => {
  it('is the same each time', async () => {
    expect(Buffer.compare(await writePdf(PAPER), pdf)).toBe(0)
  })

  it('is small enough to send', () => {
    expect(pdf.length).toBeLessThan(100_000)
  })

  it('says nothing beside its page but its title', () => {
    const others = ['Author', 'Subject', 'Keywords', 'CreationDate'].filter((name) => name in read.info)
    expect(others).toEqual([])
  })
})

describe('PDF/UA', () => {
  it('is declared in the metadata', () => expect(read.metadata.part).toBe('1'))
  it('has a title in the metadata', () => expect(read.metadata.title).toBe(PAPER.title))
  it('has the same title for old readers', () => expect(read.info.Title).toBe(PAPER.title))
  it('shows the title in the window', () => expect(read.viewer.DisplayDocTitle).toBe(true))
  it('has a language', () => expect(read.info.Language).toBe('en'))
  it('has a direction of reading', () => expect(read.viewer.Direction).toBe('L2R'))
  it('is tagged', () => expect(read.marks.Marked).toBe(true))
  it('has no doubtful tags', () => expect(read.marks.Suspects).toBe(false))
  it('has all text of the page in tags', () => expect(read.untagged).toEqual([]))
  it('has one document around all', () => {
    expect(withRole('Root').map(({ children }) => children.map(({ role }) => role))).toEqual([['Document']])
  })
  it('has one heading of level 1, first of all', () => {
    expect(withRole('Document')[0]?.children[0]?.role).toBe('H1')
    expect(withRole('H1').map(({ text }) => text)).toEqual([PAPER.heading])
  })
  it('has a heading of level 2 for each part, and none deeper', () => {
    expect(read.tags.filter(({ role }) => /^H[2-6]?$/.test(role)).map(({ role }) => role)).toEqual(['H2', 'H2'])
  })
  it('has lists of items, and items only in lists', () => {
    expect(withRole('L').map(({ children }) => children.map(({ role }) => role))).toEqual([['LI', 'LI'], ['LI']])
    expect(withRole('LI')).toHaveLength(3)
  })
  it('has items of a mark and a body', () => {
    expect(withRole('LI').map(({ children }) => children.map(({ role }) => role))).toEqual(
      Array.from({ length: 3 }, () => ['Lbl', 'LBody']),
    )
  })
  it('has each text in the tag of its kind, in reading order', () => {
    const texts = read.tags.filter(({ role }) => ['H1', 'H2', 'P', 'LBody'].includes(role))
    expect(texts.map(({ role, text }) => [role, compared(text)])).toEqual([
      ['H1', compared(PAPER.heading)],
      ...PAPER.blocks.flatMap((block) => {
        const role = block.is === 'list' ? 'LBody' : block.is === 'heading' ? 'H2' : 'P'
        return textsOf({ ...PAPER, heading: '', blocks: [block] })
          .slice(1)
          .map((text) => [role, compared(text)])
      }),
    ])
  })
  it('has no tags but those of a letter', () => {
    const known = ['Root', 'Document', 'H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody']
    expect(read.tags.map(({ role }) => role).filter((role) => !known.includes(role))).toEqual([])
  })
})
