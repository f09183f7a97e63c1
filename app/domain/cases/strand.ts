interface Strand {
  label: string
  /** One or two words, for tags and tables. */
  short: string
  kind: 'national' | 'local'
  hint: string
  /** Whether it is offered before the partnership has configured its strands. */
  offered: boolean
}

/**
 * Why the client, or anyone else, feels it was hate. The five national strands cannot be switched off (G1); the
 * partnership chooses the local ones. Rows are never deleted: old incidents still need the name of a strand that is
 * no longer offered.
 */
export const STRANDS = {
  race: {
    label: 'Race, ethnicity or nationality',
    short: 'Race',
    kind: 'national',
    hint: 'Includes Gypsy, Roma and Traveller people',
    offered: true,
  },
  religion: {
    label: 'Religion, faith or belief',
    short: 'Religion',
    kind: 'national',
    hint: 'Includes having no religion',
    offered: true,
  },
  sexual_orientation: {
    label: 'Sexual orientation',
    short: 'Sexual orientation',
    kind: 'national',
    hint: '',
    offered: true,
  },
  disability: {
    label: 'Disability',
    short: 'Disability',
    kind: 'national',
    hint: 'Physical, sensory, learning or mental health',
    offered: true,
  },
  transgender: { label: 'Transgender identity', short: 'Transgender', kind: 'national', hint: '', offered: true },
  sex_work: { label: 'Sex work', short: 'Sex work', kind: 'local', hint: '', offered: true },
  alternative_subculture: {
    label: 'Alternative subculture',
    short: 'Subculture',
    kind: 'local',
    hint: 'For example goth or punk',
    offered: true,
  },
  age: { label: 'Age', short: 'Age', kind: 'local', hint: '', offered: false },
  sex: { label: 'Sex or gender', short: 'Sex', kind: 'local', hint: '', offered: false },
} as const satisfies Record<string, Strand>

export type StrandId = keyof typeof STRANDS

export const STRAND_IDS = Object.keys(STRANDS) as StrandId[]

export const NATIONAL_STRANDS = STRAND_IDS.filter((id) => STRANDS[id].kind === 'national')

/** The strands a report may name. `localOn`: local ones switched on; null if none are configured yet. */
export function strandsOffered(localOn: readonly string[] | null): StrandId[] {
  return STRAND_IDS.filter((id) => {
    const strand: Strand = STRANDS[id]
    return strand.kind === 'national' || (localOn?.includes(id) ?? strand.offered)
  })
}

/** Who perceives the hate; no proof is required (G2). Association: the client need not belong to the group. */
export const PERCEIVED_BY = {
  client: { label: 'The client' },
  witness: { label: 'A witness' },
  family_carer: { label: 'Family, friend or carer' },
  professional: { label: 'A professional' },
  police: { label: 'A police officer' },
  by_association: { label: 'Targeted because of someone else' },
} as const satisfies Record<string, { label: string }>

export type PerceivedBy = keyof typeof PERCEIVED_BY
