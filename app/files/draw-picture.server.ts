import PQueue from 'p-queue'

/** The longer side of a picture drawn for viewing. */
const LONGEST_SIDE = 2_000
/** Phones take 50 million points. A picture that holds more is not drawn. */
const MOST_POINTS = 52_000_000
/** Progressive and interlaced pictures are unpacked as a whole before the first line can be drawn. */
const MOST_POINTS_AT_ONCE = 16_000_000
const LONGEST_SECONDS = 20

// One at a time: what a picture needs while it is drawn is bounded, and so is this process.
const drawing = new PQueue({ concurrency: 1 })

/**
 * Draws a picture again, point by point, as a JPEG: turned as its camera meant, smaller, and without anything else that
 * the file held: no place, no date, no camera, no second file behind the picture. Null for what is no picture that can
 * be drawn safely. The bytes are read only when it is their turn.
 */
export function redrawPicture(read: () => Promise<Buffer>): Promise<Buffer | null> {
  return drawing.add(async () => {
    const bytes = await read()
    return draw(bytes).catch(() => null)
  })
}

async function draw(bytes: Buffer): Promise<Buffer | null> {
  const sharp = await openLibrary()
  const options = { limitInputPixels: MOST_POINTS, failOn: 'error', pages: 1, sequentialRead: true } as const
  const { width, height, isProgressive } = await sharp(bytes, options).metadata()
  if (width * height > (isProgressive ? MOST_POINTS_AT_ONCE : MOST_POINTS)) return null
  return sharp(bytes, options)
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .timeout({ seconds: LONGEST_SECONDS })
    .jpeg({ quality: 82 })
    .toBuffer()
}

let opened: Promise<typeof import('sharp')['default']> | undefined

/** Loaded with the first picture: it is native code that most processes never need. */
function openLibrary() {
  opened ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false)
    sharp.concurrency(1)
    // Only these three are ever unpacked, whatever the first bytes make of a file: no SVG, no PDF, no exotic format.
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] })
    return sharp
  })
  return opened
}
