import { describe, expect, test } from 'vitest'
import { CASE_STAGES } from './cases/case.ts'
import {
  CONTACT_ERROR_REASONS,
  DEFERRAL_REASONS,
  EXCEPTION_REASONS,
  LATE_REASONS,
  LOWERED_REASONS,
  SERIOUS_REASONS,
} from './cases/case-reason.ts'
import { COMMUNICATION_NEEDS } from './cases/communication-need.ts'
import { CONTACT_CHANNELS, CONTACT_OUTCOMES } from './cases/contact.ts'
import { INCIDENT_TYPES, LOCATION_TYPES, POLICE_STATUS } from './cases/incident-type.ts'
import { REPORT_CHANNELS, REPORTER_ROLES } from './cases/report.ts'
import { PREFERRED_METHODS } from './cases/safe-contact.ts'
import { PERCEIVED_BY, STRANDS } from './cases/strand.ts'
import { UNSAFE_CONTACT_REASONS } from './cases/unsafe-contact.ts'
import { CONSENT_CAPACITY, CONSENT_DECISIONS, CONSENT_GRANTORS, CONSENT_METHODS } from './consents/consent.ts'
import { CONSENT_PURPOSES } from './consents/consent-purpose.ts'
import { DATA_CATEGORIES } from './consents/data-category.ts'
import { OVERRIDE_GROUNDS, WHY_NO_CONSENT } from './consents/override.ts'
import { DECISION_KINDS, DECISIONS } from './decisions/decision-request.ts'
import {
  CANCEL_REASONS,
  CHANGE_REASONS,
  COMPANIONS,
  INTERVIEW_PLACES,
  INTERVIEW_STATES,
  PLACE_CHOOSERS,
} from './interview/interview-place.ts'
import { BOOKED_WITH, BOOKING_STATES, WITHOUT_REASONS } from './interview/need-booking.ts'
import {
  ENCOURAGEMENT_BENEFITS,
  ENCOURAGEMENT_RESPONSES,
  PROCESS_FORMATS,
  PROCESS_WAYS,
  SUPPORT_DISCUSSED,
} from './interview/process-explained.ts'
import { CLIENT_WISHES } from './options/client-wish.ts'
import { MEASURE_CANCEL_REASONS, MEASURES } from './options/measure.ts'
import { OPTION_ANSWERS, OPTIONS } from './options/option.ts'
import { DOCUMENT_KINDS } from './papers/document-kind.ts'
import { PAPER_ERROR_REASONS } from './papers/paper-error.ts'
import { PAPER_FORMATS, PAPER_LANGUAGES, TRANSLATED_BY } from './papers/paper-format.ts'
import { PAPER_RECIPIENTS, PAPER_WAYS } from './papers/paper-way.ts'
import { PACK_ANSWERS, SUPPORT_PACK_ITEMS } from './papers/support-pack.ts'
import { AGENCY_TYPES } from './partnership/agency.ts'
import { AWARENESS_KINDS, AWARENESS_MOVES, AWARENESS_STATES, PARTNER_STATES } from './partnership/awareness.ts'
import { TENSION_GRADES } from './partnership/tension.ts'
import { ACTION_STATES } from './plans/plan-action.ts'
import { PLAN_ALERTS } from './plans/plan-alerts.ts'
import { ACTION_OWNERS, CLIENT_ANSWERS, PLAN_STATES } from './plans/plan-content.ts'
import { PLAN_GAPS } from './plans/plan-gaps.ts'
import { AGREEMENT_WAYS, PLAN_PARTIES, SIGNING_WAYS } from './plans/plan-signature.ts'
import { REFERRAL_MOVES } from './referrals/referral.ts'
import { ASKED_BY } from './referrals/referral-decision.ts'
import { REFERRAL_PROMPTS } from './referrals/referral-prompt.ts'
import { DECLINE_REASONS, ERROR_REASONS, OUTCOMES, WITHDRAWAL_REASONS } from './referrals/referral-reason.ts'
import { STATE_NAMES } from './referrals/referral-status.ts'
import { RISK_LEVELS } from './risk/risk-level.ts'

