import type { ReactNode } from 'react'

/** Why there is nothing here, and (as children) what to do about it. */
export function EmptyState({ why, children }: { why: string; children?: ReactNode }) {
  return (
    <div className="accord-empty">
      <p className="accord-empty__why">{why}</p>
      {children}
    </div>
  )
}
