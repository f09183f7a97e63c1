import { expect, it } from 'vitest'
import { NOTHING } from '../../domain/hotspot/map-layer.ts'
import { cellOfWard } from '../../domain/hotspot/ward-centre.ts'
import { drawPicture } from './picture.ts'

const [here, there] = [cellOfWard('Speke'), cellOfWard('County')]
const legend = [
  { colour: '#aaaaaa', label: 'few' },
  { colour: '#123456', label: 'many & more' },
]

it('a picture has a shape for each hexagon in the colour of its class, its legend and where it comes from', () => {
  const layer = { ...NOTHING, h: [here, there], n: [10, 90], shade: [0, 1], hot: [there] }
  const svg = drawPicture({ title: 'A < B', legend, layer, sea: [], attribution: 'Coast © somebody' })
  expect(svg.match(/fill="#aaaaaa" fill-opacity/g)).toHaveLength(1)
  expect(svg.match(/fill="#123456" fill-opacity/g)).toHaveLength(1)
  expect(svg).toContain('<title>A &lt; B</title>')
  expect(svg).toContain('many &amp; more')
  expect(svg).toContain('Coast © somebody')
  expect(svg).toContain('stroke-width="3"')
})

it('no name of a ward lies on another', () => {
  const layer = { ...NOTHING, h: [here, there], n: [10, 90], shade: [0, 1] }
  const svg = drawPicture({ title: '', legend, layer, sea: [], attribution: '' })
  const names = [...svg.matchAll(/x="([\d.-]+)" y="([\d.-]+)" text-anchor="middle"/g)].map(([, x, y]) => `${x} ${y}`)
  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBeGreaterThan(15)
})
