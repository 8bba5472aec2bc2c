import { describeSegment, formatSegment, parseSegment } from '@heed/segments'
import { useRef, useState } from 'preact/hooks'
import { locale } from '../../../locales/locale.ts'
import { text } from '../../../locales/text.ts'
import { SegmentEditor } from '../../segments/segment-editor.tsx'
import { useSaved } from '../../segments/use-saved.ts'
import { put } from '../definition.ts'
import { whoInWords } from '../survey-words.ts'
import { useBuilder } from './builder-context.ts'
import { FormPart } from './form-part.tsx'
import { NumberField } from './number-field.tsx'
import { Reach } from './reach.tsx'
import { TextField, useFieldNotes } from './text-field.tsx'
import { TogglePart } from './toggle-part.tsx'

const words = text.surveys.builder.who

/** Whom it may ask, and how many those are. */
export function WhoPart() {
  const { definition, workspace } = useBuilder()
  const { nameOf } = useSaved()
  const wording = { currency: workspace.currency, nameOf }
  return (
    <FormPart
      title={text.surveys.builder.parts.who}
      summary={whoInWords(definition, wording)}
      fields={['targeting']}
      isOpenFirst
    >
      <SegmentChoice />
      <Reach />
      <FirstSeen />
      <ServerEvent />
      <p class="soft small">{words.private}</p>
    </FormPart>
  )
}

function SegmentChoice() {
  const { definition, change, workspace, mayChange } = useBuilder()
  const { targeting } = definition
  const { nameOf } = useSaved()
  const { segment } = parseSegment(targeting.segment ?? '')
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const { given, notes } = useFieldNotes('targeting.segment')
  const isEveryone = segment.all.length === 0
  const phrases = describeSegment(segment, { currency: workspace.currency, locale, nameOf })
  return (
    <div class="survey-who">
      <p class="survey-who-words">
        <span class="soft">{words.asks}</span>{' '}
        <strong>{isEveryone ? text.surveys.words.everyone : phrases.join(' · ')}</strong>
      </p>
      {mayChange && (
        <div class="survey-acts">
          <button
            ref={button}
            type="button"
            class="button"
            aria-haspopup="dialog"
            {...given}
            onClick={() => setOpen(true)}
          >
            {isEveryone ? words.choose : words.change}
          </button>
          {!isEveryone && (
            <button
              type="button"
              class="button"
              data-look="quiet"
              onClick={() => {
                change({ targeting: put(targeting, 'segment', undefined) })
                button.current?.focus()
              }}
            >
              {words.clear}
            </button>
          )}
        </div>
      )}
      {notes}
      {isOpen && (
        <SegmentEditor
          title={words.dialog}
          currency={workspace.currency}
          segment={segment}
          onChange={(next) =>
            change({ targeting: put(targeting, 'segment', formatSegment(next) || undefined) }, 'segment')
          }
          onClose={() => {
            setOpen(false)
            button.current?.focus()
          }}
          foot={({ close }) => (
            <button type="button" class="button" data-look="main" onClick={close}>
              {words.done}
            </button>
          )}
        />
      )}
    </div>
  )
}

function FirstSeen() {
  const { definition, change } = useBuilder()
  const { targeting } = definition
  const seen = targeting.firstSeenDays
  const set = (name: 'from' | 'to', days: number | null) => {
    const next = put(seen ?? {}, name, days ?? undefined)
    change(
      { targeting: put(targeting, 'firstSeenDays', Object.keys(next).length === 0 ? undefined : next) },
      `seen.${name}`,
    )
  }
  return (
    <TogglePart
      label={words.seen}
      path="targeting.firstSeenDays"
      isOn={seen !== undefined}
      onToggle={(isOn) => change({ targeting: put(targeting, 'firstSeenDays', isOn ? { from: 30 } : undefined) })}
    >
      <div class="survey-pair">
        <NumberField
          label={words.seenFrom}
          path="targeting.firstSeenDays.from"
          value={seen?.from ?? null}
          onValue={(days) => set('from', days)}
          min={0}
          max={3_650}
        />
        <NumberField
          label={words.seenTo}
          path="targeting.firstSeenDays.to"
          value={seen?.to ?? null}
          onValue={(days) => set('to', days)}
          min={0}
          max={3_650}
        />
      </div>
    </TogglePart>
  )
}

function ServerEvent() {
  const { definition, change } = useBuilder()
  const { targeting } = definition
  const event = targeting.serverEvent
  return (
    <TogglePart
      label={words.event}
      path="targeting.serverEvent"
      isOn={event !== undefined}
      onToggle={(isOn) => !isOn && change({ targeting: put(targeting, 'serverEvent', undefined) })}
    >
      <div class="survey-pair">
        <TextField
          label={words.eventName}
          path="targeting.serverEvent.name"
          value={event?.name ?? ''}
          maxLength={200}
          onValue={(name) =>
            change(
              { targeting: put(targeting, 'serverEvent', name ? { withinDays: 30, ...event, name } : undefined) },
              'serverEvent',
            )
          }
        />
        {event && (
          <NumberField
            label={words.eventDays}
            path="targeting.serverEvent.withinDays"
            value={event.withinDays}
            onValue={(days) =>
              days !== null &&
              change({ targeting: { ...targeting, serverEvent: { ...event, withinDays: days } } }, 'eventDays')
            }
            min={1}
            max={365}
          />
        )}
      </div>
    </TogglePart>
  )
}
