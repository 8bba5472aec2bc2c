import type { ScoredKind } from '@heed/contracts/survey-kinds'
import { useState } from 'preact/hooks'
import { text } from '../../../locales/text.ts'
import {
  directionOf,
  type FollowUpBand,
  type FollowUpWay,
  followUpWay,
  isScored,
  saysFollowUp,
  withFollowUp,
  withFollowUpWay,
} from '../texts.ts'
import { useBuilder } from './builder-context.ts'
import { Choices } from './choices.tsx'
import { TextField } from './text-field.tsx'

const words = text.surveys.builder.question
const bands = ['low', 'middle', 'high'] as const

/** The second question: none, one for everyone, or one by where the score stands. Open text has none. */
export function FollowUpFields() {
  const { definition, change } = useBuilder()
  const { kind, texts } = definition
  // A way without words yet stands nowhere but here.
  const [chosen, setChosen] = useState<FollowUpWay | null>(null)
  if (kind === 'text') return null
  const way = (saysFollowUp(texts) ? null : chosen) ?? followUpWay(definition)
  const ways: FollowUpWay[] = isScored(kind) ? ['none', 'any', 'bands'] : ['none', 'any']
  return (
    <>
      <Ways
        way={way}
        ways={ways}
        onChoose={(next) => {
          setChosen(next)
          change({ texts: withFollowUpWay(definition, next) })
        }}
      />
      {way === 'any' && <FollowUp band="any" label={words.followUpAny} />}
      {way === 'bands' &&
        bands.map((band) => <FollowUp key={band} band={band} label={words.bands[kind as ScoredKind][band]} />)}
    </>
  )
}

type WaysProps = { way: FollowUpWay; ways: FollowUpWay[]; onChoose: (way: FollowUpWay) => void }

const Ways = ({ way, ways, onChoose }: WaysProps) => (
  <Choices
    label={words.followUp}
    path="texts.followUp"
    value={way}
    choices={ways.map((value) => ({ value, label: words.followUpWays[value] }))}
    onChoose={onChoose}
  />
)

function FollowUp({ band, label }: { band: FollowUpBand; label: string }) {
  const { definition, language, change } = useBuilder()
  const { texts, kind } = definition
  const own = texts[language]?.followUp?.[band] ?? ''
  return (
    <TextField
      label={label}
      path={`texts.${language}.followUp.${band}`}
      value={own}
      onValue={(value) => change({ texts: withFollowUp(texts, language, band, value) }, `${language}.followUp.${band}`)}
      placeholder={isScored(kind) ? words.standard : ''}
      maxLength={300}
      dir={own === '' ? 'auto' : directionOf(language)}
      lang={language}
    />
  )
}
