import { crc32, deflateSync, gzipSync } from 'node:zlib'
import { LARGEST_FILE_BYTES } from '../../../app/domain/files/stored-file.ts'
import { photo } from './pictures.ts'
import { EICAR } from './scanner.ts'

export interface HostileFile {
  why: string
  name: string
  /** What the browser claims. */
  type: string
  bytes: Uint8Array
  /** What the portal makes of it; `kept` if nothing is said. */
  answer?: 'refused'
  infected?: true
}

/** In every file that could run, so that an answer that shows it is found. */
export const SCRIPT = '<script>window.ranHere=1;alert("ran here")</script>'
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${SCRIPT}</svg>`
const HTML = `<!doctype html><html><body>${SCRIPT}</body></html>`
const text = (content: string) => Buffer.from(content)
const bytes = (...codes: number[]) => Buffer.from(codes)
const after = (start: Uint8Array, more: string) => Buffer.concat([start, text(more)])

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([text(name), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

/** A PNG of one colour of two, whose points are many and whose bytes are few. */
export function bomb(width: number, height: number, { interlaced = false, whole = true } = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, interlaced ? 1 : 0], 8)
  const points = whole ? Buffer.alloc((Math.ceil(width / 8) + 1) * height) : Buffer.alloc(10)
  return Buffer.concat([
    bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(points, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function zipOf(name: string, content: string): Buffer {
  const [data, file] = [text(content), text(name)]
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt32LE(crc32(data), 14)
  local.writeUInt32LE(data.length, 18)
  local.writeUInt32LE(data.length, 22)
  local.writeUInt16LE(file.length, 26)
  return Buffer.concat([local, file, data])
}

/** What somebody could send who wants more than to have a file kept. */
export async function hostileFiles(): Promise<HostileFile[]> {
  return [
    ...active(),
    ...polyglots(await photo(), await photo({ format: 'png' })),
    ...bombs(),
    ...broken(await photo()),
    ...programs(),
    ...sizes(),
    ...names(await photo()),
  ]
}

function active(): HostileFile[] {
  return [
    { why: 'a drawing with a script', name: 'door.svg', type: 'image/svg+xml', bytes: text(SVG) },
    { why: 'a drawing that calls itself a photo', name: 'door.jpg', type: 'image/jpeg', bytes: text(SVG) },
    {
      why: 'a drawing with a declaration before it',
      name: 'a.svg',
      type: 'image/svg+xml',
      bytes: text(`<?xml version="1.0"?>${SVG}`),
    },
    {
      why: 'a drawing of another file of the machine',
      name: 'x.svg',
      type: 'image/svg+xml',
      bytes: text(
        '<?xml version="1.0"?><!DOCTYPE s [<!ENTITY e SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&e;</text></svg>',
      ),
    },
    { why: 'a drawing that is packed', name: 'door.svgz', type: 'image/svg+xml', bytes: gzipSync(SVG) },
    { why: 'a page', name: 'page.html', type: 'text/html', bytes: text(HTML) },
    { why: 'a page that calls itself a photo', name: 'page.png', type: 'image/png', bytes: text(HTML) },
    { why: 'a page that calls itself a letter', name: 'page.pdf', type: 'application/pdf', bytes: text(HTML) },
    {
      why: 'a page in another alphabet',
      name: 'page.txt',
      type: 'text/plain',
      bytes: Buffer.from(`\ufeff${HTML}`, 'utf16le'),
    },
    {
      why: 'a page of UTF-7',
      name: 'page.txt',
      type: 'text/html; charset=utf-7',
      bytes: text('+ADw-script+AD4-alert(1)+ADw-/script+AD4-'),
    },
    {
      why: 'a page of XML',
      name: 'page.xhtml',
      type: 'application/xhtml+xml',
      bytes: text(`<html xmlns="http://www.w3.org/1999/xhtml">${SCRIPT}</html>`),
    },
    {
      why: 'a style sheet of XML',
      name: 'a.xml',
      type: 'text/xml',
      bytes: text('<?xml version="1.0"?><?xml-stylesheet href="#" type="text/xsl"?><x/>'),
    },
    { why: 'a script', name: 'a.js', type: 'text/javascript', bytes: text('alert(1)') },
    {
      why: 'a script that calls itself a picture',
      name: 'a.mjs',
      type: 'image/webp',
      bytes: text('export default alert(1)'),
    },
    { why: 'a style sheet', name: 'a.css', type: 'text/css', bytes: text('@import "//evil.test"') },
    {
      why: 'a page with its pictures',
      name: 'a.mht',
      type: 'message/rfc822',
      bytes: text(`MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n${HTML}`),
    },
  ]
}

function polyglots(jpeg: Buffer, png: Buffer): HostileFile[] {
  const comment = text(SCRIPT)
  const marked = Buffer.concat([
    jpeg.subarray(0, 2),
    bytes(0xff, 0xfe, 0, comment.length + 2),
    comment,
    jpeg.subarray(2),
  ])
  const told = Buffer.concat([png.subarray(0, 33), chunk('tEXt', text(`Comment\0${SCRIPT}`)), png.subarray(33)])
  return [
    { why: 'a photo with a page behind it', name: 'a.jpg', type: 'image/jpeg', bytes: after(jpeg, HTML) },
    { why: 'a photo with a page in its comment', name: 'a.html', type: 'text/html', bytes: marked },
    { why: 'a picture with a page in its text', name: 'a.png', type: 'image/png', bytes: told },
    { why: 'a picture with a page behind it', name: 'a.html', type: 'text/html', bytes: after(png, HTML) },
    {
      why: 'a photo with an archive behind it',
      name: 'a.zip',
      type: 'application/zip',
      bytes: Buffer.concat([jpeg, zipOf('../../a.js', 'alert(1)')]),
    },
    { why: 'a GIF that is a script', name: 'a.gif', type: 'image/gif', bytes: text('GIF89a/*\0\0*/=1;alert(1);//') },
    { why: 'a letter that is a page', name: 'a.pdf', type: 'application/pdf', bytes: text(`%PDF-1.7\n${HTML}`) },
    {
      why: 'a letter that runs a script',
      name: 'a.pdf',
      type: 'application/pdf',
      bytes: text('%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj'),
    },
    {
      why: 'a photo with a virus behind it',
      name: 'a.jpg',
      type: 'image/jpeg',
      bytes: after(jpeg, EICAR),
      infected: true,
    },
  ]
}

function bombs(): HostileFile[] {
  return [
    { why: 'nine hundred million points', name: 'a.png', type: 'image/png', bytes: bomb(30_000, 30_000) },
    {
      why: 'sixty-four million points that come in seven passes',
      name: 'a.png',
      type: 'image/png',
      bytes: bomb(8_000, 8_000, { interlaced: true }),
    },
    {
      why: 'forty-nine million points, as a good telephone takes',
      name: 'a.png',
      type: 'image/png',
      bytes: bomb(7_000, 7_000),
    },
    {
      why: 'two thousand million points that are not there',
      name: 'a.png',
      type: 'image/png',
      bytes: bomb(46_000, 46_000, { whole: false }),
    },
    {
      why: 'the largest number of points that can be said',
      name: 'a.png',
      type: 'image/png',
      bytes: bomb(2_147_483_647, 2_147_483_647, { whole: false }),
    },
    { why: 'a line of a hundred thousand points', name: 'a.png', type: 'image/png', bytes: bomb(100_000, 1) },
    {
      why: 'fifty megabytes of nothing in a few bytes',
      name: 'a.gz',
      type: 'application/gzip',
      bytes: gzipSync(Buffer.alloc(50_000_000), { level: 9 }),
    },
    {
      why: 'an archive whose file climbs out',
      name: 'a.zip',
      type: 'application/zip',
      bytes: zipOf('../../../etc/cron.d/a', '* * * * * root true'),
    },
    {
      why: 'a document that asks another host',
      name: 'a.docx',
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes: zipOf('word/_rels/document.xml.rels', '<Relationship TargetMode="External" Target="http://evil.test/"/>'),
    },
  ]
}

function broken(jpeg: Buffer): HostileFile[] {
  return [
    { why: 'half a photo', name: 'a.jpg', type: 'image/jpeg', bytes: jpeg.subarray(0, jpeg.length / 2) },
    { why: 'the first bytes of a photo', name: 'a.jpg', type: 'image/jpeg', bytes: bytes(0xff, 0xd8, 0xff, 0xe0) },
    {
      why: 'a photo of noise',
      name: 'a.jpg',
      type: 'image/jpeg',
      bytes: Buffer.concat([jpeg.subarray(0, 200), Buffer.alloc(500, 0xff)]),
    },
    { why: 'a picture without size', name: 'a.png', type: 'image/png', bytes: bomb(0, 0, { whole: false }) },
    { why: 'half a WebP', name: 'a.webp', type: 'image/webp', bytes: text('RIFF\x24\0\0\0WEBPVP8 ') },
    {
      why: 'a picture of a kind that is not drawn',
      name: 'a.heic',
      type: 'image/heic',
      bytes: Buffer.concat([bytes(0, 0, 0, 24), text('ftypheic\0\0\0\0mif1heic')]),
    },
    {
      why: 'a picture of old Windows',
      name: 'a.bmp',
      type: 'image/bmp',
      bytes: text('BM\x3a\0\0\0\0\0\0\0\x36\0\0\0'),
    },
    { why: 'a picture of many pages', name: 'a.tiff', type: 'image/tiff', bytes: text('II*\0\x08\0\0\0\xff\xff') },
  ]
}

function programs(): HostileFile[] {
  return [
    {
      why: 'a program that calls itself a photo',
      name: 'photo.jpg.exe',
      type: 'image/jpeg',
      bytes: text('MZ\x90\0This program cannot be run'),
    },
    { why: 'a program of another system', name: 'photo.jpg', type: 'image/jpeg', bytes: text('\x7fELF\x02\x01\x01') },
    {
      why: 'a program for a browser',
      name: 'a.wasm',
      type: 'application/wasm',
      bytes: bytes(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0),
    },
    { why: 'a shell script', name: 'a.sh', type: 'text/x-sh', bytes: text('#!/bin/sh\nrm -rf /') },
    { why: 'a page of PHP', name: 'a.php.jpg', type: 'image/jpeg', bytes: text('<?php system($_GET["c"]); ?>') },
    {
      why: 'an old film for browsers',
      name: 'a.swf',
      type: 'application/x-shockwave-flash',
      bytes: text('FWS\x05\0\0\0\0'),
    },
    {
      why: 'a link of Windows',
      name: 'a.url',
      type: 'text/plain',
      bytes: text('[InternetShortcut]\r\nURL=javascript:alert(1)'),
    },
    {
      why: 'what every scanner takes for a virus',
      name: 'letter.txt',
      type: 'text/plain',
      bytes: text(EICAR),
      infected: true,
    },
  ]
}

function sizes(): HostileFile[] {
  const largest = Buffer.alloc(LARGEST_FILE_BYTES, 0x61)
  return [
    { why: 'nothing', name: 'a.jpg', type: 'image/jpeg', bytes: Buffer.alloc(0), answer: 'refused' },
    { why: 'exactly as much as is kept', name: 'a.bin', type: '', bytes: largest },
    { why: 'one byte more', name: 'a.bin', type: '', bytes: after(largest, 'a'), answer: 'refused' },
    {
      why: 'three times as much',
      name: 'a.bin',
      type: '',
      bytes: Buffer.alloc(3 * LARGEST_FILE_BYTES),
      answer: 'refused',
    },
  ]
}

function names(jpeg: Buffer): HostileFile[] {
  const named = (why: string, name: string): HostileFile => ({ why, name, type: 'image/jpeg', bytes: jpeg })
  return [
    named('a name that climbs', '../../../../etc/passwd'),
    named('a name that climbs in Windows', '..\\..\\windows\\system32\\a.dll'),
    named('a name with a NUL', 'a.jpg\0.html'),
    named('a name that is written the other way round', 'photo\u202egpj.exe'),
    named('a name that ends its header', 'a";\tfilename="b.html'),
    named('a name of the web server', '.htaccess'),
    named('a name of a device', 'CON'),
    named('a name with a page in it', `${SCRIPT}.jpg`),
    named('a name without end', `${'a'.repeat(20_000)}.jpg`),
  ]
}
