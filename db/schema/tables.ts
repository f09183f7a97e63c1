import { actionPlan, planAction, planSignature } from './action-plan.ts'
import { agency } from './agency.ts'
import { awarenessEvent, awarenessPartner, calendarFeed } from './awareness.ts'
import { caseFile, client, clientSearchKey, contact, incident } from './case-file.ts'
import { consent, consentOverride } from './consent.ts'
import { documentVersion, paperDelivery, supportPack } from './document.ts'
import {
  bankHoliday,
  demoMail,
  draft,
  idempotency,
  notification,
  notificationChoice,
  rateLimit,
  setting,
} from './everyday.ts'
import { fileKey, storedFile } from './file.ts'
import {
  cellPopulation,
  countedIncident,
  hotspotBody,
  hotspotDraft,
  hotspotRelease,
  incidentImport,
  postcode,
  protectedPlace,
  releaseRule,
  streetCrime,
  tensionNote,
} from './hotspot.ts'
import { interview, interviewSection, needBooking } from './interview.ts'
import { caseOption, decisionRequest, measure } from './option.ts'
import { referral, referralNote, referralOrigin, referralPackage, referralSearchKey, referralStep } from './referral.ts'
import { repair } from './repair.ts'
import { riskCheck, riskLevelChange } from './risk.ts'
import { credential, invitation, recoveryCode, session, staff } from './staff.ts'
import { auditHead, caseEvent, clock } from './timeline.ts'

/** All tables of the portal. The policy and the isolation test compare this list with the database's catalogue. */
export const TABLES = {
  agency,
  staff,
  credential,
  recoveryCode,
  invitation,
  session,
  client,
  clientSearchKey,
  caseFile,
  incident,
  contact,
  documentVersion,
  repair,
  paperDelivery,
  supportPack,
  riskCheck,
  riskLevelChange,
  interview,
  interviewSection,
  needBooking,
  fileKey,
  storedFile,
  actionPlan,
  planAction,
  planSignature,
  consent,
  consentOverride,
  caseOption,
  measure,
  decisionRequest,
  referral,
  referralOrigin,
  referralPackage,
  referralSearchKey,
  referralStep,
  referralNote,
  caseEvent,
  auditHead,
  clock,
  draft,
  idempotency,
  notification,
  notificationChoice,
  demoMail,
  bankHoliday,
  setting,
  rateLimit,
  countedIncident,
  incidentImport,
  releaseRule,
  hotspotDraft,
  hotspotBody,
  hotspotRelease,
  protectedPlace,
  postcode,
  streetCrime,
  cellPopulation,
  tensionNote,
  awarenessEvent,
  awarenessPartner,
  calendarFeed,
}

export type TableName = keyof typeof TABLES

export type ColumnOf<Table extends TableName> = keyof (typeof TABLES)[Table]['$inferSelect'] & string
