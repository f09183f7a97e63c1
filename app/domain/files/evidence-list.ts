import { type PartialDay, partialDayInWords } from '../time/partial-day.ts'
import { FILE_KINDS, type FileKind, type ScanState } from './stored-file.ts'

interface ListedFile {
  kind: FileKind
  shows: string
  takenOn: PartialDay | null
  scan: ScanState
}

/**
 * The list of evidence that may go to another agency: which files there are, never the files, their names or where they
 * were made. A file with a virus is none. Null where there is nothing to list.
 */
export function evidenceList(files: readonly ListedFile[]): { items: string[] } | null {
  const items = files.filter(({ scan }) => scan !== 'infected').map(itemInWords)
  return items.length > 0 ? { items } : null
}

/** 'Photo: graffiti on the door (Monday 23 November 2026)' */
function itemInWords({ kind, shows, takenOn }: ListedFile): string {
  const what = shows ? `${FILE_KINDS[kind].label}: ${shows}` : FILE_KINDS[kind].label
  return takenOn ? `${what} (${partialDayInWords(takenOn)})` : what
}
