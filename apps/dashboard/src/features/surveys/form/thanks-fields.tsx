import { useEffect, useState } from 'preact/hooks'
import { text } from '../../../locales/text.ts'
import { put } from '../definition.ts'
import { isScored } from '../texts.ts'
import { useBuilder } from './builder-context.ts'
import { Choices } from './choices.tsx'
import { TextField } from './text-field.tsx'
import { TogglePart } from './toggle-part.tsx'
import { Wording } from './wording.tsx'

const words = text.surveys.builder.question

/** The last words, a link with them, and the prompt's own colour. */
export function ThanksFields() {
  const { definition, change, mayChange } = useBuilder()
  const { form, kind } = definition
  const { link } = form
  return (
    <>
      <Wording name="thanks" label={words.thanks} maxLength={300} />
      <TogglePart
        label={words.link}
        path="form.link"
        isOn={link !== undefined}
        onToggle={(isOn) => !isOn && change({ form: put(form, 'link', undefined) })}
      >
        <LinkAddress
          url={link?.url ?? ''}
          onUrl={(url) => change({ form: put(form, 'link', url ? { ...link, url } : undefined) }, 'link')}
        />
        <Wording name="linkLabel" label={words.linkLabel} hint={words.linkLabelHint} maxLength={60} />
        {link && isScored(kind) && (
          <Choices
            label={words.linkFor}
            path="form.link.bands"
            value={link.bands === undefined ? 'all' : 'high'}
            choices={[
              { value: 'all', label: words.linkToAll },
              { value: 'high', label: words.linkToHigh },
            ]}
            onChoose={(to) =>
              change({ form: { ...form, link: put(link, 'bands', to === 'high' ? ['high'] : undefined) } })
            }
          />
        )}
      </TogglePart>
      <TogglePart
        label={words.accent}
        path="form.accent"
        hint={words.accentHint}
        isOn={form.accent !== undefined}
        onToggle={(isOn) => change({ form: put(form, 'accent', isOn ? '#1a6b5c' : undefined) })}
      >
        <input
          type="color"
          class="survey-color"
          aria-label={words.accent}
          disabled={!mayChange}
          value={form.accent ?? '#1a6b5c'}
          onInput={(event) => change({ form: { ...form, accent: event.currentTarget.value } }, 'accent')}
        />
      </TogglePart>
    </>
  )
}

/** An address counts once it is whole: half of one would be refused, and everything else with it. */
function LinkAddress({ url, onUrl }: { url: string; onUrl: (url: string) => void }) {
  const [typed, setTyped] = useState(url)
  useEffect(() => {
    if (url !== '') setTyped(url)
  }, [url])
  return (
    <TextField
      label={words.linkUrl}
      path="form.link.url"
      value={typed}
      onValue={(value) => {
        setTyped(value)
        const isWhole = /^https:\/\/[^/?#]+\.[^/?#]+/.test(value.trim()) && URL.canParse(value.trim())
        onUrl(isWhole ? value.trim() : '')
      }}
      hint={words.linkUrlHint}
      maxLength={500}
      dir="ltr"
    />
  )
}
