import type { ReactNode } from 'react'
import { languageTags, needTags } from '../../../domain/cases/communication-need.ts'
import { PREFERRED_METHODS, warningsToRecipient } from '../../../domain/cases/safe-contact.ts'
import { PERCEIVED_BY, STRANDS } from '../../../domain/cases/strand.ts'
import {
  type PackageContent,
  type PackageParts,
  type RiskShared,
  safeContactShared,
} from '../../../domain/referrals/referral-package.ts'
import { SummaryList, type SummaryRow } from '../../../ui/lists/summary-list.tsx'
import { PhoneNumbers } from '../../../ui/phone-numbers.tsx'
import { RiskTag } from '../../../ui/risk-tag.tsx'
import { SafeContactSummary } from '../../../ui/safe-contact.tsx'
import { sayPartialDay } from '../../../ui/time/say-time.ts'
import { SharedIncidents } from './shared-incidents.tsx'

/** Form fields for texts that the sender still writes. */
export type PackageSlots = Partial<Record<'summary' | 'othersAtRisk' | 'workerSafety', ReactNode>>

interface PackageViewProps {
  content: PackageContent
  /** Form controls in place of these texts, while the sender still writes. */
  slots?: PackageSlots
  headingLevel?: 2 | 3
}

/**
 * A referral package as the recipient sees it, also shown to the sender before sending: safe contact and risk come
 * first. Data that the client did not agree to share is missing.
 */
export function PackageView({ content, slots = {}, headingLevel = 2 }: PackageViewProps) {
  const { parts } = content
  const rows = [...riskRows(parts, slots), ...identityRows(parts), ...strandRows(parts), ...storyRows(parts, slots)]
  return (
    <>
      <ReachBlock content={content} headingLevel={headingLevel} />
      <SummaryList rows={rows} />
      <SharedIncidents incidents={parts.incident_details?.incidents ?? []} headingLevel={headingLevel} />
    </>
  )
}

/** How to reach the client safely, beside a form that records a contact. Renders nothing once the package is hidden. */
export function SharedContact({ content }: { content: PackageContent | null }) {
  return content ? <ReachBlock content={content} headingLevel={2} /> : null
}

function ReachBlock({ content, headingLevel }: { content: PackageContent; headingLevel: 2 | 3 }) {
  const reach = content.parts.safe_contact
  const safe = safeContactShared(content)
  if (!reach || !safe) return null
  const channels = [
    { label: 'Prefers', value: safe.preferredMethod && PREFERRED_METHODS[safe.preferredMethod].label },
    { label: 'Phone', value: safe.phone && <PhoneNumbers text={safe.phone} /> },
    { label: 'E-mail', value: safe.email },
    { label: 'Address', value: safe.address },
  ].filter(({ value }) => value)
  return (
    <SafeContactSummary
      heading="How to reach them safely"
      headingLevel={headingLevel}
      warnings={warningsToRecipient(safe)}
      needs={[...needTags(reach), ...languageTags(reach), reach.communicationNote].filter(Boolean)}
      channels={channels}
    />
  )
}

function riskRows({ risk }: Partial<PackageParts>, slots: PackageSlots): SummaryRow[] {
  if (!risk) return []
  return [
    { key: 'Risk', value: <SharedLevel risk={risk} /> },
    { key: 'Warning', value: risk.check?.warnings.length ? <strong>{risk.check.warnings.join('; ')}</strong> : null },
    { key: 'Others at risk', value: slots.othersAtRisk ?? said(risk.othersAtRisk) },
    { key: 'Safety of workers', value: slots.workerSafety ?? said(risk.workerSafety) },
    { key: 'What makes it so', value: risk.factors.length > 0 ? risk.factors.join('; ') : null },
  ]
}

function SharedLevel({ risk: { level, check } }: { risk: RiskShared }) {
  return (
    <>
      <RiskTag level={level} provisional={check?.provisional ?? false} />
      {check ? ` checked on ${sayPartialDay(check.checkedOn)}` : null}
    </>
  )
}

function identityRows({ name, date_of_birth: birth }: Partial<PackageParts>): SummaryRow[] {
  return [
    ...(name ? [{ key: 'Name', value: said(name.name) }] : []),
    ...(birth ? [{ key: 'Date of birth', value: birth.dateOfBirth && sayPartialDay(birth.dateOfBirth) }] : []),
  ]
}

function strandRows({ strand }: Partial<PackageParts>): SummaryRow[] {
  if (!strand) return []
  const perceivedBy = strand.perceivedBy.map((id) => PERCEIVED_BY[id].label).join(', ')
  return [
    { key: 'Strand', value: strand.strands.map((id) => STRANDS[id].label).join('; ') || null },
    { key: 'Felt to be hate by', value: perceivedBy || null },
  ]
}

function storyRows(parts: Partial<PackageParts>, slots: PackageSlots): SummaryRow[] {
  const { incident_details: details, action_plan: plan, evidence, equality } = parts
  const told = details
    ? [
        { key: 'What happened', value: slots.summary ?? said(details.summary) },
        { key: 'What they want', value: said(details.wishes) },
      ]
    : []
  return [
    ...told,
    { key: 'Agreed actions', value: plan && plan.actions.length > 0 ? plan.actions.join('; ') : null },
    { key: 'Agreed contact', value: plan?.contact || null },
    { key: 'Evidence', value: evidence && evidence.items.length > 0 ? evidence.items.join('; ') : null },
    ...(equality?.answers ?? []).map(({ question, answer }) => ({ key: question, value: answer })),
  ]
}

function said(text: string): ReactNode {
  return text.trim() === '' ? null : <span className="accord-own-words">{text}</span>
}
