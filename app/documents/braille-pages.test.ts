import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { braillePages, brailleTexts } from './braille-pages.ts'
import { samplePaper } from './sample-papers.ts'
import { BrailleUnavailable, isBrailleInstalled, writeBraille } from './write-braille.server.ts'

const installed = await isBrailleInstalled()

describe('G6: a paper in Braille', () => {
  it('G6: has lines of 40 cells and pages of 25 lines, each ended by a form feed, and loses no word', () => {
    const word = fc.stringMatching(/^[a-z#,"4]{1,60}$/)
    const texts = fc.array(
      fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(' ')),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(texts, (translated) => {
        const file = braillePages(translated)
        const pages = file.split('\f')
        expect(pages.pop()).toBe('')
        const lines = pages.map((page) => page.split('\r\n').slice(0, -1))
        expect(lines.every((page) => page.length > 0 && page.length <= 25)).toBe(true)
        expect(lines.flat().every((line) => line.length <= 40 && line.trim() !== '')).toBe(true)
        expect(lines.flat().join('').replaceAll(' ', '')).toBe(translated.join('').replaceAll(' ', ''))
      }),
    )
  })

  it('G6: says what standard print says, without columns', () => {
    const texts = brailleTexts(samplePaper('action_plan', 'en', 'braille'))
    expect(texts).toContain('Who: Priya Nair')
    expect(texts).not.toContain('By when')
  })

  it('G6: says that it is not available where the translator is not installed', async () => {
    const paper = samplePaper('process_leaflet', 'en', 'braille')
    await expect(writeBraille(paper, 'no-such-translator')).rejects.toThrow(BrailleUnavailable)
    expect(await isBrailleInstalled('no-such-translator')).toBe(false)
    await expect(writeBraille({ ...paper, language: 'bn' })).rejects.toThrow(BrailleUnavailable)
  })

  it.runIf(installed)('G6: is contracted English Braille where the translator is installed', async () => {
    const file = new TextDecoder().decode(await writeBraille(samplePaper('process_leaflet', 'en', 'braille')))
    expect(file).toContain(',we 2lieve y4')
    expect(file).toMatch(/^[ -~\r\n\f]*$/)
  })
})
