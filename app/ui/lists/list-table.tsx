import { Fragment, type ReactNode } from 'react'
import { type Column, Table, type TableProps } from './table.tsx'

type CellValue = string | number | boolean | null | undefined

/**
 * A column of a list. A cell with more than text also has a `value`, so that `ListTable` can find columns with the same
 * value in every row. With a value of null the column always stays, as for links that do something.
 */
export type ListColumn<Row> = Omit<Column<Row>, 'cell' | 'rowHeading'> &
  (
    | { rowHeading: true; cell: (row: Row) => ReactNode }
    | { rowHeading?: false; cell: (row: Row) => string | number }
    | { rowHeading?: false; cell: (row: Row) => ReactNode; value: ((row: Row) => CellValue) | null }
  )

interface ListTableProps<Row> extends Omit<TableProps<Row>, 'columns'> {
  columns: readonly ListColumn<Row>[]
}

/** A table of records. A value that all rows share is shown once above it, which saves a column. */
export function ListTable<Row>({ columns, ...list }: ListTableProps<Row>) {
  const [first] = list.rows
  const alike = columns.filter((column) => !isShown(column, list.rows))
  return (
    <>
      {first && alike.length > 0 ? (
        <p className="govuk-body-s">
          {alike.map(({ key, header, cell }, at) => (
            <Fragment key={key}>
              {at > 0 ? ' · ' : null}
              {header}: {cell(first)}
            </Fragment>
          ))}{' '}
          (same in all rows)
        </p>
      ) : null}
      <Table {...list} columns={columns.filter((column) => !alike.includes(column))} />
    </>
  )
}

function isShown<Row>(column: ListColumn<Row>, rows: readonly Row[]): boolean {
  const read = 'value' in column ? column.value : column.cell
  return column.rowHeading || read === null || rows.length < 2 || new Set(rows.map(read)).size > 1
}
