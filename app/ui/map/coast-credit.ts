/** The attribution of the built-in coast, in its own file so that pages can show it without loading the map. */
export const COAST_CREDIT = '© OpenStreetMap contributors'