const VOCABULARIES = {
  ACTION_OWNERS,
  ACTION_STATES,
  AGREEMENT_WAYS,
  CLIENT_ANSWERS,
  PLAN_ALERTS,
  PLAN_GAPS,
  PLAN_PARTIES,
  PLAN_STATES,
  SIGNING_WAYS,
  AGENCY_TYPES,
  ASKED_BY,
  AWARENESS_KINDS,
  AWARENESS_MOVES,
  AWARENESS_STATES,
  BOOKED_WITH,
  BOOKING_STATES,
  CANCEL_REASONS,
  CHANGE_REASONS,
  COMPANIONS,
  ENCOURAGEMENT_BENEFITS,
  ENCOURAGEMENT_RESPONSES,
  INTERVIEW_PLACES,
  INTERVIEW_STATES,
  PLACE_CHOOSERS,
  PROCESS_FORMATS,
  PROCESS_WAYS,
  SUPPORT_DISCUSSED,
  WITHOUT_REASONS,
  CASE_STAGES,
  CLIENT_WISHES,
  COMMUNICATION_NEEDS,
  CONSENT_CAPACITY,
  CONSENT_DECISIONS,
  CONSENT_GRANTORS,
  CONSENT_METHODS,
  CONSENT_PURPOSES,
  CONTACT_CHANNELS,
  CONTACT_ERROR_REASONS,
  CONTACT_OUTCOMES,
  DATA_CATEGORIES,
  DECISIONS,
  DECISION_KINDS,
  DECLINE_REASONS,
  DOCUMENT_KINDS,
  DEFERRAL_REASONS,
  ERROR_REASONS,
  EXCEPTION_REASONS,
  INCIDENT_TYPES,
  LATE_REASONS,
  LOCATION_TYPES,
  LOWERED_REASONS,
  MEASURES,
  MEASURE_CANCEL_REASONS,
  OPTIONS,
  OPTION_ANSWERS,
  OUTCOMES,
  OVERRIDE_GROUNDS,
  PACK_ANSWERS,
  PAPER_ERROR_REASONS,
  PAPER_FORMATS,
  PAPER_LANGUAGES,
  PAPER_RECIPIENTS,
  PAPER_WAYS,
  PARTNER_STATES,
  PERCEIVED_BY,
  POLICE_STATUS,
  PREFERRED_METHODS,
  REFERRAL_MOVES,
  REFERRAL_PROMPTS,
  REFERRAL_STATES: Object.fromEntries(Object.entries(STATE_NAMES).map(([state, label]) => [state, { label }])),
  REPORTER_ROLES,
  REPORT_CHANNELS,
  RISK_LEVELS,
  SERIOUS_REASONS,
  STRANDS,
  SUPPORT_PACK_ITEMS,
  TENSION_GRADES,
  TRANSLATED_BY,
  UNSAFE_CONTACT_REASONS,
  WHY_NO_CONSENT,
  WITHDRAWAL_REASONS,
}

const entries = Object.entries(VOCABULARIES).flatMap(([table, rows]) =>
  Object.entries(rows).map(([id, row]) => ({ table, id, label: row.label, words: JSON.stringify([id, row]) })),
)

describe('every vocabulary', () => {
  test('has ids that can be a column’s text and an address', () => {
    expect(entries.filter(({ id }) => !/^[a-z][a-z_]*$/.test(id))).toEqual([])
  })

  test('has a label for each id, and no label twice in one table', () => {
    expect(entries.filter(({ label }) => label.trim() === '')).toEqual([])
    for (const [table, rows] of Object.entries(VOCABULARIES)) {
      const labels = Object.values(rows).map((row) => row.label)
      expect(new Set(labels).size, table).toBe(labels.length)
    }
  })

  test('G2: nobody can call a report unfounded, false, unproven or not believed', () => {
    const disbelief = /unfounded|unproven|unsubstantiated|not.believed|false.(report|complaint|claim)|no.crime\b/i
    expect(entries.filter(({ words }) => disbelief.test(words))).toEqual([])
  })

  test('uses none of the words the partnership avoids', () => {
    const avoided = /complainant|offender|\bBAME\b|suffers from|\bSLA\b|service user/i
    expect(entries.filter(({ words }) => avoided.test(words))).toEqual([])
  })
})

describe('risk', () => {
  test('sorts a case that nobody has assessed before one assessed as standard', () => {
    expect(RISK_LEVELS.not_assessed.rank).toBeGreaterThan(RISK_LEVELS.standard.rank)
    expect(RISK_LEVELS.high.rank).toBeGreaterThan(RISK_LEVELS.medium.rank)
  })
})

describe('the local prompts of a referral', () => {
  test('are called local and never look like a clause of the standard', () => {
    for (const { label } of Object.values(REFERRAL_PROMPTS)) expect(label).toMatch(/^Local target: /)
  })

  test('are 1, 2, 2 and 10 working days', () => {
    expect(Object.values(REFERRAL_PROMPTS).map((prompt) => prompt.workingDays)).toEqual([1, 2, 2, 10])
  })
})
