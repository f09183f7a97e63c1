import type { StrandId } from '../../domain/cases/strand.ts'
import type { ConsentPurpose } from '../../domain/consents/consent-purpose.ts'
import type { PaperFormat, PaperLanguage } from '../../domain/papers/paper-format.ts'
import { promisedTimes } from '../../domain/papers/promised-times.ts'
import { listClausesOf, listPointsOf, STANDARD_SECTIONS } from '../../domain/standards/clause.ts'
import { heading, list, paragraph, pictures } from '../blocks.ts'
import type { Block, Paper } from '../paper.ts'
import { PAPER_WORDS, type PaperWords } from '../words/paper-words.ts'
import type { AgencyOnPaper } from './agency-on-paper.ts'
import { easyRights } from './process-leaflet.ts'
import { emergencyBlocks, waysToContactUs } from './ways-to-contact.ts'

export interface ContactOnPaper {
  name: string
  offers: string
  phone: string
  hours: string
  needs: readonly ConsentPurpose[]
  /** Empty for an agency that helps everyone. */
  strands: readonly StrandId[]
}

/** The pack names every strand’s contacts, not the client’s alone: who finds it must not learn their group. */
export interface SupportPackOnPaper {
  agency: AgencyOnPaper
  contacts: readonly ContactOnPaper[]
}

const SHEETS = 3

/** The support pack (S1, V5) as one paper to print. It has no name and no reference, so it is the same for everyone. */
export function supportPackPaper(pack: SupportPackOnPaper, language: PaperLanguage, format: PaperFormat): Paper {
  const words = PAPER_WORDS[language]
  const easy = format === 'easy_read'
  return {
    language,
    title: words.pack.title,
    heading: easy ? words.pack.easy.heading : words.pack.heading,
    blocks: easy ? easyBlocks(pack, words) : plainBlocks(pack, words),
  }
}

function plainBlocks(pack: SupportPackOnPaper, words: PaperWords): Block[] {
  const { pack: texts, shared } = words
  return [
    paragraph(pack.agency.name),
    paragraph(texts.introduction),
    heading(texts.insideHeading),
    ...list(texts.inside),
    paragraph(texts.keepSafe),
    ...emergencyBlocks(shared),
    heading(shared.contactHeading),
    ...list(waysToContactUs(pack.agency, shared)),
    heading(texts.helpHeading),
    paragraph(texts.helpIntroduction),
    ...list(texts.help),
    heading(texts.helpersHeading, 3),
    ...list(helpers(pack, texts)),
    { is: 'new-page' },
    heading(texts.contactsHeading),
    ...groups(pack, texts).flatMap(({ title, contacts }): Block[] => [
      heading(title, 3),
      {
        is: 'table',
        columns: texts.contactColumns,
        widths: [3, 5, 3, 3],
        rows: contacts.map(({ name, offers, phone, hours }) => [name, offers, phone, hours]),
      },
    ]),
    { is: 'new-page' },
    ...standardsBlocks(texts),
    { is: 'new-page' },
    heading(texts.diaryHeading),
    ...list(texts.diary),
    ...Array.from({ length: SHEETS }, (_, at) => sheet(at + 1, words)).flat(),
  ]
}

/** Who helps with each need: the contacts once more, by need. */
function helpers({ contacts }: SupportPackOnPaper, words: PaperWords['pack']): string[] {
  return Object.entries(words.needs).map(([need, label]) => {
    const names = contacts.filter(({ needs }) => needs.some((one) => one === need)).map(({ name }) => name)
    return names.length > 0 ? words.whoHelps(label, names.join(', ')) : ''
  })
}

/** Contacts for everyone first, then those for each strand. */
function groups({ contacts }: SupportPackOnPaper, words: PaperWords['pack']) {
  const forAll = { title: words.forAll, contacts: contacts.filter(({ strands }) => strands.length === 0) }
  const forSome = Object.entries(words.forSome).map(([strand, title]) => ({
    title,
    contacts: contacts.filter(({ strands }) => strands.some((one) => one === strand)),
  }))
  return [forAll, ...forSome].filter((group) => group.contacts.length > 0)
}

function standardsBlocks(words: PaperWords['pack']): Block[] {
  return [
    heading(words.standardsHeading),
    paragraph(words.standardsIntroduction),
    ...STANDARD_SECTIONS.flatMap((section) => [
      heading(words.sectionHeading(section.letter), 3),
      ...list(
        listClausesOf(section).map((clauseId) => {
          const points = listPointsOf(clauseId).map(words.clause)
          return points.length > 0 ? `${words.clause(clauseId)} ${points.join('; ')}` : words.clause(clauseId)
        }),
      ),
    ]),
  ]
}

function sheet(number: number, { pack: words, shared }: PaperWords): Block[] {
  const write = (label: string, lines: number): Block => ({ is: 'write', label, lines })
  return [
    { is: 'new-page' },
    heading(words.sheetHeading(number)),
    paragraph(shared.emergency),
    write(words.date, 1),
    write(words.place, 1),
    write(words.what, 5),
    write(words.who, 2),
    write(words.witnesses, 1),
    write(words.effect, 2),
    write(words.reported, 1),
    write(words.evidence, 1),
    write(words.signature, 1),
  ]
}

function easyBlocks(pack: SupportPackOnPaper, words: PaperWords): Block[] {
  const { pack: texts, leaflet, shared } = words
  const { easy } = texts
  const pictured = pictures(words.pictures)
  const times = promisedTimes()
  return [
    pictured('book', ...easy.introduction),
    pictured('lock', ...easy.keepSafe),
    pictured('danger', ...leaflet.easy.danger),
    heading(texts.helpHeading),
    pictured('house', ...easy.home),
    pictured('hands', ...easy.support),
    pictured('shield', ...easy.police),
    pictured('speech', ...easy.action),
    pictured('house', ...easy.move),
    heading(easy.contactsHeading),
    pictured('phone', pack.agency.name, ...waysToContactUs(pack.agency, shared)),
    ...groups(pack, texts).flatMap(({ title, contacts }): Block[] => [
      heading(title, 3),
      ...contacts.map(({ name, offers, phone, hours }) => pictured('phone', name, offers, phone, hours)),
    ]),
    heading(easy.standardsHeading),
    pictured('hands', ...leaflet.easy.believe),
    pictured('clock', leaflet.easy.contact(times), leaflet.easy.serious(times)),
    pictured('person', ...leaflet.easy.worker, leaflet.easy.second),
    pictured('meeting', ...leaflet.easy.place),
    pictured('list', ...leaflet.easy.plan, leaflet.easy.copy(times)),
    pictured('lock', ...leaflet.easy.share),
    pictured('folder', ...leaflet.easy.close, leaflet.easy.after(times)),
    ...easyRights(words),
    heading(easy.diaryHeading),
    pictured('pen', ...easy.diary),
    pictured('book', ...easy.oneSheet),
    ...Array.from({ length: SHEETS }, (_, at) => easySheet(at + 1, words)).flat(),
  ]
}

function easySheet(number: number, { pack: { easy, sheetHeading } }: PaperWords): Block[] {
  const write = (label: string, lines: number): Block => ({ is: 'write', label, lines })
  return [
    { is: 'new-page' },
    heading(sheetHeading(number)),
    write(easy.when, 1),
    write(easy.where, 1),
    write(easy.what, 6),
    write(easy.who, 2),
    write(easy.witnesses, 1),
    write(easy.feel, 3),
    write(easy.told, 1),
    write(easy.name, 1),
  ]
}
