import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import { LARGEST_FILE_BYTES } from '../domain/files/stored-file.ts'
import { type ArrivedFile, receiveFile } from '../files/arrived-file.server.ts'

/** What came for one upload field: a file, or why there is none. */
type SentUpload = ArrivedFile | 'too-large' | 'empty' | null

/** A form with files, read once from the wire. The reader ends it with `discard`, also where nothing was stored. */
export interface PostedWithFiles {
  texts: Map<string, string[]>
  uploads: Map<string, SentUpload>
  discard: () => Promise<void>
}

const MOST_FIELDS = 1_000
const LONGEST_TEXT = 100_000
const MOST_TEXT = 1_000_000

class TooLarge extends Error {}

/**
 * Reads a posted form piece by piece, so that a file is never whole in memory. Only the files of `names` are taken in,
 * one for each name, at most 10 MB; every other file is passed over. A body that cannot be read is an empty form.
 */
export async function readUploads(request: Request, names: readonly string[]): Promise<PostedWithFiles> {
  const posted = {
    texts: new Map<string, string[]>(),
    uploads: new Map<string, SentUpload>(names.map((name) => [name, null])),
  }
  const taking = new Map<string, Promise<SentUpload>>()
  const open = new Set<BusboyFileStream>()
  const endOpen = () => {
    for (const stream of open) stream.destroy(new Error('The form broke off.'))
  }
  try {
    await walk(request, {
      onText: (name, value) => posted.texts.set(name, [...(posted.texts.get(name) ?? []), value]),
      onFile: (name, stream, fileName) => {
        if (!names.includes(name) || taking.has(name)) return void stream.resume()
        open.add(stream.once('close', () => open.delete(stream)))
        const taken = takeSent(stream, fileName)
        // Answered below; until then a failure must not count as one that nobody handles.
        taken.catch(endOpen)
        taking.set(name, taken)
      },
    })
  } catch {
    endOpen()
    posted.texts.clear()
    await discardAll(await Promise.allSettled(taking.values()))
    return { ...posted, discard: async () => undefined }
  }
  const settled = await Promise.allSettled(taking.values())
  const discard = () => discardAll(settled)
  for (const [at, name] of [...taking.keys()].entries()) {
    const one = settled[at]
    if (one?.status === 'fulfilled') posted.uploads.set(name, one.value)
    else {
      await discard()
      throw one?.reason
    }
  }
  return { ...posted, discard }
}

async function discardAll(settled: readonly PromiseSettledResult<SentUpload>[]): Promise<void> {
  const taken = settled.flatMap((one) => (one.status === 'fulfilled' && isFile(one.value) ? [one.value] : []))
  await Promise.all(taken.map((file) => file.discard()))
}

function isFile(sent: SentUpload): sent is ArrivedFile {
  return sent !== null && typeof sent === 'object'
}

interface Parts {
  onText: (name: string, value: string) => void
  onFile: (name: string, stream: BusboyFileStream, fileName: string) => void
}

async function walk({ body, headers }: Request, { onText, onFile }: Parts): Promise<void> {
  if (!body) return
  const parser = new Busboy({
    headers: { 'content-type': headers.get('Content-Type') ?? '' },
    limits: { fileSize: LARGEST_FILE_BYTES, fieldSize: LONGEST_TEXT, fields: MOST_FIELDS, parts: MOST_FIELDS },
  })
  let length = 0
  parser.on('field', (name, value) => {
    length += name.length + value.length
    // PostgreSQL holds no NUL, and no keyboard makes one.
    if (length <= MOST_TEXT) onText(name.replaceAll('\0', ''), value.replaceAll('\0', ''))
  })
  parser.on('file', onFile)
  await pipeline(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), parser)
}

async function takeSent(stream: BusboyFileStream, fileName: string): Promise<SentUpload> {
  try {
    const file = await receiveFile(fileName, upToLimit(stream))
    if (file.facts.sizeBytes > 0) return file
    await file.discard()
    // A browser sends an empty file without a name where none was chosen.
    return fileName ? 'empty' : null
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error
    stream.resume()
    return 'too-large'
  }
}

async function* upToLimit(stream: BusboyFileStream): AsyncGenerator<Uint8Array> {
  for await (const piece of stream) yield piece
  if (stream.truncated) throw new TooLarge()
}
