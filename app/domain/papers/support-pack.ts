/** What a pack contains: the points of S1 together with those of V5. */
export const SUPPORT_PACK_ITEMS = {
  diary: { label: 'Incident diary', clause: 'S1a' },
  pen: { label: 'Pen', clause: 'S1b' },
  contacts: { label: 'List of useful contacts', clause: 'S1c' },
  publicity: { label: 'What help there is', clause: 'S1d' },
  standards: { label: 'Our minimum service standards', clause: 'V5' },
} as const satisfies Record<string, { label: string; clause: string }>

export type SupportPackItem = keyof typeof SUPPORT_PACK_ITEMS

export const SUPPORT_PACK_ITEM_IDS = Object.keys(SUPPORT_PACK_ITEMS) as SupportPackItem[]

export const PACK_ANSWERS = {
  given: { label: 'Given' },
  declined: { label: 'Declined' },
} as const satisfies Record<string, { label: string }>

export type PackAnswer = keyof typeof PACK_ANSWERS

/** Empty where nothing was recorded for an item. */
export type PackAnswers = Record<SupportPackItem, PackAnswer | ''>

/** The items that were given and those that were declined, in the order of the pack. */
export function splitAnswers(answers: PackAnswers): { given: SupportPackItem[]; declined: SupportPackItem[] } {
  const answered = (answer: PackAnswer) => SUPPORT_PACK_ITEM_IDS.filter((item) => answers[item] === answer)
  return { given: answered('given'), declined: answered('declined') }
}

export interface RecordedPack {
  recipient: 'client' | 'witness'
  /** The client's id or the witness's own id: two witnesses may have one name. */
  recipientId: string
  recipientName: string
  givenAt: Date
  answers: PackAnswers
}

export interface SupportPackState extends Omit<RecordedPack, 'givenAt'> {
  lastGivenAt: Date
  missing: SupportPackItem[]
  /** Each of the five was given or declined. */
  complete: boolean
}

const NO_ANSWERS: PackAnswers = { diary: '', pen: '', contacts: '', publicity: '', standards: '' }

/** One state for each recipient, the client first. For each item the newest answer counts. */
export function supportPacksOf(recorded: readonly RecordedPack[]): SupportPackState[] {
  const states = new Map<string, SupportPackState>()
  const inOrder = recorded.toSorted((one, other) => one.givenAt.getTime() - other.givenAt.getTime())
  for (const { givenAt, answers, ...pack } of inOrder) {
    const before = states.get(pack.recipientId)?.answers ?? NO_ANSWERS
    const merged = Object.fromEntries(
      SUPPORT_PACK_ITEM_IDS.map((item) => [item, answers[item] || before[item]]),
    ) as PackAnswers
    const missing = missingItems(merged)
    states.set(pack.recipientId, {
      ...pack,
      answers: merged,
      lastGivenAt: givenAt,
      missing,
      complete: missing.length === 0,
    })
  }
  return [...states.values()].toSorted((one, other) => rank(one) - rank(other))
}

function missingItems(answers: PackAnswers): SupportPackItem[] {
  return SUPPORT_PACK_ITEM_IDS.filter((item) => answers[item] === '')
}

function rank({ recipient }: SupportPackState): number {
  return recipient === 'client' ? 0 : 1
}

/** The items that the client was neither given nor declined (S1). An interview is finished once there are none. */
export function missingFromClientPack(packs: readonly SupportPackState[]): SupportPackItem[] {
  const ofClient = packs.find(({ recipient }) => recipient === 'client')
  return ofClient ? ofClient.missing : [...SUPPORT_PACK_ITEM_IDS]
}
