const EXAMPLE = /^```[\s\S]*?^```/gm
const IN_BACKTICKS = /`(?<path>[\w@.+{},/-]+)`/g
const LINK = /\]\((?!\w+:)(?<path>[^)#]+)[^)]*\)/g
/** Below a folder of ours, with alternatives in braces, or a name that ends as a file of ours does. */
const OURS = /^(app|db|docs|patches|scripts|tests)\/|[{]|\.(mjs|tsx?|sql|md|patch)$/

/** The files and folders that a document in Markdown names in backticks or links to, without its examples of commands. */
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
