import { Tag } from '../../../ui/tag.tsx'

/** Marks a contact that went against the client’s safe-contact answers. Both agencies see it. */
export function UnsafeMark({ words }: { words: string }) {
  if (!words) return null
  return (
    <p className="govuk-body">
      <Tag colour="red">Not safe</Tag> {words}
    </p>
  )
}
