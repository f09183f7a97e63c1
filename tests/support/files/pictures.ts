import sharp from 'sharp'

/** A small photo of two colours, with the place where it was taken written into it. */
export function photo({ width = 60, height = 40, format = 'jpeg' as 'jpeg' | 'png' | 'webp' } = {}): Promise<Buffer> {
  const halves = { create: { width, height, channels: 3, background: '#b4452c' } } as const
  return sharp(halves)
    .withExif({ IFD3: { GPSLatitude: '53/1 24/1 30/1', GPSLatitudeRef: 'N' } })
    .toFormat(format)
    .toBuffer()
}
