export const DOCUMENT_KINDS = {
  report_received: { label: 'We have received your report' },
} as const satisfies Record<string, { label: string }>

export type DocumentKind = keyof typeof DOCUMENT_KINDS
