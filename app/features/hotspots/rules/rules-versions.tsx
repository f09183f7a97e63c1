import type { ReleaseRules } from '../../../domain/hotspots/release/release-rules.ts'
import type { RulesEffect } from '../../../domain/hotspots/release/rules-effect.ts'
import { NOT_A_SECOND_PERSON } from '../../../domain/partnership/second-person.ts'
import { href } from '../../../href.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import { Table } from '../../../ui/lists/table.tsx'
import { londonDay } from '../../../ui/time/say-time.ts'
import { Day } from '../../../ui/time/time.tsx'
import { RulesChanges } from './rules-changes.tsx'

interface OpenRules {
  rules: ReleaseRules
  reason: string
  proposedByName: string
  isOwn: boolean
  mayDecide: boolean
  effect: RulesEffect | null
}

export function RulesWaiting({ open, inForce }: { open: OpenRules; inForce: ReleaseRules }) {
  const { rules, reason, proposedByName, isOwn, mayDecide, effect } = open
  return (
    <>
      <h2 className="govuk-heading-m">Proposed by {proposedByName}</h2>
      <p className="govuk-body">{reason}</p>
      <RulesChanges from={inForce} to={rules} effect={effect} />
      {mayDecide ? <ButtonLink href={href('/map/rules/decide')}>Decide on these rules</ButtonLink> : null}
      {isOwn ? <InsetText>You proposed these rules. Another person decides.</InsetText> : null}
      {!mayDecide && !isOwn ? <InsetText>{NOT_A_SECOND_PERSON}.</InsetText> : null}
    </>
  )
}

const STATES = { proposed: 'Waiting for a second person', in_force: 'Accepted', refused: 'Refused' }

interface Version {
  version: number
  state: keyof typeof STATES
  reason: string
  proposedByName: string
  decidedByName: string | null
  proposedAt: Date | string
}

export function RuleVersions({ versions, now }: { versions: Version[]; now: Date | string }) {
  return (
    <>
      <h2 className="govuk-heading-m govuk-!-margin-top-6">History of the rules</h2>
      <Table
        caption="Versions of the rules"
        captionHidden
        rows={versions}
        rowKey={({ version }) => String(version)}
        columns={[
          { key: 'version', header: 'Version', rowHeading: true, cell: ({ version }) => `Version ${version}` },
          { key: 'state', header: 'Status', cell: ({ state }) => STATES[state] },
          { key: 'why', header: 'Why', cell: ({ reason }) => reason },
          { key: 'by', header: 'Proposed by', cell: ({ proposedByName }) => proposedByName },
          { key: 'with', header: 'Decided by', cell: ({ decidedByName }) => decidedByName ?? '–' },
          { key: 'on', header: 'Proposed on', cell: ({ proposedAt }) => <Day on={londonDay(proposedAt)} now={now} /> },
        ]}
      />
    </>
  )
}
