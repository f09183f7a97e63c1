import type { FilePart, ScannerSetting, ScanState } from '../../domain/files/stored-file.ts'

const KILOBYTE = 1_024

export function sizeInWords(bytes: number): string {
  if (bytes < KILOBYTE) return `${bytes} bytes`
  const kilobytes = bytes / KILOBYTE
  return kilobytes < KILOBYTE ? `${Math.round(kilobytes)} KB` : `${(kilobytes / KILOBYTE).toFixed(1)} MB`
}

/** What the check for viruses means for a person who wants to open the file. */
export function sayScan(
  { scan, errorAt }: { scan: ScanState; errorAt: Date | null },
  opens: readonly FilePart[],
  scanner: ScannerSetting,
): string {
  if (errorAt) return 'It is kept, and no one can open it.'
  if (scan === 'clean') return 'You can open it.'
  if (scan === 'infected') return 'The scanner found a virus. It is kept, and no one can open it.'
  if (scan === 'failed') return 'The scanner could not read it. It is kept, and no one can open it.'
  if (scanner === 'set') return 'It waits for the virus scanner. This usually takes a minute. No one can open it yet.'
  if (opens.includes('picture'))
    return 'The portal has no virus scanner. You see a copy of the picture that the portal has drawn again.'
  return 'The portal has no virus scanner, so no one can open this file. It is kept safely.'
}
