import { Tag } from '../../../ui/tag.tsx'

/** A contact that went against the client’s safe-contact answers, for both agencies to see. */
export function UnsafeMark({ words }: { words: string }) {
  if (!words) return null
  return (
    <p className="govuk-body">
      <Tag colour="red">Not safe</Tag> {words}
    </p>
  )
}
