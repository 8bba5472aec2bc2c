import { createElement, StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'

type Said = { heed(command: string, ...said: unknown[]): void }
const heed = (command: string, ...said: unknown[]) => (window as unknown as Said).heed(command, ...said)

/** A component as a customer writes it: what it says when it comes, it takes back when it goes. */
const Account = () => {
  const [opened, setOpened] = useState<string[]>([])

  useEffect(() => {
    const note = ({ panel }: { panel: string }) => setOpened((before) => [...before, panel])
    heed('identify', { userId: 'strict-mode', account: { accountId: 'strict-mode-bank', plan: 'Growth' } })
    heed('track', 'account_seen')
    heed('on', 'opened', note)
    return () => {
      heed('off', 'opened', note)
      heed('reset')
    }
  }, [])

  useEffect(() => {
    heed('open', 'help')
    return () => heed('close')
  }, [])

  return createElement('output', null, opened.join(' '))
}

let mounted = false
const mount = () => {
  const place = document.getElementById('app')
  if (mounted || !place) return
  mounted = true
  createRoot(place).render(createElement(StrictMode, null, createElement(Account)))
}

// `?ready` waits for the widget; without it the component speaks to the queue.
if (new URLSearchParams(location.search).has('ready')) heed('on', 'ready', mount)
else mount()
