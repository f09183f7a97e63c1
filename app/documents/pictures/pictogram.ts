/** Drawn for Accord: plain shapes with a thick outline, which stay clear on a poor printer. */
const INK = '#2b2d6e'

function drawn(shapes: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><g fill="none" stroke="${INK}" stroke-width="5" stroke-linecap="round" stroke-linejoin="round">${shapes}</g></svg>`
}

const FILLED = `fill="${INK}" stroke="none"`
const person = (x: number, y: number) =>
  `<circle cx="${x}" cy="${y}" r="10"/><path d="M${x - 17} ${y + 42}v-8a17 17 0 0 1 34 0v8z"/>`

/** The pictures of Easy Read papers, as SVG. What each shows is said in words in the language of the paper. */
export const PICTOGRAMS = {
  book: drawn(
    '<path d="M48 22c-10-8-24-8-36-5v56c12-3 26-3 36 5 10-8 24-8 36-5V17c-12-3-26-3-36 5z"/><path d="M48 22v56"/>',
  ),
  calendar: drawn(
    '<rect x="14" y="20" width="68" height="62" rx="4"/><path d="M14 38h68M32 12v14M64 12v14M28 52h8M44 52h8M60 52h8M28 66h8M44 66h8"/>',
  ),
  clock: drawn('<circle cx="48" cy="48" r="34"/><path d="M48 26v22l15 10"/>'),
  danger: drawn(`<path d="M48 14 86 80H10z"/><path d="M48 38v18"/><circle cx="48" cy="68" r="3.5" ${FILLED}/>`),
  folder: drawn('<path d="M10 76V24h26l8 10h42v42z"/><path d="M34 56l9 9 18-19"/>'),
  hands: drawn(
    '<path d="M8 40l18-10 22 8 22-8 18 10M26 30v30l14 14c4 4 8 2 8-2 3 4 8 3 8-1 4 3 8 1 8-3 4 1 7-2 6-6V30"/>',
  ),
  house: drawn('<path d="M12 46 48 14l36 32M22 40v42h52V40"/><path d="M40 82V58h16v24"/>'),
  letter: drawn('<rect x="10" y="22" width="76" height="52" rx="3"/><path d="M10 26l38 28 38-28"/>'),
  list: drawn(
    `<rect x="16" y="10" width="64" height="76" rx="4"/><path d="M42 30h26M42 48h26M42 66h26"/><circle cx="29" cy="30" r="3.5" ${FILLED}/><circle cx="29" cy="48" r="3.5" ${FILLED}/><circle cx="29" cy="66" r="3.5" ${FILLED}/>`,
  ),
  lock: drawn('<rect x="20" y="42" width="56" height="40" rx="4"/><path d="M32 42V30a16 16 0 0 1 32 0v12M48 58v10"/>'),
  look: drawn('<circle cx="42" cy="42" r="27"/><path d="M62 62l22 22"/>'),
  meeting: drawn(`${person(30, 24)}${person(66, 24)}<path d="M8 80h80"/>`),
  pen: drawn('<path d="M16 80l6-20L64 18l14 14-42 42zM54 28l14 14"/>'),
  person: drawn('<circle cx="48" cy="28" r="15"/><path d="M18 84V74a30 30 0 0 1 60 0v10z"/>'),
  phone: drawn('<rect x="28" y="8" width="40" height="80" rx="6"/><path d="M28 22h40M28 72h40M44 80h8"/>'),
  question: drawn(
    `<path d="M10 16h76v50H50L32 82V66H10z"/><path d="M40 32c2-8 18-8 18 2 0 8-10 6-10 14"/><circle cx="48" cy="57" r="3.5" ${FILLED}/>`,
  ),
  shield: drawn('<path d="M48 10l32 10v26c0 20-14 33-32 40-18-7-32-20-32-40V20z"/><path d="M34 48l10 11 20-23"/>'),
  speech: drawn('<path d="M10 16h76v50H50L32 82V66H10z"/><path d="M26 34h44M26 48h30"/>'),
} as const satisfies Record<string, string>

export type PictogramId = keyof typeof PICTOGRAMS
