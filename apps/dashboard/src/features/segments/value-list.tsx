import { useRef, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { moveFocus } from '../../ui/move-focus.ts'
import { formatCount } from '../../ui/numbers.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useSegmentValues } from './use-fields.ts'
import { useSettled } from './use-settled.ts'

const words = text.segments.editor.values

type Props = {
  /** What the values are of, in words, and as the server is asked. */
  name: string
  field: string
  nameOf: (value: string) => string
  chosen: string[]
  onChange: (values: string[]) => void
}

const mostChosen = 50

/** Boxes to tick, the most frequent values first. Enter in the search ticks the best match, or what was typed. */
export function ValueList({ name, field, nameOf, chosen, onChange }: Props) {
  const [search, setSearch] = useState('')
  const typed = search.trim()
  const query = useSegmentValues(field, useSettled(typed))
  const list = useRef<HTMLDivElement>(null)
  // Ticked values stay where they are; those at hand when the list opened come first, also when nobody has them now.
  const [first] = useState(chosen)

  const counts = new Map(query.data?.values.map(({ value, count }) => [value, count]))
  const occurring = [...counts.keys()]
  const added = chosen.filter((value) => !first.includes(value) && !counts.has(value))
  const fits = (value: string) =>
    [value, nameOf(value)].some((each) => each.toLowerCase().includes(typed.toLowerCase()))
  const shown = [...new Set([...first, ...added, ...occurring])].filter(fits)
  const exact = shown.find((value) => [value, nameOf(value)].some((each) => each.toLowerCase() === typed.toLowerCase()))
  const isNew = typed !== '' && exact === undefined

  const tick = (value: string) => {
    if (chosen.includes(value)) onChange(chosen.filter((other) => other !== value))
    else if (chosen.length < mostChosen) onChange([...chosen, value])
  }
  const take = () => {
    const best = exact ?? shown[0] ?? typed
    if (typed === '' || (exact === undefined && query.isFetching)) return
    if (!chosen.includes(best)) tick(best)
    setSearch('')
  }
  const unit = query.data?.of === 'person' ? text.segments.people : text.segments.accounts

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows move between the inputs inside
    <div class="values" ref={list} onKeyDown={(event) => moveFocus(event, list.current)}>
      <input
        class="input"
        type="search"
        aria-label={words.find(name)}
        placeholder={words.placeholder}
        value={search}
        data-first
        autocomplete="off"
        onInput={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.isComposing) return
          event.preventDefault()
          take()
        }}
      />
      {query.isError && <ProblemNotice error={query.error} onRetry={() => query.refetch()} />}
      <ul class="value-list">
        {shown.map((value, at) => (
          <li key={value}>
            <label>
              <input
                type="checkbox"
                tabIndex={at === 0 ? 0 : -1}
                data-stop
                checked={chosen.includes(value)}
                disabled={chosen.length >= mostChosen && !chosen.includes(value)}
                onChange={() => tick(value)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter') return
                  event.preventDefault()
                  tick(value)
                }}
              />
              <span>
                <bdi>{nameOf(value)}</bdi>
              </span>
              <span class="soft numbers">
                <span aria-hidden="true">{formatCount(counts.get(value) ?? 0)}</span>
                <span class="visually-hidden">{unit(counts.get(value) ?? 0)}</span>
              </span>
            </label>
          </li>
        ))}
        {isNew && (
          <li>
            <button
              type="button"
              class="value-new"
              tabIndex={-1}
              data-stop
              onClick={() => {
                tick(typed)
                setSearch('')
                list.current?.querySelector('input')?.focus()
              }}
            >
              {words.use(typed)}
            </button>
          </li>
        )}
      </ul>
      {query.data && shown.length === 0 && <p class="soft small">{typed ? words.noMatch : words.none}</p>}
      {typed === '' && occurring.length >= mostAnswered && <p class="soft small">{words.more}</p>}
    </div>
  )
}

/** So many values the server answers at once. */
const mostAnswered = 50
