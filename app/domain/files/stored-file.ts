/** What a file kept for a case is. */
export const FILE_KINDS = {
  photo: { label: 'Photo' },
  scan: { label: 'Scan of a paper' },
  letter: { label: 'Letter' },
  screenshot: { label: 'Screenshot' },
  other: { label: 'Something else' },
} as const satisfies Record<string, { label: string }>

export type FileKind = keyof typeof FILE_KINDS

/** What the virus scanner said. `failed`: it answered, and could not read the file. */
export const SCAN_STATES = {
  waiting: { label: 'Not checked' },
  clean: { label: 'No virus found' },
  infected: { label: 'Virus found' },
  failed: { label: 'Could not be checked' },
} as const satisfies Record<string, { label: string }>

export type ScanState = keyof typeof SCAN_STATES

export const FILE_ERROR_REASONS = {
  other_client: { label: 'It is about another client' },
  wrong_file: { label: 'It is the wrong file' },
  twice: { label: 'It was added twice' },
  wrong_details: { label: 'What is written about it is wrong' },
  not_allowed: { label: 'The client did not want us to keep it' },
} as const satisfies Record<string, { label: string }>

export type FileErrorReason = keyof typeof FILE_ERROR_REASONS

/** `original`: the bytes as they arrived. `picture`: what the portal drew again from them, point by point. */
export type FilePart = 'original' | 'picture'

/** Whether the portal has a virus scanner; `none` is the operator's choice and not a scanner that is down. */
export type ScannerSetting = 'set' | 'none'

export interface OpenableFile {
  scan: ScanState
  hasPicture: boolean
  errorAt: Date | null
}

/**
 * The parts of a file that may be opened (decision 0036). What a scanner found clean opens. Without any scanner only a
 * picture drawn again opens, because nothing of the bytes that arrived is left in it. Everything else stays closed.
 */
export function openableParts({ scan, hasPicture, errorAt }: OpenableFile, scanner: ScannerSetting): FilePart[] {
  if (errorAt) return []
  const picture: FilePart[] = hasPicture ? ['picture'] : []
  if (scan === 'clean') return ['original', ...picture]
  return scan === 'waiting' && scanner === 'none' ? picture : []
}

export const LARGEST_FILE_BYTES = 10 * 1024 * 1024
/** The same as a person reads it. */
export const LARGEST_FILE_WORDS = '10 MB'
