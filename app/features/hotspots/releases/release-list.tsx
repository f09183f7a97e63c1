import { href } from '../../../href.ts'
import { EmptyState } from '../../../ui/lists/empty-state.tsx'
import { ListTable } from '../../../ui/lists/list-table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { DRAFT_STATES } from './draft-states.ts'
import type { ListedRelease } from './read-releases-page.server.ts'

export function ReleaseList({ releases }: { releases: ListedRelease[] }) {
  if (releases.length === 0)
    return (
      <EmptyState why="No release has been requested yet. The map is empty until the first release is published." />
    )
  return (
    <ListTable
      caption="Releases"
      captionHidden
      rows={releases}
      rowKey={({ releaseId }) => releaseId}
      columns={[
        {
          key: 'period',
          header: 'Period',
          rowHeading: true,
          cell: ({ releaseId, period }) => (
            <TextLink href={href('/map/releases/:releaseId', { releaseId })}>{period}</TextLink>
          ),
        },
        {
          key: 'state',
          header: 'Status',
          value: ({ state }) => state,
          cell: ({ state }) => <Tag colour={DRAFT_STATES[state].colour}>{DRAFT_STATES[state].word}</Tag>,
        },
        { key: 'number', header: 'Number', numeric: true, cell: ({ number }) => number ?? '–' },
        { key: 'areas', header: 'Areas', numeric: true, cell: ({ areas }) => areas ?? '–' },
        { key: 'by', header: 'Last changed by', cell: ({ by }) => by },
      ]}
    />
  )
}
