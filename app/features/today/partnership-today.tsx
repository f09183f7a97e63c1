import { InsetText } from '../../ui/inset-text.tsx'
import { Table } from '../../ui/lists/table.tsx'
import type { AgencyCounts } from './read-partnership.server.ts'

const FEWER = 'fewer than 5'

/** The partnership's work in three months, as counts only: the readers of this page see no cases. */
export function PartnershipToday({ counts }: { counts: AgencyCounts[] }) {
  return (
    <>
      <InsetText>
        You see counts, never cases. A count of 1 to 4 is shown as “{FEWER}”, so that no one can be identified.
      </InsetText>
      <Table
        caption="The last three months, by agency"
        rows={counts}
        rowKey={({ agencyName }) => agencyName}
        columns={[
          { key: 'agency', header: 'Agency', rowHeading: true, cell: ({ agencyName }) => agencyName },
          { key: 'reports', header: 'Reports', numeric: true, cell: ({ reports }) => said(reports) },
          { key: 'kept', header: 'Contacts in time', numeric: true, cell: (row) => said(row.contactKept) },
          { key: 'missed', header: 'Contacts missed', numeric: true, cell: (row) => said(row.contactMissed) },
          { key: 'sent', header: 'Referrals sent', numeric: true, cell: (row) => said(row.referralsSent) },
          { key: 'late', header: 'Sent late', numeric: true, cell: (row) => said(row.referMissed) },
          { key: 'received', header: 'Received', numeric: true, cell: (row) => said(row.received) },
          { key: 'unanswered', header: 'Unanswered', numeric: true, cell: (row) => said(row.unanswered) },
          { key: 'overrides', header: 'Without consent', numeric: true, cell: (row) => said(row.overrides) },
        ]}
      />
    </>
  )
}

function said(count: number | null): string {
  return count === null ? FEWER : String(count)
}
