/**
 * The addresses whose forms may hold files, and so may be larger than 1 MB. Their bodies are not read before the page
 * has said who may send them.
 */
export const UPLOAD_PAGES = [
  { pattern: '/cases/:caseId/files/new' },
  { pattern: '/cases/:caseId/repairs/:repairId/photo' },
  { pattern: '/cases/:caseId/plan/sign' },
] as const

/** Ten megabytes are kept at most (`LARGEST_FILE_BYTES`). Up to here a page says so beside its field. */
export const UPLOAD_LIMIT_BYTES = 33_554_432

const PATTERNS = UPLOAD_PAGES.map(({ pattern }) => new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}(\\.data)?$`))

export function takesUploads(path: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(path))
}
