const EXAMPLE = /^```[\s\S]*?^```/gm
const IN_BACKTICKS = /`(?<path>[\w@.+{},/-]+)`/g
const LINK = /\]\((?!\w+:)(?<path>[^)#]+)[^)]*\)/g
/** A path below one of our folders, possibly with alternatives in braces, or a file name with one of our endings. */
const OURS = /^(app|db|docs|patches|scripts|tests)\/|[{]|\.(mjs|tsx?|sql|md|patch)$/

/** The files and folders that a Markdown document links to or names in backticks, except in examples of commands. */
export function findPaths(markdown: string): { path: string; isLink: boolean }[] {
  const text = markdown.replace(EXAMPLE, '')
  const named = pathsOf(text, IN_BACKTICKS).filter((path) => OURS.test(path))
  return [
    ...named.flatMap(expandBraces).map((path) => ({ path: path.replace(/\/$/, ''), isLink: false })),
    ...pathsOf(text, LINK).map((path) => ({ path, isLink: true })),
  ]
}

function pathsOf(text: string, pattern: RegExp) {
  return [...text.matchAll(pattern)].map(({ groups }) => groups?.path ?? '')
}

function expandBraces(path: string): string[] {
  const [, before = path, inside, after = ''] = path.match(/^(.*?)\{(.*?)\}(.*)$/) ?? []
  return inside === undefined ? [path] : inside.split(',').map((part) => before + part + after)
}
