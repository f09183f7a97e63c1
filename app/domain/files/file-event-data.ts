import type { FileErrorReason, FileKind, FilePart, ScanState } from './stored-file.ts'

/** What the log says of files: never their names, and never what they show. */
export interface FileEventData {
  'file-added': { fileId: string; fileKind: FileKind; sha256: string }
  'file-scanned': { fileId: string; scan: ScanState }
  'file-opened': { fileId: string; part: FilePart }
  'file-entered-in-error': { fileId: string; reason: FileErrorReason }
}
