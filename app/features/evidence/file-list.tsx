import { href } from '../../href.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/lists/empty-state.tsx'
import { ListTable } from '../../ui/lists/list-table.tsx'
import { Tag, type TagColour } from '../../ui/tag.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Day, Instant } from '../../ui/time/time.tsx'

/** A file as the loader of its page hands it on, with all words made on the server. */
export interface FileShown {
  fileId: string
  label: string
  kind: string
  takenOn: string | null
  takenWhere: string
  fileName: string
  size: string
  sha256: string
  addedAt: Date
  by: string
  scan: string
  scanLabel: string
  scanWords: string
  opens: readonly string[]
  errorAt: Date | null
  errorReason: string
  openedBy: readonly { staffId: string; name: string; times: number; lastAt: Date }[]
}

interface FileListProps {
  caseId: string
  files: readonly FileShown[]
  now: Date
}

/** Every file of a case, the newest first. Those entered in error stay, struck through. */
export function FileList({ caseId, files, now }: FileListProps) {
  const add = <ButtonLink href={href('/cases/:caseId/files/new', { caseId })}>Add a photo or file</ButtonLink>
  if (files.length === 0)
    return (
      <EmptyState why="No photo, letter or other file is kept for this case yet. Add one when the client shows or sends you something.">
        {add}
      </EmptyState>
    )
  return (
    <>
      {add}
      <ListTable
        caption="Photos and files"
        rows={files}
        rowKey={({ fileId }) => fileId}
        columns={[
          {
            key: 'what',
            header: 'What it shows',
            rowHeading: true,
            cell: (file) => <WhatItShows caseId={caseId} file={file} now={now} />,
          },
          {
            key: 'added',
            header: 'Added',
            value: null,
            cell: ({ addedAt, by }) => (
              <>
                <Instant at={addedAt} now={now} /> by {by}
              </>
            ),
          },
          { key: 'scan', header: 'Virus check', value: null, cell: (file) => <ScanTag file={file} /> },
          { key: 'opened', header: 'Opened by', cell: ({ openedBy }) => openersInWords(openedBy) },
        ]}
      />
    </>
  )
}

/** Enough to tell files apart; the page of the file has all of it. */
const SHORT_FINGERPRINT = 12

function WhatItShows({ caseId, file, now }: { caseId: string; file: FileShown; now: Date }) {
  const { fileId, label, kind, takenOn, sha256, errorAt, errorReason } = file
  return (
    <>
      <TextLink href={href('/cases/:caseId/files/:fileId/view', { caseId, fileId })}>
        {errorAt ? <s>{label}</s> : label}
      </TextLink>
      <p className="govuk-body-s">
        {kind}
        {takenOn ? (
          <>
            , <Day on={takenOn} now={now} />
          </>
        ) : null}
        <br />
        Fingerprint <code>{sha256.slice(0, SHORT_FINGERPRINT)}</code>
      </p>
      {errorAt ? (
        <p className="govuk-body-s">
          <Tag colour="grey">In error</Tag> {errorReason}
        </p>
      ) : null}
    </>
  )
}

const COLOURS: Readonly<Record<string, TagColour>> = { clean: 'green', infected: 'red', failed: 'orange' }

export function ScanTag({ file }: { file: Pick<FileShown, 'scan' | 'scanLabel'> }) {
  return <Tag colour={COLOURS[file.scan] ?? 'grey'}>{file.scanLabel}</Tag>
}

function openersInWords(openedBy: FileShown['openedBy']): string {
  return openedBy.length === 0 ? 'No one yet' : openedBy.map(({ name }) => name).join(', ')
}
