/**
 * The layout of every paper, in Typst. The paper arrives as JSON, so its text is never read as markup. Fallback fonts
 * are off: a letter that the fonts lack would otherwise silently disappear; now it is an error. Ruled lines to write on
 * are no part of the text, so they are artifacts. A line never ends at a hyphen, which
 * programs that copy the text would drop. In Arabic the groups of a phone number would change places, so a number reads
 * from left to right.
 */
export const PAPER_TEMPLATE = `
#let paper = json(bytes(sys.inputs.paper))
#let size = paper.layout.size * 1pt
#set document(title: paper.title, date: none)
#set page(paper: "a4", margin: paper.layout.margin * 1mm)
#set text(font: paper.fonts, size: size, lang: paper.language, fallback: false, hyphenate: false)
#set par(leading: 0.75em, spacing: 1.2em, justify: false)
#set list(indent: 0.4em, body-indent: 0.7em, spacing: 0.9em)
#set table(stroke: 0.5pt + rgb("#6f777b"), inset: 0.5em, align: start + top)
#show heading: set block(above: 1.8em, below: 0.9em, sticky: true)
#show heading.where(level: 1): set text(size: calc.max(20pt, size * 1.3))
#show heading.where(level: 2): set text(size: calc.max(14pt, size * 1.15))
#show heading.where(level: 3): set text(size: size)
#show regex("[A-Za-z0-9]+([- ][A-Za-z0-9]+)+"): it => {
  if paper.language == "ar" { box(text(dir: ltr, it)) } else if it.text.contains("-") { box(it) } else { it }
}
#show table.cell.where(y: 0): set text(weight: "bold")
#heading(level: 1, paper.heading)
#for block in paper.blocks {
  if block.is == "heading" { heading(level: block.level, block.text) }
  if block.is == "paragraph" { par(block.text) }
  if block.is == "list" { list(..block.items) }
  if block.is == "table" {
    table(
      columns: block.widths.map(width => width * 1fr),
      table.header(..block.columns),
      ..block.rows.flatten(),
    )
  }
  if block.is == "pictured" {
    grid(
      columns: (26mm, 1fr),
      column-gutter: 8mm,
      align: start + horizon,
      image(bytes(block.svg), format: "svg", width: 26mm, alt: block.alt),
      block.texts.map(text => par(text)).join(),
    )
    v(0.6em)
  }
  if block.is == "write" {
    std.block(above: 1.2em, below: 0.4em, sticky: true, par(strong(block.label)))
    for _ in range(block.lines) {
      pdf.artifact(std.block(height: 0.5em + 5mm, width: 100%, stroke: (bottom: 0.5pt + rgb("#6f777b"))))
    }
  }
  if block.is == "new-page" { pagebreak() }
}
`
