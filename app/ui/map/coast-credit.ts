/** Who is named for the built-in coast. In a file of its own: pages that name it do not load what draws it. */
export const COAST_CREDIT = '© OpenStreetMap contributors'
