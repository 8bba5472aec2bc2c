import { useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { displayName } from '../../ui/names.ts'
import { formatCount } from '../../ui/numbers.ts'

type Option = { value: string; accounts: number }
type Props = {
  /** What the values are of, in words. */
  name: string
  options: Option[]
  ticked: string[]
  onTick: (value: string, ticked: boolean) => void
}

const shownAtFirst = 8

/** Boxes to tick, the most frequent values first; long lists are searched rather than scrolled. */
export function ValueList({ name, options, ticked, onTick }: Props) {
  const [search, setSearch] = useState('')
  // A value of the address that no account has any more can still be unticked.
  const gone = ticked.filter((value) => !options.some((option) => option.value === value))
  const all = [...gone.map((value) => ({ value, accounts: 0 })), ...options]
  const found = all.filter(({ value }) => value.toLowerCase().includes(search.trim().toLowerCase()))
  const isLong = all.length > shownAtFirst
  const shown = isLong && !search ? found.filter(({ value }, at) => at < shownAtFirst || ticked.includes(value)) : found

  return (
    <>
      {isLong && (
        <input
          class="input"
          type="search"
          aria-label={text.segments.editor.findValue(name)}
          placeholder={text.segments.editor.findValue(name)}
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <ul class="value-list">
        {shown.map(({ value, accounts }) => (
          <li key={value}>
            <label>
              <input
                type="checkbox"
                checked={ticked.includes(value)}
                onChange={(event) => onTick(value, event.currentTarget.checked)}
              />
              <span>{displayName(value)}</span>
              <span class="soft numbers">
                <span aria-hidden="true">{formatCount(accounts)}</span>
                <span class="visually-hidden">{text.segments.accounts(accounts)}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {found.length > shown.length && (
        <p class="soft">{text.segments.editor.moreValues(found.length - shown.length)}</p>
      )}
    </>
  )
}
