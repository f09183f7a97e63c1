import type { AttackReport } from '../../../domain/hotspots/attack/attack-report.ts'
import { InsetText } from '../../../ui/inset-text.tsx'
import { Table } from '../../../ui/lists/table.tsx'
import { WarningText } from '../../../ui/warning-text.tsx'

/** The attacks tried on a release before anyone saw it. */
export function AttackTable({ report, sound }: { report: AttackReport; sound: boolean }) {
  const { attempts, control } = report
  const share = Math.round((100 * control.recovered) / Math.max(control.hidden, 1))
  return (
    <>
      <h2 className="govuk-heading-m">Attacks on this release</h2>
      {sound ? null : <WarningText>An attack succeeded: this release cannot be proposed.</WarningText>}
      <Table
        caption="Attacks on this release"
        captionHidden
        rows={attempts}
        rowKey={({ name }) => name}
        columns={[
          { key: 'does', header: 'What was tried', rowHeading: true, cell: ({ does }) => does },
          { key: 'tried', header: 'Times', numeric: true, cell: ({ tried }) => tried },
          { key: 'found', header: 'Found', numeric: true, cell: ({ found }) => found },
        ]}
      />
      <InsetText>
        On a map that only hides small counts, the same attacks found {control.recovered} of the {control.hidden}{' '}
        numbers it hid ({share} per cent). This shows that the attacks work.
      </InsetText>
    </>
  )
}
