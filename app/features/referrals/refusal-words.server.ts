import { SAFETY_QUESTIONS, type SafetyQuestionId } from '../../domain/cases/safe-contact.ts'
import type { UnsafeContactRefusal } from '../../domain/cases/unsafe-contact.ts'
import type { GateRefusal } from '../../domain/consents/consent.ts'
import { gateRefusalWords } from '../../domain/consents/consent-wording.ts'
import { DATA_CATEGORIES, type DataCategory } from '../../domain/consents/data-category.ts'
import { moveOf, type ReferralState } from '../../domain/referrals/referral.ts'
import type { PackageProblem } from '../../domain/referrals/referral-package.ts'
import { STATE_NAMES } from '../../domain/referrals/referral-status.ts'
import type { FieldError, FormState } from '../../forms/form-state.ts'
import { sayFullDay, sayFullInstant } from '../../ui/time/say-time.ts'
import type { DecideReferralRefusal } from './decide/decide-referral.server.ts'
import type { AmendRefusal } from './package/amend-package.server.ts'
import type { SendDecidedRefusal } from './send/send-decided-referral.server.ts'
import type { SendRefusal } from './send/send-referral.server.ts'
import type { chaseRecipient } from './sent/chase-recipient.server.ts'
import type { GiveMoreRefusal } from './sent/give-more-information.server.ts'
import type { TellClientRefusal } from './sent/tell-client.server.ts'

type RefusalOf<UseCase extends (...given: never[]) => Promise<unknown>> = Extract<
  Awaited<ReturnType<UseCase>>,
  { ok: false }
>['refusal']

/** Whatever a use case of the sender may refuse with. */
export type SenderRefusal =
  | SendRefusal
  | SendDecidedRefusal
  | DecideReferralRefusal
  | AmendRefusal
  | GiveMoreRefusal
  | Exclude<TellClientRefusal, UnsafeContactRefusal>
  | RefusalOf<typeof chaseRecipient>

export interface RefusalWords {
  status: 403 | 404 | 409 | 422
  /** The field the words belong to; '' for the whole form. */
  field: string
  message: string
}

const ASK_AGAIN = ' Ask the client again, and share nothing more until they agree'

/** Where the words about the consent do not say it themselves. */
const WAY_ON: Record<GateRefusal['because'], string> = {
  never_asked: ' Ask the client first',
  refused: ASK_AGAIN,
  not_now: ASK_AGAIN,
  withdrawn: ASK_AGAIN,
  not_all_categories: ASK_AGAIN,
  review_due: '',
  not_in_one: '',
}

/** A refusal in words that say how to correct it. 403: nothing allows it; 409: it is too late; 422: something is missing. */
export function refusalWords(refusal: SenderRefusal): RefusalWords {
  switch (refusal.kind) {
    case 'consent-missing': {
      const name = 'agencyName' in refusal ? refusal.agencyName : 'this agency'
      return { status: 403, field: '', message: `${gateRefusalWords(refusal, name)}${WAY_ON[refusal.because]}` }
    }
    case 'beyond-override':
      return { status: 403, field: '', message: beyondOverrideWords(refusal) }
    case 'override-used':
      return conflict('The authorisation to share without consent has already been used. Ask for a new one')
    case 'reroute-needs-consent':
      return { status: 403, field: '', message: 'Sending to another agency instead needs the client’s new consent' }
    case 'replaced-moved-on':
      return conflict('The referral that this one would replace has changed. Open it first')
    case 'package-not-safe':
      return missing(fieldOf(refusal.problems[0]), refusal.problems.map(problemWords).join('. '))
    case 'already-open':
      return conflict(`There is an open referral to this agency for the same purpose: ${refusal.reference}`)
    case 'recipient-takes-none':
      return conflict(`${refusal.agencyName} takes no new referrals at present. Choose another agency`)
    case 'case-closed':
      return conflict('This case is closed. Reopen it before you refer')
    case 'already-done':
      return conflict('You have already sent this page, with different answers. Open it again to see what was saved')
    default:
      return decisionWords(refusal)
  }
}

/** The form as it was sent, with an error beside each field that the refusal concerns. */
export function refusedForm(form: FormState, refusal: SenderRefusal) {
  const { status, field, message } = refusalWords(refusal)
  const errors = fieldErrors(refusal) ?? [{ field, message }]
  return { form: { ...form, errors: [...form.errors, ...errors] }, status }
}

/** Null where the refusal concerns one field, or none. */
function fieldErrors(refusal: SenderRefusal): FieldError[] | null {
  if (refusal.kind === 'package-not-safe') return refusal.problems.flatMap(problemErrors)
  if (refusal.kind === 'fields-missing') return refusal.fields.map((field) => ({ field, message: 'Enter an answer' }))
  return null
}

