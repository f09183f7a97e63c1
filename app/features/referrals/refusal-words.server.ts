import { SAFETY_QUESTIONS, type SafetyQuestionId } from '../../domain/cases/safe-contact.ts'
import type { GateRefusal } from '../../domain/consents/consent.ts'
import { gateRefusalWords } from '../../domain/consents/consent-wording.ts'
import { DATA_CATEGORIES, type DataCategory } from '../../domain/consents/data-category.ts'
import { moveOf, type ReferralState } from '../../domain/referrals/referral.ts'
import type { PackageProblem } from '../../domain/referrals/referral-package.ts'
import { STATE_NAMES } from '../../domain/referrals/referral-status.ts'
import type { FieldError } from '../../forms/form-state.ts'
import type { RefusalTable } from '../../forms/refusal-table.server.ts'
import { askAboutUnsafeContact } from '../../forms/unsafe-contact-entries.server.ts'
import { sayFullDay, sayFullInstant } from '../../ui/time/say-time.ts'
import type { DecideReferralRefusal } from './decide/decide-referral.server.ts'
import type { AmendPackageRefusal } from './package/amend-package.server.ts'
import type { SendDecidedRefusal } from './send/send-decided-referral.server.ts'
import type { SendRefusal } from './send/send-referral.server.ts'
import type { chaseRecipient } from './sent/chase-recipient.server.ts'
import type { GiveMoreRefusal } from './sent/give-more-information.server.ts'
import type { TellClientRefusal } from './sent/tell-client.server.ts'

export type RefusalOf<UseCase extends (...given: never[]) => Promise<unknown>> = Extract<
  Awaited<ReturnType<UseCase>>,
  { ok: false }
>['refusal']

export type SenderRefusal =
  | SendRefusal
  | SendDecidedRefusal
  | DecideReferralRefusal
  | AmendPackageRefusal
  | GiveMoreRefusal
  | TellClientRefusal
  | RefusalOf<typeof chaseRecipient>

const ASK_AGAIN = ' Ask the client again, and share nothing more until they agree'

/** The next step for each reason, where the sentence about the missing consent does not say it. */
const WAY_ON: Record<GateRefusal['because'], string> = {
  never_asked: ' Ask the client first',
  refused: ASK_AGAIN,
  not_now: ASK_AGAIN,
  withdrawn: ASK_AGAIN,
  not_all_categories: ASK_AGAIN,
  review_due: '',
  not_in_one: '',
}

