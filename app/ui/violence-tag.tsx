import { Tag } from './tag.tsx'

interface ViolenceTagProps {
  serious: boolean
  /** The safe times for calling, shown beside the tag. Null or empty if this page does not know them. */
  safeTimes?: string | null
}

/** The tag for violence or threat of violence, in every list of cases or referrals. */
export function ViolenceTag({ serious, safeTimes }: ViolenceTagProps) {
  if (!serious) return null
  return (
    <span className="accord-violence">
      <Tag colour="red">Violence or threat</Tag>
      {safeTimes ? ` Safe times: ${safeTimes}` : null}
    </span>
  )
}
