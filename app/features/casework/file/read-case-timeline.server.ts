import type { Tx } from '../../../../db/as-actor.ts'
import { TIMELINE_GROUPS, type TimelineGroup } from '../../../domain/events/event-row.ts'
import type { Reading } from '../../../domain/partnership/actor.ts'
import { readTimeline } from '../../../timeline/read-timeline.server.ts'
import { readIncidentsOfCase } from './read-case-parts.server.ts'
import type { CaseView } from './read-case-view.server.ts'

/** The first page of a case: its events, and the words of the latest report. */
export async function readCaseTimeline(tx: Tx, reading: Reading, view: CaseView, address: URLSearchParams) {
  const show = address.get('show') ?? ''
  const shown = Object.hasOwn(TIMELINE_GROUPS, show) ? (show as TimelineGroup) : null
  const before = Number(address.get('before') ?? '')
  const wanted = {
    caseId: view.caseId,
    group: shown,
    before: Number.isSafeInteger(before) && before > 0 ? before : null,
  }
  const [timeline, [latest]] = await Promise.all([
    readTimeline(tx, reading.actor, wanted),
    readIncidentsOfCase(tx, reading.actor, view.caseId),
  ])
  const groups = Object.entries(TIMELINE_GROUPS).map(([id, { label }]) => ({ id, label }))
  return { ...timeline, shown, groups, account: latest?.account ?? '' }
}
