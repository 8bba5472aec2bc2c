import type { CustomerSort } from '@heed/contracts'
import { ArrowDown, ArrowUp } from 'lucide-preact'
import type { ComponentChildren, RefObject } from 'preact'
import { text } from '../../locales/text.ts'
import { useSegment } from '../segments/use-segment.ts'
import type { Column } from './columns.tsx'
import './people.css'

const words = text.people

type Props<Item, Sort extends CustomerSort> = {
  caption: string
  items: Item[]
  keyOf: (item: Item) => string
  /** The first column, which names the row and opens it. */
  head: string
  name: (item: Item) => ComponentChildren
  columns: Column<Item, Sort>[]
  /** What the rows are sorted by. */
  sort: CustomerSort
  list?: RefObject<HTMLTableSectionElement>
}

/** Customers in rows. Wide as its columns are, it scrolls sideways under its own head; on a phone each row is a few lines. */
export function CustomerTable<Item, Sort extends CustomerSort>(props: Props<Item, Sort>) {
  const { caption, items, keyOf, head, name, columns, sort, list } = props
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section class="card table-scroll customers" tabIndex={0} aria-label={caption}>
      <table class="figures">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <Head column={{ label: head, sort: 'name' }} sort={sort} />
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody ref={list ?? null}>
          {items.map((item) => (
            <tr key={keyOf(item)} onClick={openRow}>
              <th scope="row">{name(item)}</th>
              {columns.map((column) => (
                <Cell key={column.key} column={column} item={item} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A press anywhere in a row follows the link that names it, unless it was on something else or marked a text. */
const openRow = (event: MouseEvent & { currentTarget: HTMLElement }) => {
  if (event.target instanceof Element && event.target.closest('a, button')) return
  if (getSelection()?.toString()) return
  const { ctrlKey, metaKey, shiftKey } = event
  const press = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey })
  event.currentTarget.querySelector('a[data-row]')?.dispatchEvent(press)
}

type HeadColumn = { label: string; isNumber?: boolean; sort?: CustomerSort }

/** Sorts by its column where the server can. Names go from A on, everything else begins with the most. */
function Head({ column, sort }: { column: HeadColumn; sort: CustomerSort }) {
  const { filtered } = useSegment()
  const isSorted = column.sort === sort
  const Arrow = column.sort === 'name' ? ArrowUp : ArrowDown
  return (
    <th
      scope="col"
      class={column.isNumber ? 'number' : undefined}
      aria-sort={isSorted ? (column.sort === 'name' ? 'ascending' : 'descending') : undefined}
    >
      {column.sort === undefined ? (
        column.label
      ) : (
        <a
          href={filtered({ sort: column.sort === 'name' ? undefined : column.sort })}
          title={words.sort.by(column.label)}
        >
          {column.label}
          {isSorted && <Arrow size={12} aria-hidden="true" />}
        </a>
      )}
    </th>
  )
}

/** Its column's name stands in it only where there are no columns; screen readers have the column's head. */
function Cell<Item>({ column, item }: { column: Column<Item>; item: Item }) {
  const shown = column.show(item)
  const isEmpty = shown === null || shown === false || shown === ''
  return (
    <td class={column.isNumber ? 'number' : undefined} data-empty={isEmpty}>
      {!column.isPlain && (
        <span class="cell-label soft" aria-hidden="true">
          {column.label}
        </span>
      )}
      {isEmpty ? (
        <span class="soft">
          <span aria-hidden="true">–</span>
          <span class="visually-hidden">{words.unknown}</span>
        </span>
      ) : (
        shown
      )}
    </td>
  )
}
