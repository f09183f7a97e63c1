import { languageInWords } from '../../../domain/cases/communication-need.ts'
import { REPORT_CHANNELS, REPORTER_ROLES, type ReportChannel, type ReporterRole } from '../../../domain/cases/report.ts'
import { href } from '../../../href.ts'
import { SummaryList, type SummaryRow } from '../../../ui/lists/summary-list.tsx'
import { PhoneNumbers } from '../../../ui/phone-numbers.tsx'
import { Day } from '../../../ui/time/time.tsx'
import type { CaseAction } from './case-actions.server.ts'
import { ClientCard, type ReachableClient } from './client-card.tsx'

interface Colleague {
  name: string
  phone: string
}

export interface PeopledCase {
  caseId: string
  client: ReachableClient & { dateOfBirth: string | null }
  contactability: string
  worker: Colleague | null
  alternative: Colleague | null
  takenBy: string | null
  channel: ReportChannel
  reporterRole: ReporterRole
  reporter: { name: string; organisation: string; relationship: string; contact: string } | null
  backdatedReason: string
  actions: readonly CaseAction[]
}

/** The client, the reporter, the case worker and the alternative contact. */
export function PeopleOfCase({ view, now }: { view: PeopledCase; now: Date }) {
  return (
    <>
      <h2 className="govuk-heading-m">The client</h2>
      {view.contactability === 'possible' ? <ClientCard client={view.client} /> : null}
      <SummaryList rows={clientRows(view, now)} />
      <h2 className="govuk-heading-m">Who works on the case</h2>
      <SummaryList rows={holderRows(view)} />
      <h2 className="govuk-heading-m">Who reported it</h2>
      <SummaryList rows={reporterRows(view)} />
    </>
  )
}

function clientRows({ caseId, client, contactability, actions }: PeopledCase, now: Date): SummaryRow[] {
  const change = { label: 'Change', href: href('/cases/:caseId/edit', { caseId }), about: 'the details of the client' }
  const reach = {
    possible: 'Yes',
    anonymous: 'No: the report is anonymous',
    client_unaware: 'No: the client does not know about the report',
  }
  return [
    { key: 'Name', value: client.name || 'Not given', action: actions.includes('change-details') ? change : undefined },
    { key: 'May be contacted', value: reach[contactability as keyof typeof reach] ?? '' },
    { key: 'Date of birth', value: client.dateOfBirth ? <Day on={client.dateOfBirth} now={now} /> : null },
    { key: 'Language', value: languageInWords(client.language) },
  ]
}

function holderRows({ caseId, worker, alternative, takenBy, actions }: PeopledCase): SummaryRow[] {
  const allocate = {
    label: worker ? 'Change' : 'Allocate',
    href: href('/cases/:caseId/allocate', { caseId }),
    about: 'the case worker',
  }
  const standIn = {
    label: alternative ? 'Change' : 'Name',
    href: href('/cases/:caseId/alternative-contact', { caseId }),
    about: 'the alternative contact',
  }
  return [
    {
      key: 'Case worker',
      value: worker ? named(worker) : 'No one yet',
      action: actions.includes('allocate') || actions.includes('take') ? allocate : undefined,
    },
    {
      key: 'Alternative contact',
      value: alternative ? named(alternative) : 'Not named yet',
      action: actions.includes('name-alternative-contact') ? standIn : undefined,
    },
    { key: 'Recorded by', value: takenBy },
  ]
}

function reporterRows({ channel, reporterRole, reporter, backdatedReason }: PeopledCase): SummaryRow[] {
  return [
    { key: 'Reported by', value: REPORTER_ROLES[reporterRole].label },
    { key: 'How', value: REPORT_CHANNELS[channel].label },
    { key: 'Name', value: reporter?.name || null },
    { key: 'Organisation', value: reporter?.organisation || null },
    { key: 'How they know the client', value: reporter?.relationship || null },
    { key: 'How to reach them', value: reporter?.contact || null },
    { key: 'Recorded later because', value: backdatedReason || null },
  ]
}

function named({ name, phone }: Colleague) {
  return phone ? (
    <>
      {name}, <PhoneNumbers text={phone} />
    </>
  ) : (
    name
  )
}
