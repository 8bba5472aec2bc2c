import type { SegmentCondition } from '@heed/contracts'
import { describeNode } from '@heed/segments'
import { ChevronDown, X } from 'lucide-preact'
import { useId } from 'preact/hooks'
import { locale } from '../../locales/locale.ts'
import { text } from '../../locales/text.ts'
import { isComplete } from './completeness.ts'
import { ConditionFields, type Surroundings } from './condition-fields.tsx'
import type { DraftCondition } from './draft.ts'
import { fieldName } from './field-names.ts'

const words = text.segments.editor.condition

/** What can be done to a part of the tree. */
export type Acts = {
  toggle: (key: number) => void
  change: (key: number, condition: SegmentCondition) => void
  settle: () => void
  remove: (key: number) => void
  or: (key: number) => void
  exclude: (key: number) => void
  unpack: (key: number) => void
}

/** A condition in words, or what it waits for. */
const conditionWords = (condition: SegmentCondition, { currency, nameOf }: Surroundings): string =>
  isComplete(condition) ? describeNode(condition, { currency, locale, nameOf }) : words.waiting(fieldName(condition))

type Props = { part: DraftCondition; isOpen: boolean; around: Surroundings; acts: Acts }

/** A condition: its words, which open its inputs. Delete takes it out. */
export function ConditionRow({ part: { key, condition }, isOpen, around, acts }: Props) {
  const id = useId()
  const said = conditionWords(condition, around)
  const isSaved = condition.field === 'segment' && around.saved.some((saved) => saved.id === condition.id)
  return (
    <div class="condition" data-open={isOpen} data-key={key}>
      <div class="condition-head">
        <button
          type="button"
          class="condition-words"
          data-stop
          data-waiting={!isComplete(condition)}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => acts.toggle(key)}
        >
          <span>
            <bdi>{said}</bdi>
          </span>
          <ChevronDown size={14} aria-hidden="true" />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={text.segments.remove(said)}
          title={text.segments.remove(said)}
          onClick={() => acts.remove(key)}
        >
          <X size={14} aria-hidden="true" />
        </button>
      </div>
      {isOpen && (
        <div class="condition-body" id={id} onFocusOut={acts.settle}>
          <ConditionFields condition={condition} around={around} onChange={(next) => acts.change(key, next)} />
          <div class="condition-acts">
            <button type="button" class="button" data-look="quiet" title={words.orHint} onClick={() => acts.or(key)}>
              {words.or}
            </button>
            <button
              type="button"
              class="button"
              data-look="quiet"
              title={words.excludeHint}
              onClick={() => acts.exclude(key)}
            >
              {words.exclude}
            </button>
            {isSaved && (
              <button
                type="button"
                class="button"
                data-look="quiet"
                title={words.unpackHint}
                onClick={() => acts.unpack(key)}
              >
                {words.unpack}
              </button>
            )}
          </div>
        </div>
      )}
    </div>
  )
}
