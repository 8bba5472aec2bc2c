import { SurveyDefinition } from '@heed/contracts'
import { surveyKinds } from '@heed/contracts/survey-kinds'
import { parseSegment } from '@heed/segments'
import { describe, expect, it } from 'vitest'
import { widgetLanguages } from '../texts.ts'
import { blanks, templates } from './templates.ts'

describe.each([...templates, ...blanks])('the template “$name”', ({ definition }) => {
  it('is a definition as the server takes it', () => {
    expect(SurveyDefinition.parse(definition)).toEqual(definition)
    expect(parseSegment(definition.targeting.segment ?? '').faults).toEqual([])
  })

  it('says the same things in every language of the widget, or nothing in any', () => {
    const { texts } = definition
    if (Object.keys(texts).length === 0) return
    expect(Object.keys(texts).sort()).toEqual([...widgetLanguages].sort())
    const said = Object.values(texts).map((words) => JSON.stringify(Object.keys({ ...words, ...words.options }).sort()))
    expect(new Set(said).size).toBe(1)
  })

  it('has words for each of its options, or leaves all to the host', () => {
    const { form, texts } = definition
    for (const words of Object.values(texts)) expect(Object.keys(words.options ?? {})).toEqual(form.options ?? [])
  })
})

it('has a blank for each kind, in the usual order', () => {
  expect(blanks.map(({ definition }) => definition.kind)).toEqual([...surveyKinds])
})
