import { render } from 'preact'
import { App } from './app.tsx'
import { linkTokenOf } from './features/sign-in/next-address.ts'
import './styles/tokens.css'
import './styles/base.css'
import './styles/ui.css'

// A sign-in link works on any address: the token is taken to the page that uses it, before anything redirects.
if (linkTokenOf(location.hash) !== null && location.pathname !== '/sign-in')
  history.replaceState(null, '', `/sign-in${location.hash}`)

const place = document.getElementById('app')
if (place) render(<App />, place)
