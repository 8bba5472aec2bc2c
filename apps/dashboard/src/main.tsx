// First, so that a feature's own style comes after the common one and wins.
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/surfaces.css'
import './styles/figures.css'
import './styles/lists.css'

import { render } from 'preact'
import { App } from './app.tsx'
import { linkTokenOf } from './features/sign-in/next-address.ts'

// A sign-in link works on any address: the token is taken to the page that uses it, before anything redirects.
if (linkTokenOf(location.hash) !== null && location.pathname !== '/sign-in')
  history.replaceState(null, '', `/sign-in${location.hash}`)

const place = document.getElementById('app')
if (place) render(<App />, place)
