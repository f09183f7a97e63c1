/** The title of the browser's tab: never with personal data, because titles end in histories. */
export function documentTitle(page: string): string {
  return `${page} - Accord`
}
