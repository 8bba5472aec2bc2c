import type { RefObject } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { moveFocus } from '../../ui/move-focus.ts'
import { formatCount } from '../../ui/numbers.ts'
import type { Surroundings } from './condition-fields.tsx'
import { choicesOf, type FieldChoice, type FieldGroup, findChoices } from './field-choices.ts'

const words = text.segments.editor.picker

type Props = {
  around: Surroundings
  /** Traits and events could not be loaded. */
  hasFailed: boolean
  search: RefObject<HTMLInputElement>
  /** The words of the group into which a condition goes, when it is not the whole. */
  target: string | null
  onWhole: () => void
  /** The search is about to be used: what is open makes room. */
  onSearch: () => void
  onPick: (choice: FieldChoice) => void
}

/** All that a condition can be about: typed and found, or walked through with the arrows. */
export function FieldPicker({ around, hasFailed, search, target, onWhole, onSearch, onPick }: Props) {
  const [typed, setTyped] = useState('')
  const id = useId()
  const pane = useRef<HTMLElement>(null)
  const groups = findChoices(choicesOf(around.fields, around.saved), typed)
  const [first] = groups.flatMap(({ choices }) => choices)
  const pick = (choice: FieldChoice) => {
    setTyped('')
    onPick(choice)
  }
  const isEmpty = (group: FieldGroup) =>
    typed.trim() === '' &&
    around.fields !== undefined &&
    !groups.some((each) => each.group === group && each.choices.length > 0)

  return (
    <section
      class="field-picker"
      ref={pane}
      tabIndex={-1}
      aria-label={words.label}
      onKeyDown={(event) => moveFocus(event, pane.current)}
    >
      <div class="field-search">
        <label class="field">
          <span>{words.label}</span>
          <input
            ref={search}
            class="input"
            type="search"
            placeholder={words.find}
            value={typed}
            autocomplete="off"
            aria-describedby={target === null ? undefined : `${id}-target`}
            onClick={onSearch}
            onInput={(event) => {
              setTyped(event.currentTarget.value)
              onSearch()
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.isComposing) return
              event.preventDefault()
              if (typed.trim() && first) pick(first)
            }}
          />
        </label>
        {target !== null && (
          <p class="soft small" id={`${id}-target`}>
            {words.addsTo(target)}{' '}
            <button type="button" class="link-button" onClick={onWhole}>
              {words.addsToAll}
            </button>
          </p>
        )}
      </div>
      <div class="field-list">
        {groups.map(({ group, choices }) =>
          choices.length === 0 && !isEmpty(group) ? null : group === 'saved' && choices.length === 0 ? null : (
            <div key={group}>
              <h3 id={`${id}-${group}`}>{words.groups[group]}</h3>
              <ul aria-labelledby={`${id}-${group}`}>
                {choices.map((choice) => (
                  <li key={choice.key}>
                    <Choice choice={choice} isFirst={choice === first} onPick={() => pick(choice)} />
                  </li>
                ))}
              </ul>
              {group === 'traits' && isEmpty(group) && <p class="soft small">{words.noTraits}</p>}
              {group === 'behaviour' && isEmpty(group) && <p class="soft small">{words.noEvents}</p>}
            </div>
          ),
        )}
        {groups.every(({ choices }) => choices.length === 0) && <p class="soft small">{words.none(typed.trim())}</p>}
        {hasFailed && <p class="soft small">{words.failed}</p>}
      </div>
    </section>
  )
}

type ChoiceProps = { choice: FieldChoice; isFirst: boolean; onPick: () => void }

/** Tab comes to the first of them; the arrows go on from there. */
function Choice({ choice: { label, hint, people }, isFirst, onPick }: ChoiceProps) {
  return (
    <button type="button" class="field-choice" tabIndex={isFirst ? 0 : -1} data-stop onClick={onPick}>
      <span>
        <bdi>{label}</bdi>
      </span>
      {hint && <span class="soft small">{hint}</span>}
      {people !== undefined && (
        <span class="soft small numbers">
          <span aria-hidden="true">{formatCount(people)}</span>
          <span class="visually-hidden">{text.segments.people(people)}</span>
        </span>
      )}
    </button>
  )
}
