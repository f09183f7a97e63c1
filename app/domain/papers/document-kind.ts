import type { PaperFormat } from './paper-format.ts'

const ALL_FORMATS = ['standard', 'large_print', 'easy_read', 'braille'] as const satisfies readonly PaperFormat[]

interface Kind {
  label: string
  /** The name of the file, before the reference. It reveals nothing about the case. */
  fileName: string
  formats: readonly PaperFormat[]
  /** Made from an action plan: each version belongs to one plan. */
  ofPlan?: true
  /** Says nothing about the client, so a witness may have it too. */
  forWitnesses?: true
}

/** The papers that the portal makes for a client, in the order in which a case needs them. */
export const DOCUMENT_KINDS = {
  report_received: {
    label: 'We have received your report',
    fileName: 'letter',
    formats: ['standard', 'large_print', 'braille'],
  },
  process_leaflet: {
    label: 'How we deal with your complaint',
    fileName: 'leaflet',
    formats: ALL_FORMATS,
    forWitnesses: true,
  },
  support_pack: { label: 'Support pack', fileName: 'support-pack', formats: ALL_FORMATS, forWitnesses: true },
  action_plan: { label: 'Your action plan', fileName: 'plan', formats: ALL_FORMATS, ofPlan: true },
  acknowledgement: {
    label: 'What we agreed: acknowledgement of the plan',
    fileName: 'letter-plan',
    formats: ALL_FORMATS,
    ofPlan: true,
  },
} as const satisfies Record<string, Kind>

export type DocumentKind = keyof typeof DOCUMENT_KINDS

export const DOCUMENT_KIND_IDS = Object.keys(DOCUMENT_KINDS) as DocumentKind[]

export function isDocumentKind(text: string): text is DocumentKind {
  return Object.hasOwn(DOCUMENT_KINDS, text)
}

export function formatsOf(kind: DocumentKind): readonly PaperFormat[] {
  return DOCUMENT_KINDS[kind].formats
}

export function isOfPlan(kind: DocumentKind): boolean {
  const row: Kind = DOCUMENT_KINDS[kind]
  return row.ofPlan === true
}

export function isForWitnesses(kind: DocumentKind): boolean {
  const row: Kind = DOCUMENT_KINDS[kind]
  return row.forWitnesses === true
}

/** 'letter-HB-4F7K.pdf'. */
export function fileNameOf(
  kind: DocumentKind,
  format: PaperFormat,
  reference: string,
): `${string}.pdf` | `${string}.brf` {
  const name = `${DOCUMENT_KINDS[kind].fileName}-${reference}`
  return format === 'braille' ? `${name}.brf` : `${name}.pdf`
}
