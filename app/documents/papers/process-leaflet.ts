import type { PaperFormat, PaperLanguage } from '../../domain/papers/paper-format.ts'
import { promisedTimes } from '../../domain/papers/promised-times.ts'
import { heading, list, paragraph, pictures } from '../blocks.ts'
import type { Block, Paper } from '../paper.ts'
import { PAPER_WORDS, type PaperWords } from '../words/paper-words.ts'
import type { AgencyOnPaper } from './agency-on-paper.ts'
import { emergencyBlocks, waysToContactUs } from './ways-to-contact.ts'

export interface ProcessLeaflet {
  agency: AgencyOnPaper
  investigates: boolean
}

/** How the agency deals with a complaint (R7). It says nothing about the case, so it can be left with anyone. */
export function processLeafletPaper(leaflet: ProcessLeaflet, language: PaperLanguage, format: PaperFormat): Paper {
  const words = PAPER_WORDS[language]
  const easy = format === 'easy_read'
  return {
    language,
    title: words.leaflet.title,
    heading: easy ? words.leaflet.easy.heading : words.leaflet.heading,
    blocks: easy ? easyBlocks(leaflet, words) : plainBlocks(leaflet, words),
  }
}

function plainBlocks({ agency, investigates }: ProcessLeaflet, { leaflet: words, shared }: PaperWords): Block[] {
  const times = promisedTimes()
  return [
    paragraph(agency.name),
    paragraph(words.introduction),
    heading(words.startHeading),
    ...list([words.believe, words.contact(times), words.worker, words.repairs(times)]),
    heading(words.meetHeading),
    ...list([words.place, words.language, words.safety, words.help, words.refer(times), words.pack]),
    heading(words.planHeading),
    ...list([words.plan, words.acknowledgement(times), words.frequency]),
    ...(investigates ? [heading(words.lookHeading), ...list([words.evidence(times), words.permission])] : []),
    heading(words.closeHeading),
    ...list([words.close, words.after(times)]),
    heading(words.shareHeading),
    ...list([words.share, words.danger]),
    heading(shared.wrongHeading),
    ...list([shared.unhappy, shared.complain]),
    heading(shared.caseReviewHeading),
    ...list(shared.caseReview),
    heading(shared.contactHeading),
    ...list(waysToContactUs(agency, shared)),
    ...emergencyBlocks(shared),
  ]
}

function easyBlocks({ agency, investigates }: ProcessLeaflet, words: PaperWords): Block[] {
  const { easy, startHeading, meetHeading, planHeading, lookHeading, closeHeading, shareHeading } = words.leaflet
  const { shared } = words
  const pictured = pictures(words.pictures)
  const times = promisedTimes()
  return [
    pictured('book', ...easy.introduction),
    heading(startHeading),
    pictured('hands', ...easy.believe),
    pictured('clock', easy.contact(times), easy.serious(times)),
    pictured('person', ...easy.worker, easy.second),
    heading(meetHeading),
    pictured('meeting', ...easy.place),
    pictured('speech', ...easy.language),
    pictured('shield', ...easy.safety),
    pictured('question', ...easy.wishes),
    heading(planHeading),
    pictured('list', ...easy.plan, easy.copy(times)),
    ...(investigates
      ? [heading(lookHeading), pictured('look', easy.look(times)), pictured('speech', ...easy.permission)]
      : []),
    heading(shareHeading),
    pictured('lock', ...easy.share),
    heading(closeHeading),
    pictured('folder', ...easy.close, easy.after(times)),
    ...easyRights(words),
    heading(shared.contactHeading),
    pictured('phone', agency.name, ...waysToContactUs(agency, shared)),
    pictured('danger', ...easy.danger),
  ]
}

/** What a client can do who is unhappy, in Easy Read. */
export function easyRights({ leaflet: { easy }, shared, pictures: alts }: PaperWords): Block[] {
  const pictured = pictures(alts)
  return [
    heading(shared.wrongHeading),
    pictured('letter', ...easy.unhappy),
    heading(shared.caseReviewHeading),
    pictured('look', ...easy.caseReview),
  ]
}
