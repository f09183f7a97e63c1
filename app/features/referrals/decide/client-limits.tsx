import { InsetText } from '../../../ui/inset-text.tsx'

/** What the client wants kept to, in their own words, above what is about to be shared; nothing when they set no limit. */
export function ClientLimits({ limits }: { limits: string }) {
  if (limits.trim() === '') return null
  return (
    <InsetText>
      <strong>The client agreed on this condition:</strong> <span className="accord-own-words">{limits}</span>
    </InsetText>
  )
}
