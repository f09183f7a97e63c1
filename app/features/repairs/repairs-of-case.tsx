import { href } from '../../href.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/lists/empty-state.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import type { ListedRepair } from './list-repairs.server.ts'
import { RepairTable } from './repair-table.tsx'

interface RepairsOfCaseProps {
  caseId: string
  isOpen: boolean
  repairs: readonly ListedRepair[]
}

export function RepairsOfCase({ caseId, isOpen, repairs }: RepairsOfCaseProps) {
  const report = isOpen ? (
    <ButtonLink href={href('/cases/:caseId/repairs/new', { caseId })}>Report a repair or graffiti</ButtonLink>
  ) : null
  return (
    <>
      <h2 className="govuk-heading-m">Repairs and graffiti</h2>
      {repairs.length === 0 ? (
        <EmptyState why="No repairs or graffiti are reported in this case. Emergency repairs and offensive graffiti have 24 hours, day and night.">
          {report}
        </EmptyState>
      ) : (
        <>
          <RepairTable caption="Repairs and graffiti of this case" repairs={repairs} />
          {report}
        </>
      )}
      <p className="govuk-body">
        <TextLink href={href('/repairs')}>All repairs and graffiti of your agency</TextLink>
      </p>
    </>
  )
}
