import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { readManifest } from '../manifest.ts'

const CLIENT = fileURLToPath(new URL('../../../build/client/', import.meta.url))

/** The files of JavaScript that each page of the build loads. */
export function pageFiles(): { route: string; files: string[] }[] {
  const { entry, routes } = readManifest()
  const filesOf = (routeId: string): string[] => {
    const route = routes[routeId]
    if (!route) return []
    return [route.module, ...(route.imports ?? []), ...(route.parentId ? filesOf(route.parentId) : [])]
  }
  return Object.entries(routes).map(([route, { hasAction }]) => {
    const files = new Set([entry.module, ...entry.imports, ...filesOf(route)])
    // Fetched once a form has been refused, or where one answer reveals a further question.
    if (hasAction) for (const file of behaviour()) files.add(file)
    return { route, files: [...files] }
  })
}

/** Bytes of JavaScript, as gzip, that each page of the build loads; the largest first. */
export function pageScripts(): { route: string; bytes: number }[] {
  return pageFiles()
    .map(({ route, files }) => ({ route, bytes: files.reduce((sum, file) => sum + gzipped(file), 0) }))
    .sort((a, b) => b.bytes - a.bytes)
}

/** The same of files of the build by their name, such as those that a page fetches later. */
export function sizeOf(name: string, butNot = /^$/): number {
  const found = globSync(`assets/${name}`, { cwd: CLIENT }).filter((file) => !butNot.test(file))
  if (found.length === 0) throw new Error(`No file of the build is called ${name}.`)
  return found.reduce((sum, file) => sum + gzipped(`/${file}`), 0)
}

function behaviour(): string[] {
  const found = globSync('assets/behaviour-*.js', { cwd: CLIENT })
  if (found.length === 0) throw new Error('The behaviour of forms is not where it was.')
  return found.map((file) => `/${file}`)
}

function gzipped(file: string) {
  return gzipSync(readFileSync(CLIENT + file.slice(1)), { level: 9 }).length
}
