import type { PaperFormat, PaperLanguage } from '../../domain/papers/paper-format.ts'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import { heading, list, paragraph, pictures } from '../blocks.ts'
import type { Block, Paper } from '../paper.ts'
import { PAPER_WORDS, type PaperWords } from '../words/paper-words.ts'
import type { PlanOnPaper } from './plan-on-paper.ts'
import { easyRights } from './process-leaflet.ts'
import { emergencyBlocks, waysToContactUs } from './ways-to-contact.ts'

/** The action plan, to sign or to keep. */
export function actionPlanPaper(plan: PlanOnPaper, language: PaperLanguage, format: PaperFormat): Paper {
  const words = PAPER_WORDS[language]
  const title = words.plan.title(plan.reference)
  if (format === 'easy_read') {
    const { easy } = words.plan
    const introduction = pictures(words.pictures)('list', ...easy.introduction, agreement(plan, words))
    return { language, title, heading: easy.heading, blocks: [introduction, ...easyPlan(plan, words)] }
  }
  return {
    language,
    title,
    heading: words.plan.heading,
    blocks: [
      paragraph(plan.agency.name),
      ...list([words.shared.reference(plan.reference), words.plan.version(plan.version), agreement(plan, words)]),
      ...planBlocks(plan, words),
      paragraph(words.plan.changes),
      heading(words.shared.contactHeading),
      ...list([...waysToContactUs(plan.agency, words.shared), words.shared.sayReference]),
      ...emergencyBlocks(words.shared),
      ...(plan.agreedOn ? [] : signatures(words)),
    ],
  }
}

/** The letter that acknowledges an agreed plan (I4b), dated `madeOn`. */
export function acknowledgementPaper(
  plan: PlanOnPaper & { agreedOn: CalendarDay },
  language: PaperLanguage,
  format: PaperFormat,
  madeOn: CalendarDay,
): Paper {
  const words = PAPER_WORDS[language]
  const title = words.plan.letterTitle(plan.reference)
  if (format === 'easy_read') return { language, title, ...easyAcknowledgement(plan, words, madeOn) }
  const { shared, plan: texts } = words
  return {
    language,
    title,
    heading: texts.letterHeading,
    blocks: [
      paragraph(plan.agency.name),
      paragraph(shared.day(madeOn)),
      paragraph(shared.greeting(plan.clientName)),
      paragraph(texts.letterThanks(plan.agreedOn)),
      paragraph(texts.keepSafe),
      ...list([shared.reference(plan.reference), texts.version(plan.version)]),
      ...planBlocks(plan, words),
      heading(texts.promiseHeading),
      ...list([...texts.promises, texts.standards]),
      heading(shared.contactHeading),
      ...list([...waysToContactUs(plan.agency, shared), shared.sayReference]),
      heading(shared.wrongHeading),
      ...list([texts.changes, shared.unhappy, shared.complain]),
      heading(shared.caseReviewHeading),
      ...list(shared.caseReview),
      ...emergencyBlocks(shared),
    ],
  }
}

function agreement({ agreedOn }: PlanOnPaper, { plan: words }: PaperWords): string {
  return agreedOn ? words.agreedOn(agreedOn) : words.notAgreed
}

function planBlocks(plan: PlanOnPaper, { plan: words, shared, channels }: PaperWords): Block[] {
  const rowsOf = (owner: 'agency' | 'client') =>
    plan.actions
      .filter((action) => action.owner === owner)
      .map(({ what, why, who, dueOn }) => [
        words.because(what, why),
        owner === 'client' ? words.you : who || plan.agency.name,
        shared.day(dueOn),
      ])
  const [ours, yours] = [rowsOf('agency'), rowsOf('client')]
  return [
    ...(ours.length > 0 ? [heading(words.ourHeading), tableOf(ours, words)] : []),
    heading(words.yourHeading),
    yours.length > 0 ? tableOf(yours, words) : paragraph(words.noActions),
    heading(words.contactHeading),
    ...list([
      plan.contact ? words.contact({ ...plan.contact, channel: channels[plan.contact.channel] }) : '',
      words.safeWays,
      ...people(plan, words),
    ]),
    ...(plan.fingerprint ? [paragraph(words.check(plan.fingerprint))] : []),
  ]
}

function tableOf(rows: readonly (readonly string[])[], { columns }: PaperWords['plan']): Block {
  return { is: 'table', columns, widths: [4, 2, 2], rows }
}

function people({ caseWorker, alternativeContact }: PlanOnPaper, words: PaperWords['plan']): string[] {
  return [
    caseWorker ? words.caseWorker(caseWorker.name) : '',
    alternativeContact ? words.alternative(alternativeContact.name) : '',
    ...[caseWorker, alternativeContact].map((one) => (one?.phone ? words.phoneOf(one.name, one.phone) : '')),
  ]
}

function signatures({ plan: words }: PaperWords): Block[] {
  return [
    heading(words.signHeading),
    { is: 'write', label: words.signClient, lines: 2 },
    { is: 'write', label: words.signAgency, lines: 2 },
  ]
}

function easyAcknowledgement(plan: PlanOnPaper & { agreedOn: CalendarDay }, words: PaperWords, madeOn: CalendarDay) {
  const { easy } = words.plan
  const pictured = pictures(words.pictures)
  const blocks = [
    paragraph(plan.agency.name),
    paragraph(words.shared.day(madeOn)),
    pictured('hands', easy.letter(plan.agreedOn)),
    pictured('lock', ...easy.keepSafe),
    ...easyPlan(plan, words),
    ...easyRights(words),
  ]
  return { heading: easy.letterHeading, blocks }
}

function easyPlan(plan: PlanOnPaper, words: PaperWords): Block[] {
  const { easy, ourHeading, yourHeading, contactHeading, noActions } = words.plan
  const pictured = pictures(words.pictures)
  const ours = plan.actions.filter(({ owner }) => owner === 'agency')
  const yours = plan.actions.filter(({ owner }) => owner === 'client')
  return [
    heading(ourHeading),
    ...ours.map(({ what, dueOn }) => pictured('hands', easy.we(what), easy.by(dueOn))),
    heading(yourHeading),
    ...(yours.length > 0
      ? yours.map(({ what, dueOn }) => pictured('person', easy.you(what), easy.by(dueOn)))
      : [pictured('person', noActions)]),
    heading(contactHeading),
    ...(plan.contact
      ? [pictured('calendar', words.plan.contact({ ...plan.contact, channel: words.channels[plan.contact.channel] }))]
      : []),
    pictured('meeting', ...people(plan, words.plan)),
    pictured('phone', plan.agency.name, ...waysToContactUs(plan.agency, words.shared)),
    pictured('pen', ...easy.changes),
    pictured('danger', ...words.leaflet.easy.danger),
    ...(plan.agreedOn ? [] : signatures(words)),
  ]
}
