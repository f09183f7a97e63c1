import { expect, it } from 'vitest'
import { inventedBodies } from '../../../../tests/support/hotspots/invented-releases.ts'
import { layerOfAreas, NOTHING } from '../../../domain/hotspots/map/map-layer.ts'
import { cellOfWard } from '../../../domain/hotspots/places/ward-centre.ts'
import { drawPicture, pictureWords } from './picture.ts'

const [here, there] = [cellOfWard('Speke'), cellOfWard('County')]
const legend = [
  { colour: '#aaaaaa', label: 'few' },
  { colour: '#123456', label: 'many & more' },
]

it('a picture has a shape for each hexagon in the colour of its class, its legend and where it comes from', () => {
  const layer = { ...NOTHING, h: [here, there], n: [10, 90], shade: [0, 1], hot: [there] }
  const svg = drawPicture({ title: 'A < B', legend, layer, sea: [], attribution: 'Coast © somebody' })
  expect(svg.match(/<path d="[^"]+" fill="#aaaaaa"/g)).toHaveLength(1)
  expect(svg.match(/<path d="[^"]+" fill="#123456"/g)).toHaveLength(1)
  expect(svg).toContain('<title>A &lt; B</title>')
  expect(svg).toContain('many &amp; more')
  expect(svg).toContain('Coast © somebody')
  expect(svg).toContain('stroke-width="3"')
})

it('no name of a ward lies on another', () => {
  const layer = { ...NOTHING, h: [here, there], n: [10, 90], shade: [0, 1] }
  const svg = drawPicture({ title: '', legend, layer, sea: [], attribution: '' })
  const names = [...svg.matchAll(/x="([\d.-]+)" y="([\d.-]+)" text-anchor="middle" font-size="9"/g)].map(
    ([, x, y]) => `${x} ${y}`,
  )
  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBeGreaterThan(15)
})

it('a release as a picture has every number once, each rest hatched, and no legend beside that of the page', () => {
  const layer = layerOfAreas(inventedBodies())
  const svg = drawPicture({ ...pictureWords({ period: '2026-Q3', strand: null, beside: null }), layer, sea: [] })
  const counts = [...svg.matchAll(/data-count="(\d+)"/g)].map(([, count]) => Number(count))
  expect(counts.sort()).toEqual([...layer.n].sort())
  expect(svg.match(/fill="url\(#rest-/g)).toHaveLength(layer.rest.filter((rest) => rest === 1).length)
  expect(svg).toContain('<title>Incidents, July to September 2026</title>')
  expect(svg).not.toContain('undefined')
})
