/** What R8 counts in hours: each kind has a clock of its own. */
export const REPAIR_KINDS = {
  repair: { label: 'Emergency repair', clause: 'R8a' },
  graffiti: { label: 'Offensive graffiti', clause: 'R8b' },
} as const satisfies Record<string, { label: string; clause: 'R8a' | 'R8b' }>

export type RepairKind = keyof typeof REPAIR_KINDS

/** Who can allow the work. */
export const SURFACE_OWNERS = {
  agency: { label: 'Our agency' },
  client: { label: 'The client' },
  other_owner: { label: 'Another owner' },
  not_known: { label: 'Not known yet' },
} as const satisfies Record<string, { label: string }>

export type SurfaceOwner = keyof typeof SURFACE_OWNERS

interface RepairResult {
  label: string
  kind: RepairKind
  why: string
}

/** How the work ended. Each of them keeps R8. */
export const REPAIR_RESULTS = {
  made_safe: {
    label: 'Made safe',
    kind: 'repair',
    why: 'The 24 hours protect the client. Work that makes it look as before may come later.',
  },
  repaired: { label: 'Repaired', kind: 'repair', why: 'Nothing is left to do.' },
  removed: { label: 'Removed', kind: 'graffiti', why: 'No one can read it.' },
  covered: {
    label: 'Covered',
    kind: 'graffiti',
    why: 'No one can read it, although the surface still has to be cleaned.',
  },
} as const satisfies Record<string, RepairResult>

export type RepairResultId = keyof typeof REPAIR_RESULTS

export function resultsOf(kind: RepairKind): RepairResultId[] {
  return (Object.keys(REPAIR_RESULTS) as RepairResultId[]).filter((result) => REPAIR_RESULTS[result].kind === kind)
}
