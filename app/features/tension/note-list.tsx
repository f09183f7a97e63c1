import { TENSION_GRADES, type TensionGrade } from '../../domain/partnership/tension.ts'
import { href } from '../../href.ts'
import { EmptyList } from '../../ui/lists/empty-list.tsx'
import { type ListColumn, ListTable } from '../../ui/lists/list-table.tsx'
import { Tag, type TagColour } from '../../ui/tag.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Day, Instant } from '../../ui/time/time.tsx'
import { NOTES, type NotesQuery } from './notes-query.ts'
import type { NoteShown } from './read-notes.server.ts'

const COLOURS = { experienced: 'red', evidenced: 'orange', potential: 'yellow' } as const satisfies Record<
  TensionGrade,
  TagColour
>

interface NoteListProps {
  notes: NoteShown[]
  query: NotesQuery
  now: string
}

export function NoteList({ notes, query, now }: NoteListProps) {
  if (notes.length === 0)
    return (
      <EmptyList
        list={NOTES}
        query={query}
        filtered="There are no tension notes for this ward."
        empty="There are no tension notes."
      />
    )
  return (
    <ListTable
      caption="Tension notes"
      captionHidden
      columns={columnsOf(now)}
      rows={notes}
      rowKey={({ noteId }) => noteId}
    />
  )
}

function columnsOf(now: string): ListColumn<NoteShown>[] {
  return [
    { key: 'ward', header: 'Ward', rowHeading: true, cell: ({ ward }) => ward },
    {
      key: 'grade',
      header: 'How sure',
      value: ({ grade }) => grade,
      cell: ({ grade }) => <Tag colour={COLOURS[grade]}>{TENSION_GRADES[grade].label}</Tag>,
    },
    { key: 'note', header: 'What', cell: (note) => <NoteText note={note} />, value: null },
    {
      key: 'by',
      header: 'By',
      value: null,
      cell: ({ writtenByName, agencyName, writtenAt }) => (
        <>
          {writtenByName}, {agencyName}
          <br />
          <Instant at={writtenAt} now={now} />
        </>
      ),
    },
    {
      key: 'expires',
      header: 'Valid until',
      value: null,
      cell: ({ noteId, expiresOn, mayDelete, ward }) => (
        <>
          <Day on={expiresOn} now={now} />
          {mayDelete ? (
            <>
              <br />
              <TextLink href={href('/tension/:noteId/delete', { noteId })} about={`the note on ${ward}`}>
                Delete
              </TextLink>
            </>
          ) : null}
        </>
      ),
    },
  ]
}

function NoteText({ note: { note, strands } }: { note: NoteShown }) {
  return (
    <>
      {note}
      {strands.length > 0 ? (
        <>
          <br />
          <span className="govuk-body-s">{strands.join(' · ')}</span>
        </>
      ) : null}
    </>
  )
}
