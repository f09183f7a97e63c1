import { open } from 'node:fs/promises'
import { PMTiles, type RangeResponse, type Source } from 'pmtiles'
import { environment } from '../../../access/environment.server.ts'
import type { Drawing } from './drawing.ts'

export async function readDrawing(): Promise<Drawing> {
  const { mapboxToken, basemapAttribution } = environment()
  const tiles = openedTiles()
  return {
    engine: mapboxToken ? 'mapbox' : 'maplibre',
    token: mapboxToken ?? null,
    basemap: tiles && { layers: await layersOf(tiles), attribution: basemapAttribution ?? '' },
  }
}

async function layersOf(tiles: PMTiles): Promise<string[]> {
  const { vector_layers: layers } = (await tiles.getMetadata()) as { vector_layers?: { id: string }[] }
  return (layers ?? []).map(({ id }) => id)
}

/** A tile of the operator's basemap, decompressed; null if there is none. */
export async function readTile(z: number, x: number, y: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const found = await openedTiles()?.getZxy(z, x, y)
  return found ? new Uint8Array(found.data) : null
}

let tiles: PMTiles | undefined

function openedTiles(): PMTiles | null {
  const { basemapFile } = environment()
  if (!basemapFile) return null
  tiles ??= new PMTiles(fileOf(basemapFile))
  return tiles
}

function fileOf(path: string): Source {
  const opening = open(path)
  return {
    getKey: () => path,
    async getBytes(offset, length): Promise<RangeResponse> {
      const buffer = Buffer.alloc(length)
      const { bytesRead } = await (await opening).read(buffer, 0, length, offset)
      return { data: buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + bytesRead) }
    },
  }
}
