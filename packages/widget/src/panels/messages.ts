// A download of its own.
import { css, mount } from './messages/messages.ts'

export const messages = { mount, css }
