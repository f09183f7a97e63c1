import { readFileSync, writeFileSync } from 'node:fs'
import { CRIME_SHADES, DENSITY_SHADES, type Shade } from '../../../app/domain/hotspots/map/shade.ts'
import { sayPeriod } from '../../../app/domain/hotspots/release/period.ts'
import { mapQueryOf } from '../../../app/features/hotspots/map/map-query.ts'
import { CRIME_COLOURS, SHADE_COLOURS } from '../../../app/features/hotspots/map/palette.ts'
import { drawPicture, type Picture } from '../../../app/features/hotspots/map/picture.ts'
import { readMap, readMapLayer } from '../../../app/features/hotspots/map/read-map.server.ts'
import { sayMonths } from '../../../app/features/hotspots/map/say-months.ts'
import { closeMapPool, openMapPool } from '../../../db/as-map-reader.ts'
import { Obstacle } from '../../../db/obstacle.ts'
import { withLogins } from '../with-logins.ts'

const COAST = new URL('../../../public/coast.json', import.meta.url)
const COAST_BY = 'Coast © OpenStreetMap contributors'
const CRIMES_BY = 'Crimes: data.police.uk, Open Government Licence v3. Not ours, and not hate crime.'

/** `accord map draw`: draws published or loaded data, read with the map's own login. */
export function drawByCommand(asked: { police: boolean; period?: string; out?: string }): Promise<void> {
  return withLogins(async () => {
    openMapPool(process.env.MAP_DATABASE_URL ?? '')
    try {
      const svg = drawPicture(await readPicture(asked))
      if (asked.out) writeFileSync(asked.out, svg)
      else process.stdout.write(svg)
    } finally {
      await closeMapPool()
    }
  })
}

async function readPicture({ police, period }: { police: boolean; period?: string }): Promise<Picture> {
  const params = new URLSearchParams({ ...(period ? { period } : {}), ...(police ? { beside: 'police' } : {}) })
  const query = mapQueryOf(params)
  const [page, layer] = [await readMap(query), await readMapLayer(query)]
  if (!layer || layer.h.length === 0)
    throw new Obstacle('There is nothing to draw. Publish a release or import crimes first.')
  const sea = JSON.parse(readFileSync(COAST, 'utf8')).coordinates.flat()
  if (police) {
    const months = page?.crimes ? sayMonths(page.crimes) : ''
    const legend = legendOf(CRIME_SHADES, CRIME_COLOURS, ' crimes a month')
    return {
      title: `Crimes of every kind, ${months}`,
      legend,
      layer,
      sea,
      attribution: `${CRIMES_BY} ${months}. ${COAST_BY}`,
    }
  }
  const periodInWords = sayPeriod(page?.release?.period ?? '')
  const legend = legendOf(DENSITY_SHADES, SHADE_COLOURS, '')
  return { title: `Hate incidents, ${periodInWords}`, legend, layer, sea, attribution: `${periodInWords}. ${COAST_BY}` }
}

function legendOf(shades: readonly Shade[], colours: readonly string[], unit: string): Picture['legend'] {
  return shades.map(({ label }, at) => ({ colour: colours[at] ?? '#fff', label: `${label}${unit}` }))
}
