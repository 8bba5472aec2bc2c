import { afterEach, expect, it } from 'vitest'
import { called, openPage } from '../segments/testing.tsx'
import { EditorFrame } from './editor-frame.tsx'

let close = () => {}
afterEach(() => close())

it('leads back to the list as it was', async () => {
  const page = await openPage(
    '/articles/art_1?segment=plan:pro&q=fees&areaId=none&locale=de&state=draft',
    <EditorFrame>…</EditorFrame>,
  )
  close = page.close

  expect(called('All articles', 'a').getAttribute('href')).toBe(
    '/articles?segment=plan:pro&q=fees&areaId=none&locale=de&state=draft',
  )
})

it('takes the language that an article begins in for no filter', async () => {
  const page = await openPage('/articles/new?segment=plan:pro&locale=de', <EditorFrame>…</EditorFrame>)
  close = page.close

  expect(called('All articles', 'a').getAttribute('href')).toBe('/articles?segment=plan:pro')
})
