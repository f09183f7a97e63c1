import { execFile } from 'node:child_process'
import { braillePages, brailleTexts } from './braille-pages.ts'
import type { Paper, SetLanguage } from './paper.ts'

/** The translator is not installed, or does not know the language of the paper. Then a transcription must be ordered. */
export class BrailleUnavailable extends Error {}

/** Of Debian’s `liblouis-bin`, which an operator may install. */
const TRANSLATOR = 'lou_translate'

/** The table of each language in liblouis: English is Unified English Braille, contracted. */
const TABLES: Partial<Record<SetLanguage, string>> = { en: 'en-ueb-g2.ctb' }

const TEN_SECONDS = 10_000

/**
 * Translates a paper to contracted Braille as a BRF file. The text reaches the program by standard input, never as an
 * argument that other users of the machine could see.
 * @throws BrailleUnavailable
 */
export async function writeBraille(paper: Paper, program = TRANSLATOR): Promise<Uint8Array<ArrayBuffer>> {
  const table = TABLES[paper.language]
  if (!table) throw new BrailleUnavailable(`No Braille table for ${paper.language}.`)
  const texts = brailleTexts(paper)
  const translated = (await translate(program, table, `${texts.join('\n')}\n`)).split('\n').slice(0, texts.length)
  return new TextEncoder().encode(braillePages(translated))
}

/** Whether papers in Braille can be made here. */
export async function isBrailleInstalled(program = TRANSLATOR): Promise<boolean> {
  return translate(program, 'en-ueb-g2.ctb', '\n').then(
    () => true,
    () => false,
  )
}

function translate(program: string, table: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const running = execFile(program, ['--forward', table], { timeout: TEN_SECONDS }, (error, stdout) => {
      if (error) reject(new BrailleUnavailable('The Braille translator is not installed, or failed.'))
      else resolve(stdout)
    })
    // Without the program, writing to it fails as well; the callback above says so.
    running.stdin?.on('error', () => {})
    running.stdin?.end(text)
  })
}
