import type { ReactNode } from 'react'
import { lowerFirst } from '../../domain/text/first-letter.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { PageTitle } from '../../ui/layout/page-title.tsx'
import { CountdownWords } from './countdown.tsx'
import type { ShownRepair } from './read-repair.server.ts'

interface RepairFormPageProps {
  caseId: string
  reference: string
  repair: Pick<ShownRepair, 'repairId' | 'title' | 'damage' | 'countdown'>
  title: string
  children: ReactNode
}

/** The frame of each form about one repair: what it is about, and how long is left. */
export function RepairFormPage({ caseId, reference, repair, title, children }: RepairFormPageProps) {
  const { repairId, damage, countdown } = repair
  return (
    <>
      <BackLink
        href={href('/cases/:caseId/repairs/:repairId', { caseId, repairId })}
      >{`Back to ${lowerFirst(repair.title)}`}</BackLink>
      <PageTitle caption={repair.title} reference={reference}>
        {title}
      </PageTitle>
      <p className="govuk-body">
        {damage}
        <br />
        <CountdownWords countdown={countdown} />
      </p>
      {children}
    </>
  )
}
