import { Columns3 } from 'lucide-preact'
import { useEffect, useId, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import { useDisclosure } from '../../ui/use-disclosure.ts'
import { useSegment } from '../segments/use-segment.ts'
import { traitOf, writeColumns } from './list-view.ts'

const words = text.people.chooser

/** More than fit at a glance. */
const manyColumns = 15

type Offered = { key: string; label: string }
type Props = {
  offered: Offered[]
  chosen: string[]
  standard: string[]
  /** The traits could not be loaded. */
  hasFailed: boolean
}

/** Which columns a list has. The choice stands in the address, so it can be kept and shared. */
export function ColumnChooser({ offered, chosen, standard, hasFailed }: Props) {
  const { isOpen, setOpen, place, button, closeOnEscape } = useDisclosure()
  const id = useId()

  useEffect(() => {
    // Not the search: a phone would put its keyboard over the list.
    if (isOpen) place.current?.querySelector<HTMLElement>('input[type=checkbox]')?.focus()
  }, [isOpen, place])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from wherever the focus is inside
    <div class="column-chooser" ref={place} onKeyDown={closeOnEscape}>
      <button
        ref={button}
        type="button"
        class="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <Columns3 size={16} aria-hidden="true" />
        {words.button}
      </button>
      {isOpen && (
        <div class="column-panel card" id={id}>
          <Choices offered={offered} chosen={chosen} standard={standard} hasFailed={hasFailed} />
        </div>
      )}
    </div>
  )
}

function Choices({ offered, chosen, standard, hasFailed }: Props) {
  const { filtered } = useSegment()
  const { route } = useLocation()
  const [typed, setTyped] = useState('')
  const choose = (keys: string[]) => route(filtered({ columns: writeColumns(keys, standard) }), true)
  const wanted = typed.trim().toLocaleLowerCase()
  const fitting = offered.filter(({ label }) => label.toLocaleLowerCase().includes(wanted))
  const box = ({ key, label }: Offered) => (
    <label class="check" key={key}>
      <input
        type="checkbox"
        checked={chosen.includes(key)}
        onChange={({ currentTarget: { checked } }) => {
          const keys = checked ? [...chosen, key] : chosen.filter((each) => each !== key)
          // In the order in which they are offered, however they were chosen.
          choose(offered.flatMap((each) => (keys.includes(each.key) ? each.key : [])))
        }}
      />
      <bdi>{label}</bdi>
    </label>
  )
  const traits = fitting.filter(({ key }) => traitOf(key) !== undefined)
  const isAnyTrait = offered.some(({ key }) => traitOf(key) !== undefined)
  return (
    <>
      {offered.length > manyColumns && (
        <input
          class="input"
          type="search"
          aria-label={words.find}
          placeholder={words.find}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <fieldset>
        <legend class="visually-hidden">{words.label}</legend>
        {fitting.filter(({ key }) => traitOf(key) === undefined).map(box)}
        {traits.length > 0 && (
          <fieldset>
            <legend>{words.traits}</legend>
            {traits.map(box)}
          </fieldset>
        )}
        {fitting.length === 0 && <p class="soft small">{words.none(typed.trim())}</p>}
        {!isAnyTrait && <p class="soft small">{hasFailed ? words.failed : words.noTraits}</p>}
      </fieldset>
      {writeColumns(chosen, standard) !== undefined && (
        <button type="button" class="button" data-look="quiet" onClick={() => choose(standard)}>
          {words.standard}
        </button>
      )}
    </>
  )
}
