/** One error of a file. `file` names the file if several are read together. */
export interface CsvProblem {
  line: number
  message: string
  file?: string
}

export interface CsvProblems {
  first: CsvProblem[]
  total: number
}

const NAMED_AT_MOST = 20

export function noProblems(): CsvProblems {
  return { first: [], total: 0 }
}

/** Keeps only the first errors and counts the rest, so that a file full of errors does not fill the memory. */
export function addProblem(problems: CsvProblems, problem: CsvProblem): void {
  problems.total += 1
  if (problems.first.length < NAMED_AT_MOST) problems.first.push(problem)
}

/** One sentence for each error, in line order, and how many more there are. */
export function problemsInWords({ first, total }: CsvProblems): string[] {
  const named = first
    .toSorted((one, other) => (one.file === other.file ? one.line - other.line : 0))
    .map(({ file, line, message }) => `${file ? `${file}, line` : 'Line'} ${line}: ${message}`)
  return total > first.length ? [...named, `and ${(total - first.length).toLocaleString('en-GB')} more`] : named
}
