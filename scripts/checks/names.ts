/** Names that several files may export, with the reason. */
const SHARED_NAMES: Record<string, string> = {
  describe: 'each command of the command line describes itself to commander',
  load: 'each map engine is loaded by the same name, so that one can stand for the other',
}

const ROUTE_EXPORTS = ['action', 'clientAction', 'clientLoader', 'ErrorBoundary', 'handle', 'headers', 'loader', 'meta']

const ROUTE = /^app\/(routes\/|root\.|entry\.)/

const DECLARED =
  /^export (?:default )?(?:async )?(?:abstract )?(?:function\*?|class|type|interface|enum) (?<name>\w+)/gm

/** Functions and types that more than one file exports, each with its files. */
export function findSharedNames(sources: readonly { file: string; text: string }[]): Map<string, string[]> {
  const filesOf = new Map<string, string[]>()
  for (const { file, text } of sources)
    for (const name of new Set([...text.matchAll(DECLARED)].map(({ groups }) => groups?.name ?? '')))
      if (!(name in SHARED_NAMES || (ROUTE.test(file) && ROUTE_EXPORTS.includes(name))))
        filesOf.set(name, [...(filesOf.get(name) ?? []), file])
  return new Map([...filesOf].filter(([, files]) => files.length > 1))
}
