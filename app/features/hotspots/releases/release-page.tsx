import { NOT_A_SECOND_PERSON } from '../../../domain/partnership/second-person.ts'
import { href } from '../../../href.ts'
import { ButtonGroup, ButtonLink } from '../../../ui/button.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import { SummaryList } from '../../../ui/lists/summary-list.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { RulesList } from '../rules/rules-list.tsx'
import { AttackTable } from './attack-table.tsx'
import { DRAFT_STATES } from './draft-states.ts'
import type { ReleasePageFacts } from './read-release-page.server.ts'

/** The facts two people need before a release is published, and anyone afterwards. */
export function ReleasePage({ release }: { release: ReleasePageFacts }) {
  const { attackReport, rules, sound } = release
  return (
    <>
      <NextStep release={release} />
      <Facts release={release} />
      {attackReport ? <AttackTable report={attackReport} sound={sound} /> : null}
      <h2 className="govuk-heading-m">Rules of this release</h2>
      <RulesList rules={rules} />
    </>
  )
}

function NextStep({ release }: { release: ReleasePageFacts }) {
  const { releaseId, state, mayPropose, mayDecide, isOwn, isSamePerson } = release
  const address = href('/map/releases/:releaseId', { releaseId })
  if (state === 'asked') return <InsetText>It is being built. Open this page again in a minute.</InsetText>
  if (state === 'failed')
    return (
      <InsetText>
        This release could not be built. The operator can find the reason in the log. You can request a release of this
        period again.
      </InsetText>
    )
  if (state === 'too_few')
    return (
      <InsetText>
        There are too few incidents to publish even one number. Request a longer period: a half year, or a year.
      </InsetText>
    )
  if (isOwn) return <InsetText>You proposed this release. Another person must read this page and decide.</InsetText>
  if (isSamePerson) return <InsetText>{NOT_A_SECOND_PERSON}.</InsetText>
  if (!mayPropose && !mayDecide) return null
  return (
    <ButtonGroup>
      {mayPropose ? <ButtonLink href={`${address}/propose`}>Propose this release</ButtonLink> : null}
      {mayDecide ? <ButtonLink href={`${address}/preview`}>See the map you would publish</ButtonLink> : null}
      {mayDecide ? (
        <ButtonLink href={`${address}/decide`} variant="secondary">
          Decide on this release
        </ButtonLink>
      ) : null}
    </ButtonGroup>
  )
}

function Facts({ release }: { release: ReleasePageFacts }) {
  const { releaseId, state, summary, sha256, previousSha256, number, askedByName, proposedByName, decidedByName } =
    release
  const { word, colour } = DRAFT_STATES[state]
  return (
    <SummaryList
      rows={[
        { key: 'Status', value: <Tag colour={colour}>{word}</Tag> },
        { key: 'Release number', value: number },
        { key: 'Incidents', value: summary ? `about ${summary.incidents}, in ${summary.areas} areas` : null },
        {
          key: 'Detail',
          value: summary
            ? `${summary.atSevenOrFiner} per cent of incidents in hexagons of size 7 or finer, ${summary.atEight} per cent in the finest; ${summary.onTheMap} per cent on the map`
            : null,
        },
        { key: 'Requested by', value: askedByName },
        { key: 'Proposed by', value: proposedByName },
        { key: state === 'refused' ? 'Refused by' : 'Published by', value: decidedByName },
        { key: 'Why it was refused', value: release.decisionNote || null },
        { key: 'Fingerprint (SHA-256)', value: sha256 ? <code className="accord-hash">{sha256}</code> : null },
        {
          key: 'Fingerprint of the release before',
          value: previousSha256 ? <code className="accord-hash">{previousSha256}</code> : null,
        },
        {
          key: 'As published',
          value:
            state === 'published' ? (
              <TextLink href={href('/map/releases/:releaseId/file', { releaseId })} reload>
                Download the file to check the release
              </TextLink>
            ) : null,
        },
      ]}
    />
  )
}
