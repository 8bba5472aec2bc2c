import { expect, it } from 'vitest'
import { previewTexts } from './preview-texts.ts'
import { definition } from './testing.tsx'

it('shows no ids where words are missing, and changes none that are there', () => {
  const form = { options: ['a', 'b'] }

  expect(previewTexts({ ...definition, kind: 'comparison', form })).toEqual({
    en: { options: { a: 'Idea 1', b: 'Idea 2' } },
  })
  const texts = { de: { options: { a: 'Rechnungen' } } }
  expect(previewTexts({ ...definition, kind: 'single_choice', form, texts })).toEqual({
    de: { options: { a: 'Rechnungen', b: 'Option 2' } },
  })
  expect(previewTexts({ ...definition, texts })).toEqual(texts)
  expect(previewTexts({ ...definition, kind: 'reaction' }).en?.idea).toBeTruthy()
})
