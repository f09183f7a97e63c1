import { heading, paragraph } from '../blocks.ts'
import type { Block } from '../paper.ts'
import type { PaperWords } from '../words/paper-words.ts'
import type { AgencyOnPaper } from './agency-on-paper.ts'

export function waysToContactUs(agency: AgencyOnPaper, words: PaperWords['shared']): string[] {
  return [
    agency.phone ? words.phone(agency.phone) : words.email(agency.email),
    agency.hours ? words.hours(agency.hours) : '',
  ]
}

export function emergencyBlocks(words: PaperWords['shared']): Block[] {
  return [heading(words.emergencyHeading), paragraph(words.emergency)]
}