type Rest = Exclude<
  SenderRefusal,
  {
    kind:
      | 'consent-missing'
      | 'beyond-override'
      | 'override-used'
      | 'reroute-needs-consent'
      | 'replaced-moved-on'
      | 'package-not-safe'
      | 'already-open'
      | 'recipient-takes-none'
      | 'case-closed'
      | 'already-done'
  }
>

function decisionWords(refusal: Rest): RefusalWords {
  switch (refusal.kind) {
    case 'asked-by-missing':
      return missing('askedBy', 'Say whether the client agreed to it or asked for it')
    case 'decided-in-the-future':
      return missing('decidedAt', 'The decision must not be in the future')
    case 'decided-before-report':
      return missing('decidedAt', 'The decision must not be before the report was received')
    case 'recipient-is-own-agency':
      return missing('recipientAgencyId', 'Choose another agency than your own')
    case 'recipient-cannot-receive':
      return missing('recipientAgencyId', 'This agency does not take referrals for that purpose. Choose another one')
    default:
      return moveWords(refusal)
  }
}

type MoveRest = Exclude<
  Rest,
  {
    kind:
      | 'asked-by-missing'
      | 'decided-in-the-future'
      | 'decided-before-report'
      | 'recipient-is-own-agency'
      | 'recipient-cannot-receive'
  }
>

function moveWords(refusal: MoveRest): RefusalWords {
  switch (refusal.kind) {
    case 'not-found':
      return { status: 404, field: '', message: 'We cannot find this referral' }
    case 'move-not-possible':
      return conflict(`This referral is now: ${label(refusal.state)}. ${possibleWords(refusal.possible)}`)
    case 'changed-since':
      return conflict(
        `Someone changed this referral while you had it open. It is now: ${label(refusal.state)}. Open it again`,
      )
    case 'fields-missing':
      return missing(refusal.fields[0] ?? '', 'Enter an answer')
    case 'not-in-the-list':
      return missing(refusal.field, 'Choose one of the answers listed')
    case 'nothing-awaited':
      return conflict(`You are not waiting for the other agency. This referral is now: ${label(refusal.state)}`)
    case 'chased-already':
      return conflict(
        `They were reminded ${sayFullInstant(refusal.chasedAt)}. You can remind them again from ${sayFullDay(refusal.againOn)}`,
      )
    case 'no-news':
      return conflict('There is no news to tell the client yet')
    case 'told-in-the-future':
      return missing('toldAt', 'When you told the client must not be in the future')
    case 'told-before-news':
      return missing('toldAt', `The news came ${sayFullInstant(refusal.newsAt)}. Enter a later time`)
  }
}

/** The field in which a problem can be corrected; unanswered questions have one each. */
function fieldOf(problem: PackageProblem | undefined): string {
  if (problem?.kind === 'no-safe-way-to-reach') return 'trustedPerson'
  return problem?.kind === 'summary-too-long' ? 'summary' : ''
}

function problemErrors(problem: PackageProblem): FieldError[] {
  if (problem.kind !== 'safety-unanswered') return [{ field: fieldOf(problem), message: problemWords(problem) }]
  return problem.questions.map((id) => ({ field: id, message: askFirst([id]) }))
}

function askFirst(questions: readonly SafetyQuestionId[]): string {
  return `Ask the client first, and choose the answer: ${questions.map((id) => SAFETY_QUESTIONS[id].question).join(' ')}`
}

function beyondOverrideWords({ authorised, categories }: Extract<SenderRefusal, { kind: 'beyond-override' }>): string {
  const named = (ids: readonly DataCategory[]) => ids.map((id) => DATA_CATEGORIES[id].label.toLowerCase()).join(', ')
  const only = `This referral was sent without the client’s consent. A manager authorised only: ${named(authorised)}`
  const leave = categories.length > 0 ? ` Leave out: ${named(categories)}.` : ''
  return `${only}.${leave} To share more, get the client’s consent, end this referral and send a new one`
}

function conflict(message: string): RefusalWords {
  return { status: 409, field: '', message }
}

function missing(field: string, message: string): RefusalWords {
  return { status: 422, field, message }
}

function label(state: ReferralState): string {
  return STATE_NAMES[state].toLowerCase()
}

function possibleWords(possible: readonly Parameters<typeof moveOf>[0][]): string {
  const named = possible.map((moveId) => moveOf(moveId).label)
  return named.length === 0 ? 'No more changes are possible' : `Possible now: ${named.join('; ')}`
}

/** What has to be corrected before a package may be sent. */
function problemWords(problem: PackageProblem): string {
  switch (problem.kind) {
    case 'safe-contact-left-out':
      return 'The client must agree to share how to contact them safely. Without this, no one may call'
    case 'name-left-out':
      return 'Share the name too. The client agreed to that, and a phone number is not shared without a name'
    case 'safety-unanswered':
      return askFirst(problem.questions)
    case 'no-safe-way-to-reach':
      return 'No safe way to reach the client is known. Enter a trusted person'
    case 'summary-too-long':
      return `Shorten the summary: it has ${problem.length} characters`
  }
}
