import { aboutCase } from '../notifications/notification-audience.ts'
import { LOWER_RISK_REASONS, RAISE_RISK_REASONS } from '../risk/risk-change.ts'
import { COMPLETED_WITH } from '../risk/risk-check.ts'
import { RISK_LEVELS } from '../risk/risk-level.ts'
import { lowerFirst } from '../text/first-letter.ts'
import { type CaseEventTable, labelOf } from './event-row.ts'

const toManagersIfHigh = <Data>(levelOf: (data: Data) => string) =>
  aboutCase<Data>((data, { to }) => (levelOf(data) === 'high' ? to('high-risk', { staffIds: [], managers: true }) : []))

/** Events about the risk of a client (G4). */
export const RISK_EVENTS = {
  'risk-checked': {
    group: 'risk',
    title: ({ level, provisional }) =>
      `Risk check: ${lowerFirst(labelOf(RISK_LEVELS, level))}${provisional ? ' (provisional)' : ''}`,
    detail: ({ completedWith, warnings }) =>
      `${labelOf(COMPLETED_WITH, completedWith)}.${warnings.length > 0 ? ' A warning answer makes the level high.' : ''}`,
    notifies: toManagersIfHigh(({ level }) => level),
  },
  'risk-level-raised': {
    group: 'risk',
    title: ({ from, to }) => `Risk level raised ${fromTo(from, to)}`,
    detail: ({ reason }) => labelOf(RAISE_RISK_REASONS, reason),
    notifies: toManagersIfHigh(({ to }) => to),
  },
  'risk-level-lowered': {
    group: 'risk',
    title: ({ from, to }) => `Risk level lowered ${fromTo(from, to)}`,
    detail: ({ reason }) => labelOf(LOWER_RISK_REASONS, reason),
    notifies: 'nobody',
  },
} satisfies Partial<CaseEventTable>

function fromTo(from: string, to: string): string {
  return `from ${lowerFirst(labelOf(RISK_LEVELS, from))} to ${lowerFirst(labelOf(RISK_LEVELS, to))}`
}