/** 403: nothing allows it; 409: it is too late; 422: something is missing. */
export const SENDER_REFUSALS: RefusalTable<SenderRefusal> = {
  'consent-missing': (refusal) => {
    const name = 'agencyName' in refusal ? refusal.agencyName : 'this agency'
    return { status: 403, message: `${gateRefusalWords(refusal, name)}${WAY_ON[refusal.because]}` }
  },
  'beyond-override': (refusal) => ({ status: 403, message: beyondOverrideWords(refusal) }),
  'override-used': {
    message: 'The authorisation to share without consent has already been used. Ask for a new one',
  },
  'reroute-needs-consent': {
    status: 403,
    message: 'Sending to another agency instead needs the client’s new consent',
  },
  'replaced-moved-on': {
    message: 'The referral that this one would replace has changed. Open it first',
  },
  'package-not-safe': ({ problems }) => ({ errors: problems.flatMap(problemErrors) }),
  'already-open': ({ reference }) => ({
    message: `There is an open referral to this agency for the same purpose: ${reference}`,
  }),
  'recipient-takes-none': ({ agencyName }) => ({
    message: `${agencyName} takes no new referrals at present. Choose another agency`,
  }),
  'case-closed': { message: 'This case is closed. Reopen it before you refer' },
  'already-done': {
    message: 'You have already sent this page, with different answers. Open it again to see what was saved',
  },
  'asked-by-missing': { field: 'askedBy', message: 'Say whether the client agreed to it or asked for it' },
  'decided-in-the-future': { field: 'decidedAt', message: 'The decision must not be in the future' },
  'decided-before-report': {
    field: 'decidedAt',
    message: 'The decision must not be before the report was received',
  },
  'recipient-is-own-agency': { field: 'recipientAgencyId', message: 'Choose another agency than your own' },
  'recipient-cannot-receive': {
    field: 'recipientAgencyId',
    message: 'This agency does not take referrals for that purpose. Choose another one',
  },
  'move-not-possible': ({ state, possible }) => ({
    message: `This referral is now: ${label(state)}. ${possibleWords(possible)}`,
  }),
  'changed-since': ({ state }) => ({
    message: `Someone changed this referral while you had it open. It is now: ${label(state)}. Open it again`,
  }),
  'fields-missing': ({ fields }) => ({ errors: fields.map((field) => ({ field, message: 'Enter an answer' })) }),
  'not-in-the-list': ({ field }) => ({ field, message: 'Choose one of the answers listed' }),
  'nothing-awaited': ({ state }) => ({
    message: `You are not waiting for the other agency. This referral is now: ${label(state)}`,
  }),
  'chased-already': ({ chasedAt, againOn }) => ({
    message: `They were reminded ${sayFullInstant(chasedAt)}. You can remind them again from ${sayFullDay(againOn)}`,
  }),
  'no-news': { message: 'There is no news to tell the client yet' },
  'told-in-the-future': { field: 'toldAt', message: 'When you told the client must not be in the future' },
  'told-before-news': ({ newsAt }) => ({
    field: 'toldAt',
    message: `The news came ${sayFullInstant(newsAt)}. Enter a later time`,
  }),
  'against-safe-contact': askAboutUnsafeContact,
}

/** The field where a problem can be corrected. Unanswered questions have one each. */
function fieldOf(problem: PackageProblem | undefined): string {
  if (problem?.kind === 'no-safe-way-to-reach') return 'trustedPerson'
  return problem?.kind === 'summary-too-long' ? 'summary' : ''
}

function problemErrors(problem: PackageProblem): FieldError[] {
  if (problem.kind !== 'safety-unanswered') return [{ field: fieldOf(problem), message: problemWords(problem) }]
  return problem.questions.map((id) => ({ field: id, message: sayWhatToAsk([id]) }))
}

function sayWhatToAsk(questions: readonly SafetyQuestionId[]): string {
  return `Ask the client first, and choose the answer: ${questions.map((id) => SAFETY_QUESTIONS[id].question).join(' ')}`
}

function beyondOverrideWords({ authorised, categories }: Extract<SenderRefusal, { kind: 'beyond-override' }>): string {
  const named = (ids: readonly DataCategory[]) => ids.map((id) => DATA_CATEGORIES[id].label.toLowerCase()).join(', ')
  const only = `This referral was sent without the client’s consent. A manager authorised only: ${named(authorised)}`
  const leave = categories.length > 0 ? ` Leave out: ${named(categories)}.` : ''
  return `${only}.${leave} To share more, get the client’s consent, end this referral and send a new one`
}

function label(state: ReferralState): string {
  return STATE_NAMES[state].toLowerCase()
}

function possibleWords(possible: readonly Parameters<typeof moveOf>[0][]): string {
  const named = possible.map((moveId) => moveOf(moveId).label)
  return named.length === 0 ? 'No more changes are possible' : `Possible now: ${named.join('; ')}`
}

function problemWords(problem: PackageProblem): string {
  switch (problem.kind) {
    case 'safe-contact-left-out':
      return 'The client must agree to share how to contact them safely. Without this, no one may call'
    case 'name-left-out':
      return 'Share the name too. The client agreed to that, and a phone number is not shared without a name'
    case 'safety-unanswered':
      return sayWhatToAsk(problem.questions)
    case 'no-safe-way-to-reach':
      return 'No safe way to reach the client is known. Enter a trusted person'
    case 'summary-too-long':
      return `Shorten the summary: it has ${problem.length} characters`
  }
}
