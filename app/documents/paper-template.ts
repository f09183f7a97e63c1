/**
 * The layout of every paper, in Typst. The paper arrives as JSON, so its text is never read as markup. Fallback fonts
 * are off: a letter that the fonts lack would otherwise silently disappear; now it is an error.
 */
export const PAPER_TEMPLATE = `
#let paper = json(bytes(sys.inputs.paper))
#set document(title: paper.title, date: none)
#set page(paper: "a4", margin: 25mm)
#set text(font: "Noto Sans", size: 12pt, lang: paper.language, fallback: false, hyphenate: false)
#set par(leading: 0.75em, spacing: 1.2em, justify: false)
#set list(indent: 0.4em, body-indent: 0.7em, spacing: 0.9em)
#show heading: set block(above: 1.8em, below: 0.9em)
#show heading.where(level: 1): set text(size: 20pt)
#show heading.where(level: 2): set text(size: 14pt)
#heading(level: 1, paper.heading)
#for block in paper.blocks {
  if block.is == "heading" { heading(level: 2, block.text) }
  if block.is == "paragraph" { par(block.text) }
  if block.is == "list" { list(..block.items) }
}
`
