import type { Workspace } from '@heed/contracts'
import { QueryClientProvider } from '@tanstack/preact-query'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { LocationProvider } from 'preact-iso'
import { expect, vi } from 'vitest'
import { createQueryClient } from '../../query-client.ts'
import { SettingsPage } from './settings-page.tsx'

export type Asked = { method: string; path: string; body: unknown }

const painted = () => act(() => new Promise<void>((next) => requestAnimationFrame(() => setTimeout(next))))

/** A settings page for tests, before a server that answers as the test says. */
export function stage(answer: (asked: Asked) => Response | Promise<Response>) {
  const root = document.body.appendChild(document.createElement('div'))
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit) => {
    const call = { method, path, body: typeof body === 'string' ? JSON.parse(body) : undefined }
    asked.push(call)
    return answer(call)
  })
  const workspace: Workspace = {
    id: 'wsp_1',
    name: 'Quayside',
    currency: 'USD',
    sample: false,
    accent: '#1a6b5c',
    firstResponseTargetMs: 900_000,
  }
  const one = <E extends HTMLElement>(selector: string, words?: string | RegExp): E => {
    const found = [...root.querySelectorAll<E>(selector)].find((each) =>
      words === undefined
        ? true
        : typeof words === 'string'
          ? each.textContent?.trim() === words
          : words.test(each.textContent ?? ''),
    )
    if (!found) throw new Error(`there is no ${selector} ${words ?? ''} in: ${root.textContent}`)
    return found
  }
  return {
    root,
    asked,
    changes: () => asked.filter(({ method }) => method !== 'GET'),
    open: async (section: string, role: 'admin' | 'agent' = 'admin') => {
      history.replaceState(null, '', `/settings/${section}`)
      await act(() =>
        render(
          <LocationProvider>
            <QueryClientProvider client={createQueryClient(() => undefined)}>
              <SettingsPage
                section={section}
                workspace={workspace}
                member={{ id: 'mem_1', name: 'Ada', email: 'ada@example.com', role }}
              />
            </QueryClientProvider>
          </LocationProvider>,
          root,
        ),
      )
      await vi.waitFor(() => expect(root.querySelector('[aria-busy="true"]')).toBeNull())
      await painted()
    },
    /** Until what was drawn last listens: effects run after the frame. */
    painted,
    one,
    press: (words: string | RegExp) => act(() => one<HTMLButtonElement>('button', words).click()),
    type: (selector: string, value: string) =>
      act(() => {
        const field = one<HTMLInputElement>(selector)
        field.value = value
        field.dispatchEvent(new InputEvent('input', { bubbles: true }))
      }),
    choose: (selector: string, value: string) =>
      act(() => {
        const select = one<HTMLSelectElement>(selector)
        select.value = value
        select.dispatchEvent(new Event('change', { bubbles: true }))
      }),
    leave: () => {
      render(null, root)
      root.remove()
      vi.unstubAllGlobals()
    },
  }
}
