import { createHash } from 'node:crypto'
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream'
import { lookup } from 'mrmime'

const ENCODINGS = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const
const KEPT_IN_MEMORY_BYTES = 1_048_576

interface StaticFile {
  path: string
  size: number
  headers: OutgoingHttpHeaders
  content: Buffer | undefined
  encoded: { name: string; content: Buffer }[]
}

export type ServeStatic = (req: IncomingMessage, res: ServerResponse, path: string) => boolean

/**
 * Serves the files that are in the folder when the process starts. Only paths on this list are served, so no path can
 * leave the folder. Small files stay in memory, with their `.br` and `.gz` versions from the build; large ones are
 * streamed and support ranges. The handler returns false for any other path.
 */
export function staticFiles(folder: string): ServeStatic {
  const files = readFolder(folder)
  return (req, res, path) => {
    const file = files.get(path)
    if (!file || (req.method !== 'GET' && req.method !== 'HEAD')) return false
    if (req.headers['if-none-match'] === file.headers.ETag) res.writeHead(304, file.headers).end()
    else if (file.content) sendContent(req, res, file, file.content)
    else sendRange(req, res, file)
    return true
  }
}

function readFolder(folder: string) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const known = new Set(names)
  const originals = names.filter(
    (name) => !ENCODINGS.some(({ suffix }) => known.has(name.slice(0, -3)) && name.endsWith(suffix)),
  )
  return new Map(originals.map((name) => [addressOf(relative(folder, name)), describeFile(folder, name, known)]))
}

function addressOf(name: string) {
  return `/${name.split(sep).map(encodeURIComponent).join('/')}`
}

function describeFile(folder: string, path: string, known: Set<string>): StaticFile {
  const { size, mtimeMs } = statSync(path)
  const content = size <= KEPT_IN_MEMORY_BYTES ? readFileSync(path) : undefined
  const version = content ? createHash('sha256').update(content).digest('base64url').slice(0, 22) : `${size}-${mtimeMs}`
  const encodings = content ? ENCODINGS.filter(({ suffix }) => known.has(path + suffix)) : []
  // Vite puts a hash of the content into the names under assets/, so browsers may keep these files for ever.
  const hashed = relative(folder, path).startsWith(`assets${sep}`)
  return {
    path,
    size,
    content,
    encoded: encodings.map(({ name, suffix }) => ({ name, content: readFileSync(path + suffix) })),
    headers: {
      'Content-Type': typeOf(path),
      'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      ETag: `"${version}"`,
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      ...(encodings.length > 0 && { Vary: 'Accept-Encoding' }),
    },
  }
}

/** Names UTF-8 for text, because browsers would otherwise guess the encoding. */
function typeOf(path: string) {
  const type = lookup(path) ?? 'application/octet-stream'
  return type.startsWith('text/') ? `${type}; charset=utf-8` : type
}

function sendContent(req: IncomingMessage, res: ServerResponse, file: StaticFile, content: Buffer) {
  const accepted = String(req.headers['accept-encoding'] ?? '')
  const encoded = file.encoded.find(({ name }) => accepted.includes(name))
  const body = encoded?.content ?? content
  const encoding = encoded && { 'Content-Encoding': encoded.name }
  res.writeHead(200, { ...file.headers, ...encoding, 'Content-Length': body.length })
  res.end(req.method === 'HEAD' ? undefined : body)
}

function sendRange(req: IncomingMessage, res: ServerResponse, file: StaticFile) {
  const range = rangeOf(req.headers.range, file.size)
  if (range === 'outside') {
    res.writeHead(416, { 'Content-Range': `bytes */${file.size}` }).end()
    return
  }
  const { start, end } = range ?? { start: 0, end: file.size - 1 }
  const part = range && { 'Content-Range': `bytes ${start}-${end}/${file.size}` }
  res.writeHead(range ? 206 : 200, {
    ...file.headers,
    ...part,
    'Accept-Ranges': 'bytes',
    'Content-Length': end - start + 1,
  })
  if (req.method === 'HEAD') res.end()
  else pipeline(createReadStream(file.path, { start, end }), res, () => {})
}

/** A single range of bytes. Other range headers are ignored, as RFC 9110 allows. */
function rangeOf(header: string | undefined, size: number) {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(header ?? '') ?? []
  if (first === undefined) return
  const start = Number(first)
  const end = last ? Math.min(Number(last), size - 1) : size - 1
  if (start >= size) return 'outside'
  return start <= end ? { start, end } : undefined
}
