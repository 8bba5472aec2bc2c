import { render } from 'preact'
import { App } from './app.tsx'
import './styles/base.css'
import './styles/frame.css'
import './styles/content.css'
import './styles/tables.css'
import './styles/cards-and-dialogs.css'

const place = document.getElementById('northbank')
if (place) render(<App />, place)
