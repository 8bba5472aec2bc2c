// The first download of whoever opens a panel: help and the ticket form in one.
import * as home from './home/home.ts'
import * as form from './ticket/ticket.ts'

export const help = { mount: home.mount, css: home.css }
export const ticket = { mount: form.mount, css: form.css }
