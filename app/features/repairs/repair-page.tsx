import { href } from '../../href.ts'
import { SummaryList } from '../../ui/lists/summary-list.tsx'
import { PhoneNumbers } from '../../ui/phone-numbers.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Instant } from '../../ui/time/time.tsx'
import { CountdownWords } from './countdown.tsx'
import type { RepairAction, ShownRepair } from './read-repair.server.ts'

interface RepairFactsProps {
  caseId: string
  repair: ShownRepair
  now: Date
}

const PHOTO_FIRST = 'No photo yet. Take one before anyone removes the graffiti.'
const NO_ONE = 'No one is on the way yet.'

/** The countdown first, then who is on the way, the photo and what was recorded. */
export function RepairFacts({ caseId, repair, now }: RepairFactsProps) {
  const { repairId, assigned, photo, ended, exception, actions } = repair
  const page = (action: RepairAction) => href(`/cases/:caseId/repairs/:repairId/${action}`, { caseId, repairId })
  const change = (action: RepairAction, label: string) =>
    actions.includes(action) ? { action: { label, href: page(action) } } : {}
  return (
    <>
      <p className="govuk-heading-m">
        <CountdownWords countdown={repair.countdown} />
      </p>
      <SummaryList
        rows={[
          { key: repair.kind === 'repair' ? 'What is broken' : 'What is written', value: repair.damage },
          { key: 'Where', value: repair.place || null },
          { key: 'Owner', value: repair.owner || null },
          {
            key: 'Photo',
            value: <Photos caseId={caseId} repair={repair} />,
            ...change('photo', ended ? 'Add a photo of the result' : photo.answered ? 'Change' : 'Add a photo'),
          },
          {
            key: 'On the way',
            value: ended && !assigned ? null : <OnTheWay assigned={assigned} now={now} />,
            ...change('assign', assigned ? 'Change' : 'Say who'),
          },
          { key: 'Client’s wish', value: repair.wish || null },
          {
            key: 'Result',
            value: ended ? <Said words={ended.result} at={ended.at} note={ended.note} now={now} /> : null,
          },
          {
            key: 'Exception',
            value: exception ? (
              <Said words={exception.reason} at={exception.at} note={exception.note} now={now} />
            ) : null,
          },
          { key: 'Entered in error', value: repair.error || null },
          {
            key: 'Reported',
            value: (
              <>
                <Instant at={repair.reportedAt} now={now} />, recorded by {repair.recordedBy}
                {repair.backdatedReason ? `. Recorded later: ${repair.backdatedReason}` : ''}
              </>
            ),
          },
        ]}
      />
    </>
  )
}

function Photos({ caseId, repair: { kind, photo } }: Omit<RepairFactsProps, 'now'>) {
  if (photo.files.length === 0) return <>{photo.words || (kind === 'graffiti' ? PHOTO_FIRST : 'No photo yet.')}</>
  return (
    <>
      {photo.words}
      {photo.files.map(({ label, fileId }) => (
        <p key={fileId} className="govuk-body govuk-!-margin-bottom-0">
          <TextLink href={href('/cases/:caseId/files/:fileId/view', { caseId, fileId })}>{label}</TextLink>
        </p>
      ))}
    </>
  )
}

function OnTheWay({ assigned, now }: { assigned: ShownRepair['assigned']; now: Date }) {
  if (!assigned) return <>{NO_ONE}</>
  return (
    <>
      {assigned.to}
      {assigned.phone ? (
        <>
          , <PhoneNumbers text={assigned.phone} />
        </>
      ) : null}
      {assigned.expectedAt ? (
        <>
          , expected <Instant at={assigned.expectedAt} now={now} />
        </>
      ) : null}
    </>
  )
}

function Said({ words, at, note, now }: { words: string; at: Date; note: string; now: Date }) {
  return (
    <>
      {words}, <Instant at={at} now={now} />
      {note ? <p className="govuk-body-s accord-own-words">{note}</p> : null}
    </>
  )
}

const WAYS: Partial<Record<RepairAction, string>> = {
  exception: 'It cannot be done: record an exception',
  reopen: 'This was recorded wrongly',
  error: 'Mark the report as entered in error',
}

/** What is seldom needed, below everything else. */
export function SeldomActions({ caseId, repair }: Omit<RepairFactsProps, 'now'>) {
  const { repairId, actions } = repair
  return (
    <ul className="govuk-list accord-no-print">
      {actions
        .filter((action) => WAYS[action])
        .map((action) => (
          <li key={action}>
            <TextLink href={href(`/cases/:caseId/repairs/:repairId/${action}`, { caseId, repairId })}>
              {WAYS[action]}
            </TextLink>
          </li>
        ))}
    </ul>
  )
}
