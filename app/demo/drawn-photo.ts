import { crc32, deflateSync } from 'node:zlib'

type Colour = readonly [red: number, green: number, blue: number]
type Painter = (x: number, y: number) => Colour

const WIDTH = 480
const HEIGHT = 320
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const EIGHT_BITS_OF_RGB = [8, 2, 0, 0, 0]

const BRICK: Colour = [150, 92, 74]
const MORTAR: Colour = [196, 186, 172]
const BIN: Colour = [46, 92, 66]
const PAINT: Colour = [228, 226, 218]
const SCREEN: Colour = [244, 246, 250]
const DARK: Colour = [38, 42, 54]

/** A bin before a wall, smeared over: nobody's photo. */
export const photoOfBin = () => png(bin)

/** A film on a telephone, stopped: nobody's screen. */
export const screenshotOfFilm = () => png(film)

function bin(x: number, y: number): Colour {
  const isBin = x > 160 && x < 320 && y > 110 && y < 300
  if (!isBin) return y % 26 < 3 || (x + (Math.floor(y / 26) % 2) * 30) % 60 < 3 ? MORTAR : BRICK
  const scrawl = Math.abs(y - 200 - Math.sin(x / 9) * 26) < 4 || Math.abs(y - 250 - Math.cos(x / 6) * 12) < 3
  return scrawl ? PAINT : BIN
}

function film(x: number, y: number): Colour {
  if (y < 30 || y > 290) return SCREEN
  const isButton = x > 215 && x < 275 && Math.abs(y - 160) < (275 - x) / 2
  return isButton ? SCREEN : DARK
}

/** The picture as a PNG file, so that the repository holds no picture. */
function png(paint: Painter): Buffer {
  const lines = Array.from({ length: HEIGHT }, (_, y) => [
    0,
    ...Array.from({ length: WIDTH }, (_x, x) => paint(x, y)).flat(),
  ])
  const header = Buffer.alloc(8)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([header, Buffer.from(EIGHT_BITS_OF_RGB)])),
    chunk('IDAT', deflateSync(Buffer.from(lines.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
