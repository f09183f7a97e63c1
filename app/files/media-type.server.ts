import { fileTypeFromBuffer } from 'file-type'

/** How many of the first bytes tell what a file is. */
export const TELLING_BYTES = 4_100

const UNKNOWN_TYPE = 'application/octet-stream'

/** The types that the portal draws again, and the ending that a download of any known type gets. */
const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/heic': 'heic',
  'application/pdf': 'pdf',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'video/mp4': 'mp4',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
}

const DRAWN_TYPES = new Set(['image/jpeg', 'image/png', 'image/webp'])

/** What the content is, decided by its first bytes. The name and what the browser says are never asked. */
export async function mediaTypeOf(firstBytes: Uint8Array): Promise<string> {
  const found = await fileTypeFromBuffer(firstBytes).catch(() => undefined)
  return found?.mime ?? UNKNOWN_TYPE
}

export function isDrawn(mediaType: string): boolean {
  return DRAWN_TYPES.has(mediaType)
}

/** The ending of a download: of a type that we know, otherwise one that no program opens by itself. */
export function endingOf(mediaType: string): string {
  return ENDINGS[mediaType] ?? 'bin'
}
