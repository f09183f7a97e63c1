import type { ReactNode } from 'react'

/** Why a list is empty; the children say what to do next. */
export function EmptyState({ why, children }: { why: string; children?: ReactNode }) {
  return (
    <div className="accord-empty">
      <p className="accord-empty__why">{why}</p>
      {children}
    </div>
  )
}
