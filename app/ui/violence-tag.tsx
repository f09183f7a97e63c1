import { Tag } from './tag.tsx'

interface ViolenceTagProps {
  serious: boolean
  /** When it is safe to call, beside the tag; null or empty where that is not known here. */
  safeTimes?: string | null
}

/** Violence or threat of violence, wherever a case or a referral is listed. */
export function ViolenceTag({ serious, safeTimes }: ViolenceTagProps) {
  if (!serious) return null
  return (
    <span className="accord-violence">
      <Tag colour="red">Violence or threat</Tag>
      {safeTimes ? ` Safe hours: ${safeTimes}` : null}
    </span>
  )
}
