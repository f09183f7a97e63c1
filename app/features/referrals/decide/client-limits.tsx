import { InsetText } from '../../../ui/inset-text.tsx'

/** The client's own conditions, above what is about to be shared. Renders nothing if they set none. */
export function ClientLimits({ limits }: { limits: string }) {
  if (limits.trim() === '') return null
  return (
    <InsetText>
      <strong>The client agreed on this condition:</strong> <span className="accord-own-words">{limits}</span>
    </InsetText>
  )
}
