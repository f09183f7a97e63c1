/** A name that several files export, and why each may. */
const SHARED_NAMES: Record<string, string> = {
  describe: 'each command of the command line describes itself to commander',
  load: 'each map engine is loaded by the same name, so that one can stand for the other',
}

/** What Remix looks for in every route. */
const ROUTE_EXPORTS = ['action', 'clientAction', 'clientLoader', 'ErrorBoundary', 'handle', 'headers', 'loader', 'meta']

const DECLARED =
  /^export (?:default )?(?:async )?(?:abstract )?(?:function\*?|class|type|interface|enum) (?<name>\w+)/gm

/** The names of functions and types that more than one of these files exports, each with its files. */
export function findSharedNames(sources: readonly { file: string; text: string }[]): Map<string, string[]> {
  const filesOf = new Map<string, string[]>()
  for (const { file, text } of sources)
    for (const name of new Set([...text.matchAll(DECLARED)].map(({ groups }) => groups?.name ?? '')))
      filesOf.set(name, [...(filesOf.get(name) ?? []), file])
  const allowed = new Set([...Object.keys(SHARED_NAMES), ...ROUTE_EXPORTS])
  return new Map([...filesOf].filter(([name, files]) => files.length > 1 && !allowed.has(name)))
}
