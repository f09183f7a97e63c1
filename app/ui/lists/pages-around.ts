/** The page numbers to link to: first, last, the current page and its neighbours. 'gap' stands for pages left out. */
export function pagesAround(page: number, pageCount: number): (number | 'gap')[] {
  const shown = [1, page - 1, page, page + 1, pageCount].filter((number) => number >= 1 && number <= pageCount)
  const pages: (number | 'gap')[] = []
  let last = 0
  for (const number of [...new Set(shown)].sort((a, b) => a - b)) {
    // A gap of a single page becomes its number, which takes no more room than the dots.
    if (number - last === 2) pages.push(number - 1)
    else if (number - last > 2) pages.push('gap')
    pages.push(number)
    last = number
  }
  return pages
}
