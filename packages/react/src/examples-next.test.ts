import { act, type ComponentType, createElement } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import { heard } from './testing/fake-loader.ts'
import { example } from './testing/guide.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

it('work in Next.js, whose server renders the whole document first', async () => {
  const error = vi.spyOn(console, 'error')
  const Layout = await example<ComponentType>('app/layout.tsx')
  const html = renderToString(createElement(Layout))
  expect(heard).toEqual([])
  document.documentElement.innerHTML = html.replace(/^<html[^>]*>|<\/html>$/g, '')
  document.documentElement.lang = 'en'

  const root = await act(async () => hydrateRoot(document, createElement(Layout)))
  await act(async () => document.querySelector('button')?.click())
  await act(async () => root.unmount())

  expect(error).not.toHaveBeenCalled()
  expect(heard).toEqual([
    ['start', 'https://heed.example.com/w/pk_%E2%80%A6.js', {}],
    ['identify', { userId: '4711' }],
    ['open', 'help'],
    ['stop'],
  ])
})
