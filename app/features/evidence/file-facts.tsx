import { href } from '../../href.ts'
import { SummaryList } from '../../ui/lists/summary-list.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { Day, Instant } from '../../ui/time/time.tsx'
import { type FileShown, ScanTag } from './file-list.tsx'

interface FileFactsProps {
  caseId: string
  file: FileShown
  now: Date
}

/** One file: the picture that the portal has drawn again, what is known of it, and who opened it. */
export function FileFacts({ caseId, file, now }: FileFactsProps) {
  const { fileId, label, opens, errorAt } = file
  const address = { caseId, fileId }
  return (
    <>
      {opens.includes('picture') ? (
        <p>
          <img
            className="accord-kept-picture"
            src={href('/cases/:caseId/files/:fileId/picture', address)}
            alt={label}
          />
        </p>
      ) : null}
      <SummaryList rows={rowsOf(file, now)} />
      {opens.includes('original') ? (
        <p>
          <a className="govuk-button" href={href('/cases/:caseId/files/:fileId', address)} download>
            Download the file as it arrived
          </a>
        </p>
      ) : null}
      {errorAt ? null : (
        <p className="govuk-body">
          <TextLink href={href('/cases/:caseId/files/:fileId/error', address)}>Mark as entered in error</TextLink>
        </p>
      )}
    </>
  )
}

function rowsOf(file: FileShown, now: Date) {
  const { kind, takenOn, takenWhere, addedAt, by, fileName, size, scanWords, sha256, errorAt, errorReason } = file
  return [
    { key: 'Kind of file', value: kind },
    { key: 'When it was made', value: takenOn ? <Day on={takenOn} now={now} /> : null },
    { key: 'Where it was made', value: takenWhere || null },
    {
      key: 'Added',
      value: (
        <>
          <Instant at={addedAt} now={now} /> by {by}
        </>
      ),
    },
    { key: 'Name and size', value: fileName ? `${fileName}, ${size}` : size },
    {
      key: 'Virus check',
      value: (
        <>
          <ScanTag file={file} /> {scanWords}
        </>
      ),
    },
    {
      key: 'In error',
      value: errorAt ? (
        <>
          <Tag colour="grey">In error</Tag> {errorReason}. Marked <Instant at={errorAt} now={now} />.
        </>
      ) : null,
    },
    {
      key: 'Fingerprint',
      value: (
        <>
          <code className="accord-fingerprint">{sha256}</code>
          <p className="govuk-body-s">
            The SHA-256 of the file as it arrived. A copy with the same one is the same file.
          </p>
        </>
      ),
    },
    { key: 'Opened by', value: <Openers file={file} now={now} /> },
  ]
}

function Openers({ file: { openedBy }, now }: { file: FileShown; now: Date }) {
  if (openedBy.length === 0) return 'No one yet'
  return (
    <ul className="govuk-list">
      {openedBy.map(({ staffId, name, times, lastAt }) => (
        <li key={staffId}>
          {name}, {times === 1 ? '' : `${times} times, last `}
          <Instant at={lastAt} now={now} />
        </li>
      ))}
    </ul>
  )
}
