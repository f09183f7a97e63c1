import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

export interface Column<Row> {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  numeric?: boolean
  /** Makes the cell the heading of its row; one column at most. */
  rowHeading?: boolean
  /** Where the header leads to sort by it; sorting happens on the server, the order is in the URL. */
  sortHref?: string
  sorted?: 'ascending' | 'descending'
}

export interface TableProps<Row> {
  caption: string
  /** Keeps the caption for screen readers only, where a heading above says the same. */
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Below tablet width each row becomes a block with its headers beside the values. Off for small numeric tables. */
  stacks?: boolean
}

// Some browsers forget that blocks were a table, once CSS has stacked them; the roles keep the meaning.
const AS = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  cell: { role: 'cell' },
  rowHeading: { role: 'rowheader' },
  columnHeading: { role: 'columnheader' },
} as const

// Not every browser lets the keyboard into an area that scrolls.
const KEYBOARD_SCROLLS = { tabIndex: 0 }

/** A captioned table; sorted by links, stacked on a phone. */
export function Table<Row>({ caption, captionHidden, columns, rows, rowKey, stacks = true }: TableProps<Row>) {
  const table = (
    <table className={stacks ? 'govuk-table accord-table--stacks' : 'govuk-table'} {...AS.table}>
      <caption className={captionHidden ? 'govuk-visually-hidden' : 'govuk-table__caption govuk-table__caption--m'}>
        {caption}
      </caption>
      <thead className="govuk-table__head" {...AS.group}>
        <tr className="govuk-table__row" {...AS.row}>
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body" {...AS.group}>
        {rows.map((row) => (
          <tr key={rowKey(row)} className="govuk-table__row" {...AS.row}>
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (stacks) return table
  return (
    <section className="accord-scrolls" aria-label={caption} {...KEYBOARD_SCROLLS}>
      {table}
    </section>
  )
}

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const { header, numeric, sortHref, sorted } = column
  const arrow = sorted === 'ascending' ? ' ▲' : ' ▼'
  return (
    <th
      scope="col"
      {...AS.columnHeading}
      className={numeric ? 'govuk-table__header govuk-table__header--numeric' : 'govuk-table__header'}
      aria-sort={sorted}
    >
      {sortHref ? (
        <Link to={sortHref} className="govuk-link govuk-link--no-visited-state">
          {header}
        </Link>
      ) : (
        header
      )}
      {sorted ? <span aria-hidden="true">{arrow}</span> : null}
    </th>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  // The header goes before the value by CSS, from the attribute, at phone width only.
  if (column.rowHeading) {
    return (
      <th scope="row" {...AS.rowHeading} className="govuk-table__header" data-header={column.header}>
        {column.cell(row)}
      </th>
    )
  }
  const classes = column.numeric ? 'govuk-table__cell govuk-table__cell--numeric' : 'govuk-table__cell'
  return (
    <td {...AS.cell} className={classes} data-header={column.header}>
      {column.cell(row)}
    </td>
  )
}
