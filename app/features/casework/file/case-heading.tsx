import { useLocation } from '@remix-run/react'
import type { Contactability } from '../../../domain/cases/case-event.ts'
import { href } from '../../../href.ts'
import { BackLink } from '../../../ui/layout/back-link.tsx'
import { PageTitle } from '../../../ui/layout/page-title.tsx'
import { SubNavigation } from '../../../ui/layout/sub-navigation.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { ViolenceTag } from '../../../ui/violence-tag.tsx'
import { type StageItem, StageLine } from '../progress/stage-line.tsx'

const TABS = {
  timeline: { label: 'Timeline', pattern: '/cases/:caseId' },
  casework: { label: 'Casework', pattern: '/cases/:caseId/casework' },
  incidents: { label: 'Incidents', pattern: '/cases/:caseId/incidents' },
  contacts: { label: 'Contacts', pattern: '/cases/:caseId/contacts' },
  people: { label: 'People', pattern: '/cases/:caseId/people' },
  consents: { label: 'Consents', pattern: '/cases/:caseId/consents' },
  referrals: { label: 'Referrals', pattern: '/cases/:caseId/referrals' },
} as const

export type CaseTab = keyof typeof TABS

export interface HeadedCase {
  caseId: string
  reference: string
  client: { name: string }
  stage: 'open' | 'closed'
  serious: boolean
  contactability: Contactability
  caseWorkerId: string | null
  returnedToQueueAt: Date | null
  stages: readonly StageItem[]
  next: { label: string; href: string; why: string } | null
}

/** The client, the tags, the stage and the tabs; the same on every part of a case. */
export function CaseHeading({ view, current }: { view: HeadedCase; current: CaseTab }) {
  return (
    <>
      <BackLink href={href('/cases')}>Cases</BackLink>
      <PageTitle caption="Case" reference={view.reference}>
        {view.client.name || 'Name not given'}
      </PageTitle>
      <CaseTags view={view} />
      <StageLine stages={view.stages} />
      <SubNavigation
        label="Parts of the case"
        items={Object.entries(TABS).map(([tab, { label, pattern }]) => ({
          label,
          href: href(pattern, { caseId: view.caseId }),
          current: tab === current,
        }))}
      />
      {view.next && current !== 'timeline' ? <Next next={view.next} /> : null}
    </>
  )
}

/** The first page of a case has the same with a button. The page of the step itself does not lead to itself. */
function Next({ next: { label, href, why } }: { next: NonNullable<HeadedCase['next']> }) {
  const { pathname } = useLocation()
  if (pathname === href) return null
  return (
    <p className="govuk-body accord-no-print">
      Next: <TextLink href={href}>{label}</TextLink>. {why}
    </p>
  )
}

function CaseTags({ view }: { view: HeadedCase }) {
  const { serious, stage, contactability, caseWorkerId, returnedToQueueAt } = view
  const workerLeft = caseWorkerId === null && returnedToQueueAt !== null
  return (
    <p className="govuk-body accord-tags">
      {stage === 'closed' ? <Tag colour="grey">Closed</Tag> : null}
      <ViolenceTag serious={serious} />
      {workerLeft ? <Tag colour="red">Worker left</Tag> : null}
      {caseWorkerId === null && !workerLeft && stage === 'open' ? <Tag colour="orange">Unallocated</Tag> : null}
      {contactability === 'possible' ? null : <Tag colour="grey">Contact not possible</Tag>}
    </p>
  )
}
