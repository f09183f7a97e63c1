/** The title of the browser tab. It must not contain personal data, because browsers store titles in their history. */
export function documentTitle(page: string): string {
  return `${page} - Accord`
}
