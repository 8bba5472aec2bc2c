import type { SavedSegment } from '@heed/contracts'
import { describeSegment, parseSegment } from '@heed/segments'
import { Copy, Pencil, Trash2 } from 'lucide-preact'
import { locale } from '../../locales/locale.ts'
import { text } from '../../locales/text.ts'
import { formatCount, formatMoney, formatShare } from '../../ui/numbers.ts'
import { savedAs } from './saved-menu.tsx'
import { customerPairsOf } from './segment-url.ts'
import { useSaved } from './use-saved.ts'
import { useSegment } from './use-segment.ts'
import { useSegmentSize } from './use-segment-size.ts'

const words = text.segments.page

/** `button`: where the focus comes back to. */
type Acts = Record<'edit' | 'duplicate' | 'remove', (saved: SavedSegment, button: HTMLElement) => void>
type Props = { items: SavedSegment[]; currency: string; acts: Acts | null }

/** Saved segments with their size now. `acts`: null for who may only look. */
export function SavedTable({ items, currency, acts }: Props) {
  return (
    <section class="card panel stacks">
      <table class="figures segments-table">
        <caption class="visually-hidden">{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.name}</th>
            <th scope="col" class="number">
              {words.columns.people}
            </th>
            <th scope="col" class="number">
              {words.columns.accounts}
            </th>
            <th scope="col" class="number">
              {words.columns.spend(currency)}
            </th>
            <th scope="col" class="number">
              {words.columns.share}
            </th>
            {acts && (
              <th scope="col">
                <span class="visually-hidden">{words.columns.actions}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {items.map((saved) => (
            <SavedRow key={saved.id} saved={saved} currency={currency} acts={acts} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function SavedRow({ saved, currency, acts }: { saved: SavedSegment; currency: string; acts: Acts | null }) {
  const { link } = useSegment()
  const { nameOf } = useSaved()
  const { segment } = parseSegment(saved.segment)
  const { data, isError } = useSegmentSize(customerPairsOf(segment))
  const hasSpend = data !== undefined && data.base.spendMinor > 0
  const share =
    data && (hasSpend ? data.spendMinor / data.base.spendMinor : data.people / Math.max(1, data.base.people))
  const cell = (label: string, value: string | undefined) => (
    <td class="number" data-label={label}>
      {value ?? (isError ? '–' : ' ')}
    </td>
  )
  return (
    <tr>
      <th scope="row">
        <a href={link('/', {}, savedAs(saved.id))} title={words.show(saved.name)}>
          <bdi>{saved.name}</bdi>
        </a>
        <p class="soft small">{describeSegment(segment, { currency, locale, nameOf }).join(' · ')}</p>
      </th>
      {cell(words.columns.people, data && formatCount(data.people))}
      {cell(words.columns.accounts, data && formatCount(data.accounts))}
      {cell(words.columns.spend(currency), data && formatMoney(data.spendMinor, currency))}
      {cell(
        data && !hasSpend ? words.columns.shareOfPeople : words.columns.share,
        share === undefined ? undefined : formatShare(share),
      )}
      {acts && (
        <td class="row-acts">
          <Act label={words.edit(saved.name)} Icon={Pencil} act={(button) => acts.edit(saved, button)} />
          <Act label={words.duplicate(saved.name)} Icon={Copy} act={(button) => acts.duplicate(saved, button)} />
          <Act label={words.remove(saved.name)} Icon={Trash2} act={(button) => acts.remove(saved, button)} />
        </td>
      )}
    </tr>
  )
}

const Act = ({ label, Icon, act }: { label: string; Icon: typeof Pencil; act: (button: HTMLElement) => void }) => (
  <button
    type="button"
    class="icon-button"
    aria-label={label}
    title={label}
    onClick={(event) => act(event.currentTarget)}
  >
    <Icon size={16} aria-hidden="true" />
  </button>
)
