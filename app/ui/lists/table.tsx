import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

export interface Column<Row> {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  numeric?: boolean
  /** Makes this column the heading of each row. Only one column may have it. */
  rowHeading?: boolean
  /** The address that sorts by this column. The server sorts, and the order is in the URL. */
  sortHref?: string
  sorted?: 'ascending' | 'descending'
}

export interface TableProps<Row> {
  caption: string
  /** Shows the caption to screen readers only, when a heading above says the same. */
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Shows each row as a block below tablet width. Set it to false for small numeric tables. */
  stacks?: boolean
}

// The table's roles, repeated as ARIA: some browsers drop them when CSS displays the cells as blocks.
const AS = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  cell: { role: 'cell' },
  rowHeading: { role: 'rowheader' },
  columnHeading: { role: 'columnheader' },
} as const

// Without it, some browsers let nobody scroll the table by keyboard.
const KEYBOARD_SCROLLS = { tabIndex: 0 }

/** A table with a caption. Header links sort it; on a phone its rows are stacked. */
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
  // CSS shows the header before the value at phone width, from this attribute.
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
