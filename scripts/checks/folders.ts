import { dirname } from 'node:path'

const MOST = 30

/** The folders with more source files, tests aside, than a reader can take in. `files` are paths. */
export function crowdedFolders(files: readonly string[]): { folder: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const file of files) {
    if (/\.test\.\w+$/.test(file)) continue
    counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1)
  }
  return [...counts]
    .map(([folder, count]) => ({ folder, count }))
    .filter(({ count }) => count > MOST)
    .sort((a, b) => b.count - a.count)
}
